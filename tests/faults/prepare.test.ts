import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { bundledScript } from "@/tests/setup/site/bundled-script";
import { noteTrials, timeFor, trialsOf } from "@/tests/setup/trials";

const root = mkdtempSync(path.join(tmpdir(), "footnote-faults-"));
let folder = root;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = path.join(root, String(count));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let script: readonly string[] = [];
beforeAll(async () => {
  script = await bundledScript("scripts/prepare.ts", root);
});
const isRoot = process.getuid?.() === 0;

function prepare(databaseUrl: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, script, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: "utf8",
  });
  return { status, lines: `${stdout}${stderr}`.trim().split("\n") };
}

/** Whether this machine lets the test mount a small file system; root in a plain container may not. */
function mountTmpfs(at: string, options: string): boolean {
  mkdirSync(at, { recursive: true });
  return isRoot && spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", at]).status === 0;
}

function figuresIn(file: string): number {
  const database = new Database(file, { readonly: true });
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(database.pragma("foreign_key_check")).toEqual([]);
    return (database.prepare("SELECT count(*) AS n FROM Figure").get() as { n: number }).n;
  } finally {
    database.close();
  }
}

describe("a failure is one line with its cause and its cure, exit code 1", () => {
  test.each([
    ["another engine", () => "mysql://localhost/footnote", /DATABASE_URL is “mysql:…”; set it to a SQLite file/],
    ["a folder", () => `file:${folder}`, /names a folder .*: set it to a file/],
    [
      "a file that is no database",
      () => {
        writeFileSync(
          path.join(folder, "notes.txt"),
          "no database, just a long enough text to be read as a header\n".repeat(40),
        );
        return `file:${folder}/notes.txt`;
      },
      /not a SQLite database .*: set it to another file/,
    ],
    ["a folder where the system makes none", () => "file:/proc/nope/footnote.db", /cannot be made .*: choose another/],
    [
      "a folder that cannot be made",
      () => {
        writeFileSync(path.join(folder, "file"), "");
        return `file:${folder}/file/footnote.db`;
      },
      /cannot be made .*: choose another/,
    ],
    [
      "somebody else's database",
      () => {
        new Database(path.join(folder, "other.db")).exec("CREATE TABLE customers (id)").close();
        return `file:${folder}/other.db`;
      },
      /has other tables: set DATABASE_URL to a file of its own/,
    ],
  ])("%s", (_, url, message) => {
    const { status, lines } = prepare(url());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
    expect(status).toBe(1);
  });

  test("a database newer than the code", () => {
    const file = path.join(folder, "newer.db");
    copyFileSync(inject("templates").seeded, file);
    const database = new Database(file);
    database.exec(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ('x', 'x', '29990101000000_later', 0, 0, 1)",
    );
    database.close();
    const { status, lines } = prepare(`file:${file}`);
    expect(lines).toEqual([expect.stringMatching(/newer than this code .*29990101000000_later.*: update the code/)]);
    expect(status).toBe(1);
  });

  test("a migration that fails leaves the database as it was", () => {
    const file = path.join(folder, "failing.db");
    copyFileSync(inject("templates").seeded, file);
    const database = new Database(file);
    database.exec("DELETE FROM _prisma_migrations");
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.close();
    const before = readFileSync(file);
    const { status, lines } = prepare(`file:${file}`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/migration failed, and the database is as it was/);
    expect(status).toBe(1);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes(".next") || name.endsWith(".lock"))).toEqual([]);
  });

  test("a folder that is read-only", ({ skip }) => {
    const place = path.join(folder, "read-only");
    if (isRoot) {
      if (!mountTmpfs(place, "ro")) skip("root may write everywhere, and no read-only file system can be mounted here");
    } else {
      mkdirSync(place);
      chmodSync(place, 0o500);
    }
    try {
      const { status, lines } = prepare(`file:${place}/footnote.db`);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/cannot be written.*: give this user write access/);
      expect(status).toBe(1);
    } finally {
      if (isRoot) spawnSync("umount", [place]);
    }
  });

  test("a full disk, and after making room all is well", ({ skip }) => {
    const place = path.join(folder, "small");
    if (!mountTmpfs(place, "size=700k")) skip("no small file system can be mounted here");
    try {
      const { status, lines } = prepare(`file:${place}/footnote.db`);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/disk is full: free some space .*nothing was changed/);
      expect(status).toBe(1);
      expect(existsSync(`${place}/footnote.db`)).toBe(false);
      spawnSync("mount", ["-o", "remount,size=20m", place]);
      expect(prepare(`file:${place}/footnote.db`).status).toBe(0);
      expect(figuresIn(`${place}/footnote.db`)).toBe(467);
    } finally {
      spawnSync("umount", [place]);
    }
  });

  test("a Node that is too old", () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); import('./scripts/start.mjs')";
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", old], { encoding: "utf8" });
    expect(`${stdout}${stderr}`.trim()).toBe(
      "Node 18.20.0 is too old: install Node 20.19 or newer from https://nodejs.org",
    );
    expect(status).toBe(1);
  });

  test("a port in use", async () => {
    const file = path.join(folder, "footnote.db");
    const other = path.join(folder, "other.db");
    for (const copy of [file, other]) copyFileSync(inject("templates").seeded, copy);
    const settings = { SITE_URL: "", FOOTNOTE_SECRET: randomBytes(32).toString("base64url") };
    const env = { ...process.env, NODE_ENV: "production" as const, ...settings };
    const serve = (port: string, database: string): ChildProcess =>
      spawn(process.execPath, ["--import", "tsx", "server/serve.ts"], {
        env: { ...env, PORT: port, DATABASE_URL: `file:${database}` },
      });
    const first = serve("0", file);
    try {
      const port = await new Promise<string>((resolve, reject) => {
        first.on("exit", () => reject(new Error("The first site stopped")));
        first.stdout?.on("data", (chunk) => {
          const found = /localhost:(\d+)/.exec(String(chunk))?.[1];
          if (found) resolve(found);
        });
      });
      const second = serve(port, other);
      let said = "";
      second.stderr?.on("data", (chunk) => {
        said += chunk;
      });
      const code = await new Promise((resolve) => second.on("exit", resolve));
      expect(said.trim()).toBe(`Port ${port} is in use: stop what uses it, or choose another with PORT=3001 npm start`);
      expect(code).toBe(1);
    } finally {
      first.kill("SIGKILL");
    }
  });
});

