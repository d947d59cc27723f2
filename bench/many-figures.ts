/**
 * Makes a database of 720,000 generated figures: 300 regions x 40 metrics x 60 years (or as many as are named), each with a citation.
 *
 *   npx tsx --conditions=react-server bench/many-figures.ts [file] [years]      (default: data/many-figures.db 60)
 *
 * The numbers are made up from a fixed seed and stand for nothing; the file is for measuring only.
 */
import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { randomFrom } from "@/bench/setup/random";
import { applyMigrations } from "@/scripts/database/migrations";

const REGIONS = 300;
const METRICS = 40;
const FIRST_YEAR = 1965;
const YEARS = Number(process.argv[3] ?? 60);
const WORDINGS = ["exactly", "exactly", "exactly", "about", "more_than", "nearly"] as const;

const file = process.argv[2] ?? "data/many-figures.db";
const from = performance.now();
for (const side of ["", "-wal", "-shm"]) rmSync(file + side, { force: true });
applyMigrations(file);

const database = new Database(file);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = OFF");
const insert = (table: string, row: Readonly<Record<string, string | number | null>>) =>
  Number(
    database
      .prepare(
        `INSERT INTO "${table}" (${Object.keys(row).map((name) => `"${name}"`)}) VALUES (${Object.keys(row).map(() => "?")})`,
      )
      .run(...Object.values(row)).lastInsertRowid,
  );

database.transaction(() => {
  const topicId = insert("Topic", { slug: "generated", name: "Generated", position: 0 });
  const sourceId = insert("Source", {
    slug: "generated",
    type: "dataset",
    kind: "statistics",
    title: "Generated figures",
    publisher: "bench/many-figures.ts",
    language: "en",
    url: "https://example.org/generated",
  });
  const country = insert("Region", { code: "XX", name: "Country", level: "country" });
  const regions = Array.from({ length: REGIONS }, (_, index) =>
    insert("Region", { code: `XX-${index}`, name: `Region ${index}`, level: "province", parentId: country }),
  );
  const metrics = Array.from({ length: METRICS }, (_, index) =>
    insert("Metric", {
      slug: `metric-${index}`,
      name: `Metric ${index}`,
      unit: "things",
      kind: "count",
      accumulation: "flow",
      definition: `Things of kind ${index}.`,
      topicId,
    }),
  );
  const figure = database.prepare(
    `INSERT INTO Figure (publicId, metricId, regionId, value, digits, wording, periodStart, periodEnd, firstDay, lastDay, speakerKind, status)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'official_statistic', 'published')`,
  );
  const citation = database.prepare("INSERT INTO Citation (figureId, sourceId, locator, phrase) VALUES (?, ?, ?, ?)");
  const random = randomFrom(1);
  for (const metricId of metrics) {
    for (const regionId of regions) {
      let value = 100 + Math.floor(random() * 9900);
      for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1) {
        value = Math.max(1, Math.round(value * (0.95 + random() * 0.12)));
        const key = `gen${metricId}x${regionId}x${year}`.padEnd(20, "0");
        const wording = WORDINGS[Math.floor(random() * WORDINGS.length)] ?? "exactly";
        const days = [year * 10000 + 101, year * 10000 + 1231];
        const { lastInsertRowid } = figure.run(
          key,
          metricId,
          regionId,
          value,
          String(value),
          wording,
          `${year}`,
          `${year}`,
          ...days,
        );
        citation.run(lastInsertRowid, sourceId, `table ${metricId}`, `${value} things`);
      }
    }
  }
  insert("Revision", { resource: "ImportBatch", key: "generated", kind: "imported", after: "{}", who: "bench" });
})();
database.exec("ANALYZE");
database.pragma("wal_checkpoint(TRUNCATE)");
const { n } = database.prepare("SELECT count(*) AS n FROM Figure").get() as { n: number };
database.close();
console.log(`${n.toLocaleString("en-GB")} figures in ${((performance.now() - from) / 1000).toFixed(1)} s: ${file}`);
