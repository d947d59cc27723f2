import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { NO_RECIPE } from "@/lib/importing/table/recipe";
import type { JobMessage, JobOrder } from "@/lib/jobs/import-queue";
import { bundledScript } from "@/tests/setup/site/bundled-script";
import { noteTrials, timeFor, trialsOf } from "@/tests/setup/trials";

const KILLS = trialsOf(50);
/** Databases that are killed side by side: a start is mostly waiting for the processor, and there are at least two. */
const SIDES = 2;
const ROWS = 2000;

const folder = mkdtempSync(path.join(tmpdir(), "footnote-imports-"));
const template = inject("templates").seeded;
let script: readonly string[] = [];
beforeAll(async () => {
  script = await bundledScript("scripts/import-job.ts", folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = "metric,region,wording,value,period,source,locator,phrase";
const fileOf = (mark: string, rows: number) =>
  [
    HEADER,
    ...Array.from({ length: rows }, (_, index) => {
      const said = `companies-attracted,CN-GZ,about,${index},2020,china-daily-2019-guizhou-looms`;
      return `${said},${mark} ${index},"about ${index} companies"`;
    }),
  ].join("\n");

let jobs = 0;

/** When to kill: so many milliseconds after a phase began. */
interface Kill {
  readonly phase: "checking" | "writing";
  readonly delay: number;
}

interface Run {
  /** Whether the database says that it has ended. */
  readonly isConfirmed: boolean;
  /** The last that it told. */
  readonly last: JobMessage;
  /** Milliseconds for which it was in a state, of those it told. */
  readonly lasted: Readonly<Record<string, number>>;
}

/** Writes down a job as the site does before it begins, unless somebody else holds the database. */
function writeDown(file: string, id: string): void {
  const database = new Database(file, { timeout: 0 });
  try {
    database
      .prepare(`INSERT INTO "ImportJob" ("id", "userId", "told", "run", "seenAt") VALUES (?, '', '{}', ?, '')`)
      .run(id, id);
  } catch (error) {
    if (!String(error).includes("locked")) throw error;
  } finally {
    database.close();
  }
}

function isConfirmed(file: string, id: string): boolean {
  const database = new Database(file);
  const told = database.prepare(`SELECT "told" FROM "ImportJob" WHERE "id" = ? AND "isEnded"`).pluck().get(id);
  database.close();
  return told !== undefined && (JSON.parse(String(told)) as JobMessage).state === "done";
}

/** Runs an import as the site does, in a process of its own, and kills it where that is asked for. */
function runJob(database: string, text: string, kill: Kill | null): Promise<Run> {
  jobs += 1;
  const id = `job-${jobs}`;
  const place = path.join(folder, id);
  mkdirSync(place);
  writeDown(database, id);
  const order: JobOrder = {
    mode: "import",
    label: "test.csv",
    author: { id: null, name: "A test" },
    changeReason: { cause: null, reason: null },
    recipe: { ...NO_RECIPE, numberFormat: "plain" },
    skipsRefused: false,
    status: "published",
  };
  writeFileSync(path.join(place, "job.json"), JSON.stringify(order));
  writeFileSync(path.join(place, "file"), text);
  const child = spawn(process.execPath, [...script, place, id], {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let last: JobMessage = {};
  const began: (readonly [state: string, at: number])[] = [];
  child.on("message", (message) => {
    last = message as JobMessage;
    if (last.state === undefined || last.state === began.at(-1)?.[0]) return;
    began.push([last.state, performance.now()]);
    if (last.state === kill?.phase) setTimeout(() => child.kill("SIGKILL"), kill.delay);
  });
  return new Promise((resolve) =>
    child.on("close", () => {
      const ended = performance.now();
      const lasted = began.map(([state, at], index) => [state, (began[index + 1]?.[1] ?? ended) - at]);
      resolve({ isConfirmed: isConfirmed(database, id), last, lasted: Object.fromEntries(lasted) });
    }),
  );
}

interface Found {
  readonly figures: number;
  readonly citations: number;
  readonly revisions: number;
  readonly batches: number;
  readonly running: number;
}

/** What a database has of imports by this test; checks that it is whole. */
function lookInto(file: string): Found {
  const database = new Database(file);
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(database.pragma("foreign_key_check")).toEqual([]);
    return database
      .prepare(
        `SELECT (SELECT count(*) FROM "Figure" WHERE "batchId" > 1) AS figures,
          (SELECT count(*) FROM "Citation" c JOIN "Figure" f ON f."id" = c."figureId" WHERE f."batchId" > 1) AS citations,
          (SELECT count(*) FROM "Revision" WHERE "resource" = 'Figure' AND "batchId" > 1) AS revisions,
          (SELECT count(*) FROM "ImportBatch" WHERE "id" > 1) AS batches,
          (SELECT count(*) FROM "ImportBatch" WHERE "status" = 'running') AS running`,
      )
      .get() as Found;
  } finally {
    database.close();
  }
}

test(
  `${KILLS} kills during imports: each is there whole or not at all (T35)`,
  async (context) => {
    const sides = Array.from({ length: SIDES }, async (_, side) => {
      const database = path.join(folder, `side-${side}.db`);
      copyFileSync(template, database);
      // One that is let live tells how long each phase takes here: kills are spread over the whole of both.
      const { lasted } = await runJob(database, fileOf(`side ${side}`, ROWS), null);
      const seen = { whole: 0, nothing: 0, writing: 0 };
      let before = lookInto(database);
      expect(before).toMatchObject({ figures: ROWS, batches: 1 });
      for (let round = 0; round < KILLS / SIDES; round += 1) {
        const place = (round * SIDES + side) / KILLS;
        const phase = place < 0.5 ? ("checking" as const) : ("writing" as const);
        const kill = { phase, delay: (lasted[phase] ?? 0) * ((place * 2) % 1) };
        const { last, isConfirmed } = await runJob(database, fileOf(`side ${side} round ${round}`, ROWS), kill);
        const after = lookInto(database);
        const added = after.batches - before.batches;
        // Whoever asks later is told what there is.
        expect(isConfirmed).toBe(added === 1);
        // What was said to be done is there; what was not may be.
        if (last.state === "done") expect(added).toBe(1);
        expect([0, 1]).toContain(added);
        expect(after).toEqual({
          figures: before.figures + added * ROWS,
          citations: before.citations + added * ROWS,
          revisions: before.revisions + added * ROWS,
          batches: before.batches + added,
          running: 0,
        });
        if (added === 1) seen.whole += 1;
        else seen.nothing += 1;
        if (last.state === "writing") seen.writing += 1;
        before = after;
      }
      return seen;
    });
    for (const { nothing, writing } of await Promise.all(sides)) {
      expect(nothing).toBeGreaterThan(0);
      expect(writing).toBeGreaterThan(0);
    }
    noteTrials(context, KILLS, "kills during imports");
  },
  timeFor(900_000),
);

describe("an import that cannot be finished leaves nothing", () => {
  test("on a full disk, and goes in after room was made (T55)", async ({ skip }) => {
    const place = path.join(folder, "small");
    mkdirSync(place, { recursive: true });
    const isMounted =
      process.getuid?.() === 0 && spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", place]).status === 0;
    if (!isMounted) skip("no small file system can be mounted here");
    try {
      const database = path.join(place, "footnote.db");
      copyFileSync(template, database);
      const text = fileOf("full", 10_000);
      const { last: full } = await runJob(database, text, null);
      expect(full).toMatchObject({ state: "failed", trouble: { status: 507, code: "full" } });
      expect(lookInto(database)).toEqual({ figures: 0, citations: 0, revisions: 0, batches: 0, running: 0 });
      spawnSync("mount", ["-o", "remount,size=80m", place]);
      expect((await runJob(database, text, null)).last).toMatchObject({ state: "done", batch: 2 });
      expect(lookInto(database)).toMatchObject({ figures: 10_000, citations: 10_000, batches: 1 });
    } finally {
      spawnSync("umount", [place]);
    }
  });

  test("while another program holds the database", async () => {
    const database = path.join(folder, "held.db");
    copyFileSync(template, database);
    const holder = new Database(database);
    holder.pragma("journal_mode = WAL");
    holder.exec("BEGIN IMMEDIATE");
    const { last: held } = await runJob(database, fileOf("held", 10), null);
    holder.exec("ROLLBACK");
    holder.close();
    expect(held).toMatchObject({ state: "failed", trouble: { status: 503, code: "busy" } });
    expect((await runJob(database, fileOf("held", 10), null)).last).toMatchObject({ state: "done" });
  });
});
