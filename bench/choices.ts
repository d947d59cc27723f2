/**
 * How long a search among many records takes that forms choose from, and its first search after a change, on a database of its own.
 * npx tsx --conditions=react-server bench/choices.ts [sources]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { preparedDatabase } from "@/tests/setup/site/prepared-database";

const sources = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(path.join(tmpdir(), "footnote-choices-"));
const file = path.join(folder, "footnote.db");
await preparedDatabase(file);
process.env.DATABASE_URL = `file:${file}`;
const { db } = await import("@/lib/data/db/client");
const { findRecords } = await import("@/lib/data/admin/choices");
const { listRecordsInText } = await import("@/lib/data/admin/records-in-text");
const { listSourcesOfAddress } = await import("@/lib/data/admin/known-addresses");
const { suggestedMetrics } = await import("@/lib/api/suggested-metrics");

const range = (length: number) => Array.from({ length }, (_, at) => at);
await db().source.createMany({
  data: range(sources).map((at) => ({
    slug: `many-${at}`,
    type: "article-newspaper",
    kind: "news",
    title: `Report number ${at} on industry, trade and what became of them in the year`,
    publisher: `Publisher ${at % 500}`,
    language: "en",
    url: `https://site-${at % 900}.example/articles/${at}`,
  })),
});
const topic = await db().topic.findFirstOrThrow();
await db().metric.createMany({
  data: range(5000).map((at) => ({
    slug: `plants-${at}`,
    name: `Plants of kind ${at}`,
    unit: "plants",
    kind: "count" as const,
    definition: `Plants of kind ${at} that work at the end of the year.`,
    topicId: topic.id,
  })),
});

/** Milliseconds of the first time, and the middle of twenty more. */
async function time(name: string, work: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (const _ of range(21)) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  const [first = 0, ...more] = took;
  const middle = more.toSorted((a, b) => a - b)[10] ?? 0;
  console.log(`${name.padEnd(48)} first ${first.toFixed(0)} ms, then ${middle.toFixed(1)} ms`);
}

const article = "Guizhou grows. More than 8,900 companies brought investment, said China Daily.\n\n".repeat(60);
await time(`“report 4321” among ${sources} sources`, () => findRecords("sources", { text: "report 4321", page: 1 }));
await time("“industry”, which all of them have", () => findRecords("sources", { text: "industry", page: 1 }));
await time("no text", () => findRecords("sources", { text: "", page: 1 }));
await time("sources of an address", () => listSourcesOfAddress("https://site-7.example/articles/7"));
await time("records that an article of 5,000 letters names", () => listRecordsInText(article));
const counted = { unit: { kind: "noun", text: "companies" }, per: null, whole: null, change: null } as const;
await time("metrics for a phrase, among 5,136", () => suggestedMetrics({ phrase: article.slice(0, 90), counted }));
await db().$disconnect();
rmSync(folder, { recursive: true });
