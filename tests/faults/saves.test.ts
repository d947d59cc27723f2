import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { bundledScript } from "@/tests/setup/site/bundled-script";
import { chance, noteTrials, timeFor, trialsOf } from "@/tests/setup/trials";

const KILLS = trialsOf(50);
/** Databases that are killed side by side: a start is mostly waiting for the processor, and there are at least two. */
const SIDES = 2;
const LANES = 6;
/** Half a minute on an idle machine; on a busy one the starts take many times that. */
const LONGEST_MS = timeFor(300_000);
/** A kill comes at most so many milliseconds after the first confirmation. */
const LATEST_MS = 150;

const folder = mkdtempSync(path.join(tmpdir(), "footnote-saves-"));
const template = inject("templates").seeded;
let script: readonly string[] = [];
beforeAll(async () => {
  script = await bundledScript("tests/setup/data/saving.ts", folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Confirmed {
  readonly lane: number;
  readonly attempt: number;
  readonly key: string;
  readonly version: number;
}

/** Starts saving, kills it at some moment, and answers what it had confirmed. */
async function saveAndKill(database: string, firsts: readonly number[], delay: number): Promise<readonly Confirmed[]> {
  const child = spawn(process.execPath, [...script, ...firsts.map(String)], {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const ended = once(child.stdout, "end");
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    if (output === "") setTimeout(() => child.kill("SIGKILL"), delay);
    output += chunk;
  });
  await ended;
  // The last line may have been cut off: then its save was confirmed to nobody.
  const lines = output
    .slice(0, output.lastIndexOf("\n"))
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const [lane = 0, attempt = 0, key = "", version = 0] = line.split(" ");
    return { lane: Number(lane), attempt: Number(attempt), key: String(key), version: Number(version) };
  });
}

/** What is wrong with a database after a kill, given the newest version confirmed of each figure. */
function faultsOf(file: string, confirmed: ReadonlyMap<string, number>): readonly unknown[] {
  const database = new Database(file);
  const all = (sql: string) => database.prepare(sql).all();
  const version = database.prepare(`SELECT "version" FROM "Figure" WHERE "publicId" = ?`).pluck();
  const faults = [
    ...[...confirmed].filter(([key, newest]) => Number(version.get(key) ?? 0) < newest),
    ...all("PRAGMA integrity_check").filter((row) => JSON.stringify(row) !== '{"integrity_check":"ok"}'),
    ...all("PRAGMA foreign_key_check"),
    // Row, citation, record of changes and kept answer come together or not at all.
    ...all(`SELECT f."publicId" FROM "Figure" f WHERE f."importKey" IS NULL AND (
      f."version" <> (SELECT count(*) FROM "Revision" r WHERE r."resource" = 'Figure' AND r."key" = f."publicId")
      OR 1 <> (SELECT count(*) FROM "Citation" c WHERE c."figureId" = f."id")
      OR 1 <> (SELECT count(*) FROM "IdempotencyKey" k WHERE k."key" = 'lane ' || f."note"))`),
    ...all(
      `SELECT r."key" FROM "Revision" r WHERE r."who" = 'A test' AND NOT EXISTS (SELECT 1 FROM "Figure" f WHERE f."publicId" = r."key")`,
    ),
    ...all(`SELECT "note" FROM "Figure" WHERE "importKey" IS NULL GROUP BY "note" HAVING count(*) > 1`),
  ];
  database.close();
  return faults;
}

test(
  `${KILLS} kills during saves: every save that was confirmed is there, none is half there, none is there twice (T42, T47)`,
  async (context) => {
    let [kills, saves] = [0, 0];
    await Promise.all(
      Array.from({ length: SIDES }, async (_, side) => {
        const database = path.join(folder, `${side}.db`);
        copyFileSync(template, database);
        const firsts = Array<number>(LANES).fill(1);
        const confirmed = new Map<string, number>();
        while (kills < KILLS) {
          kills += 1;
          const told = await saveAndKill(database, firsts, chance() * LATEST_MS);
          for (const { lane, attempt, key, version } of told) {
            confirmed.set(key, Math.max(version, confirmed.get(key) ?? 0));
            firsts[lane] = Math.max(firsts[lane] ?? 1, attempt);
          }
          saves += told.length;
          expect(faultsOf(database, confirmed)).toEqual([]);
        }
      }),
    );
    noteTrials(context, kills, `kills, ${saves} confirmed saves`);
    expect(saves).toBeGreaterThan(KILLS);
  },
  LONGEST_MS,
);
