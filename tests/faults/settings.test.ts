import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";

const GOOD = "q8Zk3vT1xY7bN5mR2wL9pD4cF6hJ0sGaKe";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the site with settings; the exit code and what it said. It must not get as far as listening. */
function start(settings: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const server = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", PORT: "0", FOOTNOTE_SECRET: GOOD, ...settings },
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
      if (said.includes("ready at")) server.kill();
    });
  }
  return new Promise((resolve) => server.on("close", (code) => resolve({ code, said })));
}

/** A file in the folder of this test, as a DATABASE_URL. */
function fileNamed(name: string, make: (file: string) => void = () => undefined) {
  const file = path.join(folder, name);
  make(file);
  return { DATABASE_URL: `file:${file}` };
}

describe("the site does not start with a setting that is wrong, and says in one sentence which and what to do", () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
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
    ["no backups kept", { BACKUPS_KEPT: "0" }, /^BACKUPS_KEPT has to be a whole number from 1 to 99999: change it/],
    ["an address that is none", { SITE_URL: "figures.example.org" }, /^SITE_URL has to begin with .*: change it/],
    ["a port of letters", { PORT: "web" }, /^PORT has to be a whole number from 0 to 65535: change it/],
    ["a port too high", { PORT: "65536" }, /^PORT has to be a whole number from 0 to 65535: change it/],
    ["a port written as code", { PORT: "0x50" }, /^PORT has to be a whole number/],
    [
      "an engine that is not offered",
      { DATABASE_URL: "postgresql://localhost/x" },
      /^DATABASE_URL is “postgresql:…”; set/,
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
  ])("%s", async (_, settings, sentence) => {
    const { code, said } = await start(settings);
    expect(said.trim().split("\n")).toEqual([expect.stringMatching(sentence)]);
    expect(code).toBe(1);
  });
});

test.each([
  ["import", ["prisma/data"]],
  ["export", ["folder"]],
  ["backup", []],
  ["restore", ["file.db"]],
  ["prepare", []],
])("nor does the command %s", (name, given) => {
  const flags = ["--conditions=react-server", "--import", "tsx", `scripts/${name}.ts`, ...given];
  const env = { ...process.env, PORT: "web" };
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, { env, encoding: "utf8" });
  expect(`${stdout}${stderr}`.trim()).toMatch(/^PORT has to be .*$/);
  expect(status).toBe(1);
});

test("a file to import that is not there", () => {
  const flags = ["--conditions=react-server", "--import", "tsx", "scripts/import.ts", "no/such.csv"];
  const { status, stderr } = spawnSync(process.execPath, flags, { encoding: "utf8" });
  expect(stderr.trim()).toBe("no/such.csv cannot be read (ENOENT): check its name, and that this user may read it");
  expect(status).toBe(1);
});

test("settings that cannot be read are a sentence as well, from a start and from a command", () => {
  const copy = path.join(folder, "project");
  cpSync("scripts", path.join(copy, "scripts"), { recursive: true });
  mkdirSync(path.join(copy, ".env"));
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
  const read = `import { main, readSettings } from "./scripts/set-up.mjs"; await main(async () => readSettings());`;
  for (const [flags, code] of [
    [["--input-type=module", "-e", read], 1],
    [["--import", "./scripts/read-settings.mjs", "-e", "0"], 1],
  ] as const) {
    const { status, stdout, stderr } = spawnSync(process.execPath, flags, { cwd: copy, encoding: "utf8" });
    expect(`${stdout}${stderr}`.trim()).toMatch(/^\S*\.env cannot be read .*: give this user access to it$/);
    expect(status).toBe(code);
  }
});
