import { type SpawnOptionsWithoutStdio, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, test } from "vitest";
import { bundledScript } from "@/tests/setup/site/bundled-script";

const GOOD = "q8Zk3vT1xY7bN5mR2wL9pD4cF6hJ0sGaKe";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs Node until it ends; the exit code and what it said. It must not get as far as listening. */
function run(args: readonly string[], options: SpawnOptionsWithoutStdio = {}) {
  const child = spawn(process.execPath, args, options);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
      if (said.includes("ready at")) child.kill();
    });
  }
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, said: said.trim() })),
  );
}

const scripts = new Map<string, Promise<readonly string[]>>();

/** Runs a script of the project, such as "scripts/prepare", bundled the first time. */
async function runScript(name: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  if (!scripts.has(name)) scripts.set(name, bundledScript(`${name}.ts`, folder));
  return run([...((await scripts.get(name)) ?? []), ...args], {
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
}

/** A file in the folder of this test, as a DATABASE_URL. */
function fileNamed(name: string, make: (file: string) => void = () => undefined) {
  const file = path.join(folder, name);
  make(file);
  return { DATABASE_URL: `file:${file}` };
}

describe("the site does not start with a setting that is wrong, and says in one sentence which and what to do (T11)", () => {
  test.concurrent.for<readonly [string, Readonly<Record<string, string>>, RegExp]>([
    ["no secret", { FOOTNOTE_SECRET: "" }, /^FOOTNOTE_SECRET is missing: put/],
    [
      "a short secret",
      { FOOTNOTE_SECRET: "q8Zk3vT1xY7bN5mR2wL9pD4cF6hJ0s" },
      /^FOOTNOTE_SECRET must have .*: change it/,
    ],
    ["a secret that repeats itself", { FOOTNOTE_SECRET: "abc".repeat(20) }, /^FOOTNOTE_SECRET must be random/],
    ["a secret of words", { FOOTNOTE_SECRET: "please-change-me-to-something-random-1234" }, /^FOOTNOTE_SECRET must be/],
    ["a proxy that is no address", { TRUSTED_PROXY: "localhost" }, /^TRUSTED_PROXY has to be .*: change it/],
    ["a network that is none", { TRUSTED_PROXY: "10.0.0.0/99" }, /^TRUSTED_PROXY has to be .*: change it/],
    ["a network that is everybody", { TRUSTED_PROXY: "10.0.0.1, 0.0.0.0/0" }, /^TRUSTED_PROXY would believe .*: name/],
    [
      "a replica of a file",
      { DATABASE_READ_URL: "postgresql://replica/footnote" },
      /^DATABASE_READ_URL is for PostgreSQL, and DATABASE_URL names a SQLite file: change it/,
    ],
    [
      "two replicas",
      { DATABASE_URL: "postgresql://one/footnote", DATABASE_READ_URL: "postgresql://one,two/footnote" },
      /^DATABASE_READ_URL names several hosts: name one, a replica of the one of DATABASE_URL: change it/,
    ],
    [
      "a way past PgBouncer to a file",
      { DATABASE_URL: "postgresql://one/footnote", DATABASE_DIRECT_URL: "file:other.db" },
      /^DATABASE_DIRECT_URL has to begin with postgresql:/,
    ],
    ["no worker", { WORKERS: "0" }, /^WORKERS has to be a whole number from 1 to 99: change it/],
    ["no backups kept", { BACKUPS_KEPT: "0" }, /^BACKUPS_KEPT has to be a whole number from 1 to 99999: change it/],
    ["an address that is none", { SITE_URL: "figures.example.org" }, /^SITE_URL has to begin with .*: change it/],
    ["a port of letters", { PORT: "web" }, /^PORT has to be a whole number from 0 to 65535: change it/],
    ["a port too high", { PORT: "65536" }, /^PORT has to be a whole number from 0 to 65535: change it/],
    ["a port written as code", { PORT: "0x50" }, /^PORT has to be a whole number/],
    ["an engine that is not offered", { DATABASE_URL: "mysql://localhost/x" }, /^DATABASE_URL is “mysql:…”; set/],
    [
      "a PostgreSQL that nobody runs",
      { DATABASE_URL: "postgresql://somebody:hidden@localhost:1/x" },
      /^The database is x at localhost:1, and nothing listens there: start PostgreSQL/,
    ],
    [
      "a database that is not there",
      fileNamed("nowhere/footnote.db"),
      /^There is no database at .*: npm start makes one/,
    ],
    ["a database that is a folder", fileNamed("folder", mkdirSync), /names a folder .*: set it/],
    [
      "a file that is no database",
      fileNamed("notes.db", (file) => writeFileSync(file, "Just a text, as long as the head of a file. ".repeat(40))),
      /not a SQLite database .*: set it/,
    ],
    [
      "somebody else's database",
      fileNamed("other.db", (file) => new Database(file).exec("CREATE TABLE customers (id)").close()),
      /has other tables: set DATABASE_URL/,
    ],
    [
      "a database without its tables",
      fileNamed("empty.db", (file) => writeFileSync(file, "")),
      /: npm start brings it/,
    ],
  ])("%s", async ([, settings, sentence], { expect }) => {
    const { code, said } = await runScript("server/serve", [], { PORT: "0", FOOTNOTE_SECRET: GOOD, ...settings });
    expect(said.split("\n")).toEqual([expect.stringMatching(sentence)]);
    expect(code).toBe(1);
  });
});

test.concurrent.for([
  ["import", ["prisma/data"]],
  ["export", ["folder"]],
  ["backup", []],
  ["restore", ["file.db"]],
  ["prepare", []],
] as const)("nor does the command %s", async ([name, given], { expect }) => {
  const { code, said } = await runScript(`scripts/${name}`, given, { PORT: "web" });
  expect(said).toMatch(/^PORT has to be .*$/);
  expect(code).toBe(1);
});

test.concurrent("a file to import that is not there", async ({ expect }) => {
  const { code, said } = await runScript("scripts/import", ["no/such.csv"], {});
  expect(said).toBe("no/such.csv cannot be read (ENOENT): check its name, and that this user may read it");
  expect(code).toBe(1);
});

test.concurrent("settings that cannot be read are a sentence as well, from a start and from a command", async ({
  expect,
}) => {
  const copy = path.join(folder, "project");
  cpSync("scripts", path.join(copy, "scripts"), { recursive: true });
  mkdirSync(path.join(copy, ".env"));
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
  const read = `import { main, readSettings } from "./scripts/set-up.mjs"; await main(async () => readSettings());`;
  for (const flags of [
    ["--input-type=module", "-e", read],
    ["--import", "./scripts/read-settings.mjs", "-e", "0"],
  ]) {
    const { code, said } = await run(flags, { cwd: copy });
    expect(said).toMatch(/^\S*\.env cannot be read .*: give this user access to it$/);
    expect(code).toBe(1);
  }
});
