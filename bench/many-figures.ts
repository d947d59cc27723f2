/**
 * Makes a database of 720,000 generated figures: 300 regions x 40 metrics x 60 years (or as many as are named), each with a citation
 * of one source.
 *
 *   npx tsx --conditions=react-server bench/many-figures.ts [file] [metrics] [years] [disputed]      (default: data/many-figures.db 40 60)
 *
 * With "disputed" one more metric, of 100,200 figures: two sources speak of each region and year, and differ about half of them.
 *
 * The numbers are made up from a fixed seed and stand for nothing; the file is for measuring only.
 */
import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { randomFrom } from "@/bench/setup/random";
import { applyMigrations } from "@/scripts/database/sqlite/migrations";

const REGIONS = 300;
const METRICS = Number(process.argv[3] ?? 40);
const FIRST_YEAR = 1965;
const YEARS = Number(process.argv[4] ?? 60);
const DISPUTED_YEARS = 167;
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
  const source = (slug: string) =>
    insert("Source", {
      slug,
      type: "dataset",
      kind: "statistics",
      title: "Generated figures",
      publisher: "bench/many-figures.ts",
      language: "en",
      url: `https://example.org/${slug}`,
    });
  const sourceId = source("generated");
  const country = insert("Region", { code: "XX", name: "Country", level: "country" });
  const regions = Array.from({ length: REGIONS }, (_, index) =>
    insert("Region", { code: `XX-${index}`, name: `Region ${index}`, level: "province", parentId: country }),
  );
  const metric = (slug: string, name: string) => {
    const measure = { unit: "things", kind: "count", accumulation: "flow" };
    return insert("Metric", { slug, name, ...measure, definition: `Things: ${name}.`, topicId });
  };
  const metrics = Array.from({ length: METRICS }, (_, index) => metric(`metric-${index}`, `Metric ${index}`));
  // Many rows at once: for each statement SQLite notes how its pages were, since triggers may break it off.
  const figures = database.prepare(
    `INSERT INTO Figure (publicId, metricId, regionId, value, digits, wording, periodStart, periodEnd, firstDay, lastDay, speakerKind, status)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>3, value->>4, value->>5, value->>5, value->>5 * 10000 + 101,
       value->>5 * 10000 + 1231, 'official_statistic', 'published' FROM json_each(?)`,
  );
  const citations = database.prepare(
    `INSERT INTO Citation (figureId, sourceId, locator, phrase)
     SELECT id, ?, 'table ' || metricId, digits || ' things' FROM Figure WHERE id > ?`,
  );
  const write = (rows: readonly unknown[], cited: number) => {
    const { changes, lastInsertRowid } = figures.run(JSON.stringify(rows));
    citations.run(cited, Number(lastInsertRowid) - changes);
  };
  const random = randomFrom(1);
  for (const metricId of metrics) {
    const rows = regions.flatMap((regionId) => {
      let value = 100 + Math.floor(random() * 9900);
      return Array.from({ length: YEARS }, (_, index) => {
        const year = FIRST_YEAR + index;
        value = Math.max(1, Math.round(value * (0.95 + random() * 0.12)));
        const key = `gen${metricId}x${regionId}x${year}`.padEnd(20, "0");
        return [
          key,
          metricId,
          regionId,
          value,
          WORDINGS[Math.floor(random() * WORDINGS.length)] ?? "exactly",
          `${year}`,
        ];
      });
    });
    write(rows, sourceId);
  }
  if (process.argv[5] === "disputed") {
    const metricId = metric("disputed", "Disputed");
    const claims = [sourceId, source("other")].map((cited) => ({ cited, rows: [] as unknown[][] }));
    for (const regionId of regions) {
      for (let year = FIRST_YEAR + YEARS - DISPUTED_YEARS; year < FIRST_YEAR + YEARS; year += 1) {
        const value = 100 + Math.floor(random() * 9900);
        const other = random() < 0.5 ? value : value + 1 + Math.floor(random() * 100);
        for (const [at, { rows }] of claims.entries()) {
          const key = `dis${at}x${regionId}x${year}`.padEnd(20, "0");
          rows.push([key, metricId, regionId, at === 0 ? value : other, "exactly", `${year}`]);
        }
      }
    }
    for (const { cited, rows } of claims) write(rows, cited);
  }
  insert("Revision", { resource: "ImportBatch", key: "generated", kind: "imported", after: "{}", who: "bench" });
})();
database.exec("ANALYZE");
database.pragma("wal_checkpoint(TRUNCATE)");
const { n } = database.prepare("SELECT count(*) AS n FROM Figure").get() as { n: number };
database.close();
console.log(`${n.toLocaleString("en-GB")} figures in ${((performance.now() - from) / 1000).toFixed(1)} s: ${file}`);