describe("killed at any moment, the next start completes or has changed nothing", () => {
  test("12 kills while a database is made", { timeout: timeFor(300_000) }, async (context) => {
    const kills = trialsOf(12);
    const place = folder;
    const file = path.join(place, "footnote.db");
    // One that is let live tells how long it takes here: kills are spread over all of it.
    const from = performance.now();
    expect(prepare(`file:${place}/whole.db`).status).toBe(0);
    const whole = performance.now() - from;
    for (let kill = 0; kill < kills; kill += 1) {
      const child = spawn(process.execPath, script, {
        env: { ...process.env, DATABASE_URL: `file:${file}` },
        stdio: "ignore",
      });
      const ended = once(child, "exit");
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.1 + (0.96 * kill) / kills));
      await ended;
      clearTimeout(timer);
      if (existsSync(file)) expect(figuresIn(file)).toBe(467);
      if (kill % 5 === 4) for (const name of readdirSync(place)) rmSync(path.join(place, name));
    }
    expect(prepare(`file:${file}`).status).toBe(0);
    expect(figuresIn(file)).toBe(467);
    expect(prepare(`file:${file}`).lines).toEqual(["up to date"]);
    noteTrials(context, kills, "kills while a database is made");
  });

  test("two starts at once do not collide", async () => {
    const file = path.join(folder, "footnote.db");
    const codes = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<number | null>((resolve) => {
            const env = { ...process.env, DATABASE_URL: `file:${file}` };
            spawn(process.execPath, script, { env, stdio: "ignore" }).on("exit", resolve);
          }),
      ),
    );
    // Whoever comes second either finds the work done or is told to wait.
    expect(codes).toContain(0);
    expect(figuresIn(file)).toBe(467);
  });
});
