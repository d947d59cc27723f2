import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOwnSite } from "@/tests/setup/site/own-site";
import type { RunningSite } from "@/tests/setup/site/start-site";

let site: RunningSite;
let database: Database.Database;
/** How long the site may take to see a change: it asks twice a second. */
const SEEN_MS = 5000;

beforeAll(async () => {
  site = await startOwnSite("seeded");
  database = new Database(site.database);
}, 60_000);
afterAll(async () => {
  database.close();
  await site.stop();
});

/** Whether a page of the site says something. */
const says = async (path: string, text: string) => (await (await fetch(site.address + path)).text()).includes(text);

/** A source that no page of these shows: a change of it is seen, and leaves them. */
const ANOTHER = "globaltimes-2020-targets";

/** The site's next answer is of a version read after now: what it knows is half a second old at most. */
const seen = () => setTimeout(600);

/** Says that something changed for readers, as a program does that writes beside the site. */
function publish(scope: string): void {
  database.transaction(() => {
    database.exec(`UPDATE "Publication" SET "version" = "version" + 1`);
    database
      .prepare(`INSERT INTO "PublishedChange" SELECT "version", ? FROM "Publication"`)
      .run(JSON.stringify([scope]));
  })();
}

/** Changes a name without saying so: a page that is kept goes on with the old one, one that is rendered has the new one. */
function rename(table: string, column: string, key: string, name: string): string {
  const [where, what] = [table === "Region" ? "code" : "slug", `"${column}"`];
  const { old } = database.prepare(`SELECT ${what} AS old FROM "${table}" WHERE "${where}" = ?`).get(key) as {
    old: string;
  };
  database.prepare(`UPDATE "${table}" SET ${what} = ? WHERE "${where}" = ?`).run(name, key);
  return old;
}

const figure = () =>
  (
    database
      .prepare(
        `SELECT f."publicId" AS key FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
         WHERE m."slug" = 'unicorns' AND f."status" = 'published' ORDER BY f."id"`,
      )
      .get() as { key: string }
  ).key;

describe("a page of the site is kept until what it was read from changes, whoever changes it (T82)", () => {
  test.each([
    ["a metric", () => "/metrics/unicorns", "Metric", "name", "unicorns", "metric:unicorns"],
    ["a figure", () => `/figures/${figure()}`, "Metric", "name", "unicorns", "metric:unicorns"],
    ["metrics", () => "/metrics", "Metric", "name", "unicorns", "metric:unicorns"],
    ["a region", () => "/regions/CN-GZ", "Region", "name", "CN-GZ", "region:CN-GZ"],
    ["regions", () => "/regions", "Region", "name", "CN-GZ", "region:CN-GZ"],
    [
      "a source",
      () => "/sources/china-daily-2019-guizhou-looms",
      ...(["Source", "title", "china-daily-2019-guizhou-looms", "source:china-daily-2019-guizhou-looms"] as const),
    ],
    ["a comparison", () => "/compare?metric=unicorns&region=CN,IN", "Metric", "name", "unicorns", "metric:unicorns"],
    ["a map", () => "/map?metric=unicorns", "Region", "name", "CN", "region:CN"],
    ["the dashboard", () => "/", "Region", "name", "CN-GZ", "region:CN-GZ"],
  ])("%s", async (what, path, table, column, key, scope) => {
    const address = path();
    const name = `Renamed for ${what}`;
    await seen();
    await says(address, name);
    const old = rename(table, column, key, name);
    try {
      publish(`figures-of-source:${ANOTHER}`);
      await seen();
      expect(await says(address, name)).toBe(false);
      publish(scope);
      await expect.poll(() => says(address, name), { timeout: SEEN_MS }).toBe(true);
    } finally {
      rename(table, column, key, old);
      publish(scope);
    }
  });
});
