import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openClient } from "@/lib/data/db/client";
import { toDatabaseError } from "@/lib/data/db/database-errors";
import { backUpSqlite } from "@/scripts/database/sqlite/backup";
import { bundledScript } from "@/tests/setup/site/bundled-script";
import { chance, noteTrials, timeFor, trialsOf } from "@/tests/setup/trials";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-beside-"));
const template = inject("templates").seeded;
/** The migrations of the project and one more, as the next version would bring. */
const later = path.join(folder, "migrations");
let savingScript: readonly string[] = [];
let preparingScript: readonly string[] = [];
let count = 0;

beforeAll(async () => {
  savingScript = await bundledScript("tests/setup/data/saving.ts", folder);
  preparingScript = await bundledScript("tests/setup/site/preparing.ts", folder);
  cpSync("prisma/migrations", later, { recursive: true });
  mkdirSync(path.join(later, "29990101000000_later"));
  const fill =
    "INSERT INTO Later (text) SELECT hex(randomblob(400)) FROM Figure a, (SELECT id FROM Figure LIMIT 40) b;";
  writeFileSync(
    path.join(later, "29990101000000_later/migration.sql"),
    `CREATE TABLE Later (text TEXT NOT NULL);${fill}`,
  );
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A database of its own for one test, in a folder of its own. */
function fresh(): string {
  count += 1;
  mkdirSync(path.join(folder, String(count)));
  const file = path.join(folder, String(count), "footnote.db");
  copyFileSync(template, file);
  return file;
}

/** Starts the preparation that the next version would do; `ended` has its exit code and what it said. */
function migrate(file: string): {
  readonly child: ChildProcess;
  readonly ended: Promise<readonly [number | null, string]>;
} {
  const child = spawn(process.execPath, [...preparingScript, file, later]);
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.pipe(process.stderr);
  return { child, ended: once(child, "close").then(([exit]) => [exit as number | null, said.trim()] as const) };
}

/** A process that saves without end, and the keys of the figures whose save it has confirmed so far. */
async function savingInto(file: string) {
  const child = spawn(process.execPath, [...savingScript, "1", "1"], {
    env: { ...process.env, DATABASE_URL: `file:${file}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const confirmed = new Set<string>();
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) confirmed.add(line.split(" ")[2] ?? "");
  });
  await once(child.stdout, "data");
  const until = async (many: number) => {
    while (confirmed.size < many) await once(child.stdout, "data");
  };
  const stop = async () => {
    const ended = once(child.stdout, "end");
    child.kill("SIGKILL");
    await ended;
  };
  return { confirmed, until, stop };
}

function keysIn(file: string): ReadonlySet<string> {
  const database = new Database(file, { readonly: true });
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return new Set(database.prepare(`SELECT "publicId" FROM "Figure"`).pluck().all() as string[]);
  } finally {
    database.close();
  }
}

const isMigrated = (file: string) => {
  const database = new Database(file, { readonly: true });
  const found = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'Later'").get() !== undefined;
  database.close();
  return found;
};

describe("an upgrade beside a running site (T53, T65)", () => {
  test("is refused while the site saves, and no confirmed save is lost; once it has stopped, the upgrade has them all", async () => {
    const file = fresh();
    const site = await savingInto(file);
    try {
      const tries = await Promise.all([migrate(file).ended, migrate(file).ended]);
      for (const [code, said] of tries) {
        expect(said).toMatch(/in use by a running site or command: stop it|is preparing the database: wait for it/);
        expect(code).toBe(1);
      }
      const before = site.confirmed.size;
      await site.until(before + 20);
    } finally {
      await site.stop();
    }
    expect(isMigrated(file)).toBe(false);
    expect([...site.confirmed].filter((key) => !keysIn(file).has(key))).toEqual([]);
    expect(await migrate(file).ended).toEqual([0, expect.stringMatching(/^migrated \(29990101000000_later\)/)]);
    expect(isMigrated(file)).toBe(true);
    expect([...site.confirmed].filter((key) => !keysIn(file).has(key))).toEqual([]);
  });

  test("a writer that comes while it works waits or is refused, and is then not confirmed to the old file", async () => {
    const file = fresh();
    const { child, ended } = migrate(file);
    // From the moment the copy is there, nobody else may write to the old file.
    while (!existsSync(`${file}.next`)) await new Promise((resolve) => setTimeout(resolve, 2));
    const client = openClient(`file:${file}`);
    const saved = await client.topic.create({ data: { slug: "beside", name: "Beside", position: 99 } }).then(
      () => true,
      () => false,
    );
    const [code] = await ended;
    await client.$disconnect();
    expect([code, child.signalCode]).toEqual([0, null]);
    const database = new Database(file, { readonly: true });
    const found = database.prepare(`SELECT count(*) FROM "Topic" WHERE "slug" = 'beside'`).pluck().get();
    database.close();
    expect(found).toBe(saved ? 1 : 0);
  });

  test("killed at any moment, the file is the old one or the new one, whole", {
    timeout: timeFor(300_000),
  }, async (context) => {
    const kills = trialsOf(10);
    const file = fresh();
    const { ended } = migrate(file);
    const from = performance.now();
    await ended;
    const whole = performance.now() - from;
    const outcomes = new Set<boolean>();
    for (let kill = 0; kill < kills; kill += 1) {
      const victim = fresh();
      const { child, ended: gone } = migrate(victim);
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.4 + (0.7 * kill) / kills));
      await gone;
      clearTimeout(timer);
      expect(keysIn(victim).size).toBe(467);
      outcomes.add(isMigrated(victim));
      expect((await migrate(victim).ended)[0]).toBe(0);
      expect(isMigrated(victim)).toBe(true);
    }
    expect(outcomes).toContain(false);
    noteTrials(context, kills, "kills during migrations");
  });

  test("keeps the file from before, and of those the newest three", async () => {
    const file = fresh();
    for (const [index, name] of ["a", "b", "c", "d"].entries()) {
      writeFileSync(`${file}.before-${name}`, name);
      spawnSync("touch", ["-d", `2026-01-0${index + 1}`, `${file}.before-${name}`]);
    }
    await migrate(file).ended;
    const kept = readdirSync(path.dirname(file)).filter((name) => name.includes(".before-"));
    expect(kept.sort()).toEqual([
      "footnote.db.before-29990101000000_later",
      "footnote.db.before-c",
      "footnote.db.before-d",
    ]);
    expect(isMigrated(`${file}.before-29990101000000_later`)).toBe(false);
    expect(keysIn(`${file}.before-29990101000000_later`).size).toBe(467);
  });
});

/** Starts the built site on a file; what it says until it listens or ends. */
async function serve(
  file: string,
): Promise<{ readonly child: ChildProcess; readonly said: string; readonly code: number | null }> {
  const settings = {
    DATABASE_URL: `file:${file}`,
    PORT: "0",
    SITE_URL: "",
    FOOTNOTE_SECRET: randomBytes(32).toString("base64url"),
  };
  const child = spawn(process.execPath, ["--import", "tsx", "server/serve.ts"], {
    env: { ...process.env, NODE_ENV: "production", ...settings },
  });
  let said = "";
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
        if (said.includes("ready at")) resolve({ child, said, code: null });
      });
    }
    child.on("close", (code) => resolve({ child, said: said.trim(), code }));
  });
}

describe("one file is served by one site", () => {
  test("a second one is refused, and the file is as private as what it holds", async () => {
    const file = fresh();
    const { child, code } = await serve(file);
    try {
      expect(code).toBe(null);
      const second = await serve(file);
      expect([second.code, second.said]).toEqual([
        1,
        expect.stringMatching(/^Another site serves .*: stop it, or set DATABASE_URL/),
      ]);
      for (const side of ["-wal", "-shm"]) expect(statSync(file + side).mode & 0o077, side).toBe(0);
    } finally {
      child.kill("SIGKILL");
    }
    // A lock that outlived its holder would keep the site from starting again.
    await once(child, "close");
    const again = await serve(file);
    again.child.kill("SIGKILL");
    expect(again.code).toBe(null);
  });

  test.each([
    ["removed", (file: string) => rmSync(file)],
    [
      "replaced",
      (file: string) => {
        copyFileSync(template, `${file}.other`);
        renameSync(`${file}.other`, file);
      },
    ],
  ])("when it is %s under a running site, no save is confirmed any more", async (_, change) => {
    const file = fresh();
    const client = openClient(`file:${file}`);
    const save = (slug: string) =>
      client.topic.create({ data: { slug, name: slug, position: 99 } }).then(
        () => "saved",
        (error: unknown) => toDatabaseError(error),
      );
    const together = () =>
      client
        .$transaction((tx) => tx.topic.findMany())
        .then(
          () => "saved",
          (error: unknown) => toDatabaseError(error),
        );
    expect(await save("before")).toBe("saved");
    change(file);
    expect([await save("after"), await together()]).toEqual(["moved", "moved"]);
    await client.$disconnect();
  });
});

describe("a damaged database is neither prepared nor served (T59)", () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ["a page of noise", (file) => overwrite(file, 40_960, Buffer.alloc(4096, 7))],
    ["a page of zeros", (file) => overwrite(file, 8 * 4096, Buffer.alloc(4096))],
    [
      "its end cut off",
      (file) => writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 8192) * 4096)),
    ],
  ];

  test.each(damages)("%s", async (_, damage) => {
    const file = fresh();
    const backup = backUpSqlite(file, path.join(path.dirname(file), "backups"), new Date(1e12)).file;
    damage(file);
    const before = readFileSync(file);
    const said = new RegExp(
      `damaged \\(.*\\), so it is not used: put a backup .* npm run restore -- .*${path.basename(backup)}$`,
    );
    expect((await migrate(file).ended)[1]).toMatch(said);
    const site = await serve(file);
    expect([site.code, site.said]).toEqual([1, expect.stringMatching(said)]);
    expect(readFileSync(file).equals(before)).toBe(true);
    const restored = spawnSync("npm", ["run", "--silent", "restore", "--", backup], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: `file:${file}` },
    });
    expect(restored.stdout).toMatch(/^Restored 467 figures/);
  });
});

test("of a large file what grows is read through while it is served: damaged, it is served no more, and not again (T59)", async () => {
  const file = fresh();
  const database = new Database(file);
  database.exec("CREATE TABLE Ballast (bytes BLOB); INSERT INTO Ballast VALUES (zeroblob(270 * 1024 * 1024))");
  const root = database
    .prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'Citation_milestoneId_idx'`)
    .pluck()
    .get();
  database.close();
  overwrite(file, (Number(root) - 1) * 4096, Buffer.alloc(4096, 7));
  const site = await serve(file);
  expect(site.said).toContain("ready at");
  let said = "";
  site.child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const damaged = /damaged \(.*\), so it is not used: put a backup/;
  expect(await once(site.child, "close")).toEqual([1, null]);
  expect(said).toMatch(damaged);
  expect(await serve(file)).toMatchObject({ code: 1, said: expect.stringMatching(damaged) });
});

// What SQLite does not see is a change within a value, since it keeps no checksums: SECURITY.md says so.
test("of noise anywhere in the file, each is refused in a sentence, or the file is whole by SQLite's own check (T59)", {
  timeout: timeFor(300_000),
}, async (context) => {
  const turns = trialsOf(10);
  let refused = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const file = fresh();
    const noise = Buffer.from(Array.from({ length: 512 }, () => Math.floor(chance() * 256)));
    overwrite(file, Math.floor(chance() * (statSync(file).size - noise.length)), noise);
    const [code, said] = await migrate(file).ended;
    if (code === 0) {
      keysIn(file);
    } else {
      expect(said).toMatch(/damaged \(.*\), so it is not used|not a SQLite database/);
      expect(said.split("\n")).toHaveLength(1);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(0);
  noteTrials(context, turns, `damages, ${refused} refused`);
});

function overwrite(file: string, at: number, bytes: Buffer): void {
  writeSync(openSync(file, "r+"), bytes, 0, bytes.length, at);
}

describe("what start.mjs starts ends with it", () => {
  // The server is played by a script that says its number and goes on; that the real one ends at a signal is tested elsewhere.
  const server = `console.log("ready"); process.on("disconnect", () => process.exit(0)); setInterval(() => {}, 1000);`;
  const starter = `import("./scripts/set-up.mjs").then(({ serve }) => serve(["-e", ${JSON.stringify(server)}], {}));`;

  test.each(["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"] as const)("by %s", async (signal) => {
    const child = spawn(process.execPath, ["-e", starter], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    const ended = once(child.stdout, "end");
    child.kill(signal);
    // The pipe ends when the last process that could write to it is gone; until then this waits.
    expect(await ended).toEqual([]);
  });
});
