import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, inject, test } from "vitest";
import { backUpSqlite, restoreSqlite } from "@/scripts/database/sqlite/backup";
import { bundledScript } from "@/tests/setup/site/bundled-script";
import { chance, noteTrials, timeFor, trialsOf } from "@/tests/setup/trials";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-backup-"));
const template = inject("templates").seeded;
let count = 0;

/** A database of its own for one test. */
function fresh(): { readonly database: string; readonly backups: string } {
  count += 1;
  const database = path.join(folder, `${count}.db`);
  copyFileSync(template, database);
  return { database, backups: path.join(folder, `backups-${count}`) };
}

const INSERT = "INSERT INTO Revision (resource, key, kind, after, who) VALUES ('Test', 'x', 'created', '{}', 'test')";
const lastRevision = (file: string) => {
  const database = new Database(file, { readonly: true });
  const row = database.prepare("SELECT max(id) AS id FROM Revision").get() as { id: number };
  database.close();
  return row.id;
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a backup is listed only after it was opened and checked", () => {
  test("under writes, each backup is whole and has every change that was confirmed before it began", async () => {
    const { database, backups } = fresh();
    const writer = spawn(process.execPath, [
      "-e",
      `const db = new (require("better-sqlite3"))(process.argv[1]); db.pragma("journal_mode = WAL"); const s = db.prepare(${JSON.stringify(INSERT)});
       console.log("ready"); setInterval(() => s.run(), 2);`,
      database,
    ]);
    await new Promise((resolve) => writer.stdout.once("data", resolve));
    try {
      for (let round = 0; round < 10; round += 1) {
        const before = lastRevision(database);
        const { file, figures, revision } = backUpSqlite(database, backups, new Date(1e12 + round));
        expect(figures).toBe(467);
        expect(revision).toBeGreaterThanOrEqual(before);
        expect(lastRevision(file)).toBe(revision);
      }
    } finally {
      writer.kill("SIGKILL");
    }
    expect(readdirSync(backups)).toHaveLength(10);
  });

  test("killed at any moment, none has its final name that is not whole (T51)", {
    timeout: timeFor(300_000),
  }, async (context) => {
    const script = await bundledScript("scripts/backup.ts", folder);
    const { database, backups } = fresh();
    const start = () =>
      spawn(process.execPath, [...script, backups], {
        env: { ...process.env, DATABASE_URL: `file:${database}` },
        stdio: "ignore",
      });
    const from = performance.now();
    await once(start(), "close");
    const whole = performance.now() - from;
    const kills = trialsOf(15);
    for (let kill = 0; kill < kills; kill += 1) {
      const child = start();
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.3 + 0.7 * chance()));
      await once(child, "close");
      clearTimeout(timer);
      for (const name of readdirSync(backups).filter((one) => one.endsWith(".db"))) {
        const copy = new Database(path.join(backups, name), { readonly: true });
        expect([
          copy.pragma("integrity_check", { simple: true }),
          copy.prepare("SELECT count(*) FROM Figure").pluck().get(),
        ]).toEqual(["ok", 467]);
        copy.close();
        rmSync(path.join(backups, name));
      }
    }
    await once(start(), "close");
    expect(readdirSync(backups).filter((name) => name.includes(".part"))).toEqual([]);
    noteTrials(context, kills, "kills during backups");
  });

  test("what a killed run left is removed, and never has a final name", () => {
    const { database, backups } = fresh();
    const { file } = backUpSqlite(database, backups, new Date(1e12));
    writeFileSync(path.join(backups, "footnote-1.db.part"), "half");
    backUpSqlite(database, backups, new Date(2e12));
    expect(readdirSync(backups).filter((name) => name.includes("part"))).toEqual([]);
    expect(existsSync(file)).toBe(true);
  });

  test("only so many stay, the newest, whatever else lies there", () => {
    const { database, backups } = fresh();
    const made = [1, 2, 3].map((round) => backUpSqlite(database, backups, new Date(1e12 + round)).file);
    writeFileSync(path.join(backups, "notes.txt"), "mine");
    // Files of one instant have no order: as if made a day apart.
    for (const [index, file] of made.entries()) utimesSync(file, 1e9 + index * 86_400, 1e9 + index * 86_400);
    const { file } = backUpSqlite(database, backups, new Date(2e12), 2);
    expect(readdirSync(backups).sort()).toEqual([path.basename(made[2] ?? ""), path.basename(file), "notes.txt"]);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test("a second of the same moment is refused, and the first stays", () => {
    const { database, backups } = fresh();
    const { file } = backUpSqlite(database, backups, new Date(1e12));
    const hash = readFileSync(file);
    expect(() => backUpSqlite(database, backups, new Date(1e12))).toThrow(/there already/);
    expect(readFileSync(file).equals(hash)).toBe(true);
  });
});

