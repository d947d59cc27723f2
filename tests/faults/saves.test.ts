import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { bundledScript } from "@/tests/setup/site/bundled-script";
import { chance, noteTrials, timeFor, trialsOf } from "@/tests/setup/trials";

const KILLS = trialsOf(50);
const ERRORS = trialsOf(10);
/** Databases that are killed side by side: a start is mostly waiting for the processor, and there are at least two. */
const SIDES = 2;
const LANES = 6;
/** Half a minute on an idle machine; on a busy one the starts take many times that. */
const LONGEST_MS = timeFor(300_000);
/** The disk fails at one of so many calls: some saves are over by then. A failure that SQLite bears leaves the saving to be ended. */
const LAST_CALL = 600;
const FAILS_MS = 3000;
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

/**
 * Starts saving, ends it at some moment (`delay` milliseconds after the first save, if it has not ended by itself), and answers what it
 * had confirmed. `under` is the program that starts it, with its arguments.
 */
async function saveAndKill(
  database: string,
  firsts: readonly number[],
  delay: number,
  under: readonly string[],
): Promise<{ readonly told: readonly Confirmed[]; readonly isKilled: boolean }> {
  const [program = process.execPath, ...given] = [...under, process.execPath, ...script, ...firsts.map(String)];
  const child = spawn(program, given, {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
    stdio: ["ignore", "pipe", under.length > 0 ? "ignore" : "inherit"],
    detached: true,
  });
  let isKilled = false;
  const kill = () => {
    isKilled = child.exitCode === null;
    try {
      // All that it started goes with it.
      process.kill(-(child.pid ?? 0), "SIGKILL");
    } catch {
      // It has ended.
    }
  };
  let output = "";
  const ended = once(child.stdout, "end");
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    if (output === "") setTimeout(kill, delay);
    output += chunk;
  });
  await ended;
  // The last line may have been cut off: then its save was confirmed to nobody.
  const lines = output
    .slice(0, output.lastIndexOf("\n"))
    .split("\n")
    .filter((line) => line !== "");
  const told = lines.map((line) => {
    const [lane = 0, attempt = 0, key = "", version = 0] = line.split(" ");
    return { lane: Number(lane), attempt: Number(attempt), key: String(key), version: Number(version) };
  });
  return { told, isKilled };
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

/** Saves are broken off so many times, side by side, each time going on where it was; how many were confirmed, and how often it ended by itself. */
async function breakOff(times: number, name: string, howOf: () => { delay: number; under: readonly string[] }) {
  let [tried, saves, failed] = [0, 0, 0];
  await Promise.all(
    Array.from({ length: SIDES }, async (_, side) => {
      const database = path.join(folder, `${name}-${side}.db`);
      copyFileSync(template, database);
      const firsts = Array<number>(LANES).fill(1);
      const confirmed = new Map<string, number>();
      while (tried < times) {
        tried += 1;
        const { delay, under } = howOf();
        const { told, isKilled } = await saveAndKill(database, firsts, delay, under);
        for (const { lane, attempt, key, version } of told) {
          confirmed.set(key, Math.max(version, confirmed.get(key) ?? 0));
          firsts[lane] = Math.max(firsts[lane] ?? 1, attempt);
        }
        saves += told.length;
        if (!isKilled) failed += 1;
        expect(faultsOf(database, confirmed), under.join(" ")).toEqual([]);
      }
    }),
  );
  return { saves, failed };
}

test(
  `${KILLS} kills during saves: every save that was confirmed is there, none is half there, none is there twice (T42, T47)`,
  async (context) => {
    const { saves } = await breakOff(KILLS, "killed", () => ({ delay: chance() * LATEST_MS, under: [] }));
    noteTrials(context, KILLS, `kills, ${saves} confirmed saves`);
    expect(saves).toBeGreaterThan(KILLS);
  },
  LONGEST_MS,
);

const CALLS = "pwrite64,fsync,fdatasync,ftruncate";
test.skipIf(!existsSync("/usr/bin/strace"))(
  `${ERRORS} times the disk fails at the nth call, once or from then on: what was confirmed is there, and nothing is half there (T58)`,
  async (context) => {
    const { saves, failed } = await breakOff(ERRORS, "failed", () => {
      const error = chance() < 0.5 ? "EIO" : "ENOSPC";
      const nth = 1 + Math.floor(chance() * LAST_CALL);
      const when = `${nth}${chance() < 0.5 ? "+" : ""}`;
      const fault = `inject=${CALLS}:error=${error}:when=${when}`;
      return {
        delay: FAILS_MS,
        under: ["strace", "-f", "-qq", "-o", "/dev/null", "-e", `trace=${CALLS}`, "-e", fault],
      };
    });
    noteTrials(context, ERRORS, `errors of the disk, ${failed} told, ${saves} confirmed saves`);
    expect(saves).toBeGreaterThan(ERRORS);
    // The others it could bear.
    expect(failed).toBeGreaterThan(ERRORS / 4);
  },
  LONGEST_MS,
);