describe("restoring is one command", () => {
  test("brings back what the backup has, and keeps what was there", () => {
    const { database, backups } = fresh();
    const { file, revision } = backUpSqlite(database, backups, new Date(1e12));
    const live = new Database(database);
    live.exec(INSERT);
    live.close();
    const { kept } = restoreSqlite(file, database, new Date(1e12));
    expect(lastRevision(database)).toBe(revision);
    expect(lastRevision(kept ?? "")).toBe(revision + 1);
  });

  test.each([
    ["is cut short", (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
    [
      "has a page of noise",
      (file: string) => writeSync(openSync(file, "r+"), Buffer.alloc(40_000, 7), 0, 40_000, 40_960),
    ],
    [
      "has noise where no count looks",
      (file: string) => {
        const copy = new Database(file);
        const page = copy.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'Topic'").pluck().get() as number;
        const size = copy.pragma("page_size", { simple: true }) as number;
        copy.close();
        writeSync(openSync(file, "r+"), Buffer.alloc(100, 7), 0, 100, (page - 1) * size);
      },
    ],
    [
      "has metrics of a topic that is gone",
      (file: string) => {
        const copy = new Database(file);
        copy.pragma("foreign_keys = OFF");
        expect(copy.prepare("DELETE FROM Topic WHERE id = (SELECT min(topicId) FROM Metric)").run().changes).toBe(1);
        copy.close();
      },
    ],
    ["is no database", (file: string) => writeFileSync(file, "not a database at all")],
    ["is missing", (file: string) => rmSync(file)],
    [
      "is newer than the code",
      (file: string) => {
        const copy = new Database(file);
        copy.exec("UPDATE _prisma_migrations SET migration_name = '29990101000000_later' WHERE rowid = 1");
        copy.close();
      },
    ],
  ])("a backup that %s is refused, and the database is as it was", (_, damage) => {
    const { database, backups } = fresh();
    const { file } = backUpSqlite(database, backups, new Date(1e12));
    damage(file);
    const before = [readFileSync(database), statSync(database).mtimeMs] as const;
    expect(() => restoreSqlite(file, database, new Date(1e12))).toThrow(
      /not whole|malformed|not a SQLite|newer|no backup/,
    );
    expect(readFileSync(database).equals(before[0])).toBe(true);
    expect(existsSync(`${database}.next`)).toBe(false);
  });

  test("while a site has the database open, it is refused", () => {
    const { database, backups } = fresh();
    const { file } = backUpSqlite(database, backups, new Date(1e12));
    const other = spawn(process.execPath, [
      "-e",
      `const db = new (require("better-sqlite3"))(process.argv[1]); db.pragma("journal_mode = WAL"); db.prepare("SELECT count(*) FROM Figure").get(); console.log("open"); setInterval(() => db, 1000);`,
      database,
    ]);
    return new Promise((resolve) => other.stdout.once("data", resolve)).then(() => {
      try {
        expect(() => restoreSqlite(file, database, new Date(1e12))).toThrow(
          /in use by a running site or command: stop it/,
        );
      } finally {
        other.kill("SIGKILL");
      }
    });
  });

  test("the commands say what they did in one line", () => {
    const { database, backups } = fresh();
    const run = (name: string, argument: string) =>
      spawnSync("npm", ["run", "--silent", name, "--", argument], {
        encoding: "utf8",
        env: { ...process.env, DATABASE_URL: `file:${database}` },
      });
    expect(run("backup", backups).stdout).toMatch(/^Backed up and checked: \S+ \(467 figures, last change \d+\)\n$/);
    const [name = ""] = readdirSync(backups);
    expect(run("restore", path.join(backups, name)).stdout).toMatch(
      /^Restored 467 figures, last change \d+; .*kept as \S+\n$/,
    );
    const failed = run("restore", path.join(backups, "nothing.db"));
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringMatching(/^There is no backup at .*\n$/)]);
  });
});
