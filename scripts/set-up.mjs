// What start, dev and test do first. Plain JavaScript without dependencies: nothing is installed yet.
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { tryPort } from "./listening.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const marks = path.join(root, "node_modules/.footnote");

/** A failure that the reader of the terminal can mend: printed as one line. */
export class Failure extends Error {}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Failure(`Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org`);
  }
}

/** Runs a command in the project; rejects with its output when it fails. `quiet` keeps the output to itself until then. */
export function run(command, args, { quiet = true, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
      shell: process.platform === "win32" && command === "npm",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve(output);
      // What was not kept quiet has said itself what is wrong.
      if (!quiet) return reject(new Failure(""));
      const last = output.trim().split("\n").slice(-30).join("\n");
      reject(new Failure(last !== "" ? last : `${command} ${args.join(" ")} stopped with code ${code}`));
    });
  });
}

/**
 * Runs the server until it ends, at the terminal. A signal to this process reaches it; so does the end of this process by any other
 * way, since the channel between the two closes then. Rejects where it ended with a failure, which it has said itself.
 */
export function serve(args, env) {
  return new Promise((resolve, reject) => {
    const stdio = ["inherit", "inherit", "inherit", "ipc"];
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio });
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Failure(""))));
  });
}

/** Throws where the port of PORT cannot be listened on: asked before anything is changed. */
export async function checkPort() {
  const { PORT = "3000", HOST = "0.0.0.0" } = process.env;
  // What is no port is said by the server, which reads all settings.
  const port = /^\d{1,5}$/.test(PORT) ? Number(PORT) : 0;
  await tryPort(HOST === "" ? "0.0.0.0" : HOST, port > 65_535 ? 0 : port).catch((error) => {
    throw new Failure(error.message);
  });
}

/** Runs a TypeScript file of the project. The condition lets scripts import what only servers may import. */
export function runScript(file, args = [], options = {}) {
  return run(process.execPath, [...scriptFlags, file, ...args], options);
}
export const scriptFlags = ["--conditions=react-server", "--import", "tsx"];

/** Does a step and says how long it took; a step whose inputs are as they were last time is skipped. */
async function step(name, inputs, work, result = () => existsSync(root)) {
  const mark = path.join(marks, name.replaceAll(" ", "-"));
  const hash = inputs === null ? null : hashOf(inputs);
  if (hash !== null && existsSync(mark) && readFileSync(mark, "utf8") === hash && result()) {
    console.log(`  ${name}: up to date`);
    return;
  }
  const from = Date.now();
  const said = await work();
  if (hash !== null) {
    mkdirSync(marks, { recursive: true });
    writeFileSync(mark, hash);
  }
  const note = typeof said === "string" ? said.trim() : "";
  console.log(
    `  ${name}: ${note === "" || note.includes("\n") ? "done" : note} (${((Date.now() - from) / 1000).toFixed(1)} s)`,
  );
}

/** SHA-256 of the names and contents of files and folders of the project, and of the Node version. */
function hashOf(inputs) {
  const hash = createHash("sha256").update(process.versions.modules);
  const add = (name) => {
    const file = path.join(root, name);
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      if (name === "lib/generated") return;
      for (const entry of readdirSync(file).sort()) add(`${name}/${entry}`);
    } else if (!name.endsWith(".test.ts") && !name.endsWith(".test.tsx")) {
      hash.update(`${name}\0`).update(readFileSync(file));
    }
  };
  for (const input of inputs) add(input);
  return hash.digest("hex");
}

// No package needs its own script but the database driver, which is made ready beside other work.
const INSTALL = ["install", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** Installs what package-lock.json names, when that has changed. */
export async function install() {
  const isThere = () => existsSync(path.join(root, "node_modules/next/package.json"));
  await step(
    "packages",
    ["package.json", "package-lock.json"],
    async () => {
      console.log("  packages: installing from the lock file; this takes about a minute");
      await run("npm", INSTALL);
      return "installed";
    },
    isThere,
  );
}

const DRIVER = path.join(root, "node_modules/better-sqlite3");

/** The major release of the database driver that this Node can run (docs/decisions/0014-two-releases-of-the-database-driver.md). */
function wantedDriver() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 14) ? "13" : "12";
}

function isDriverInPlace() {
  const file = path.join(DRIVER, "package.json");
  return existsSync(file) && JSON.parse(readFileSync(file, "utf8")).version.startsWith(`${wantedDriver()}.`);
}

async function putDriverInPlace() {
  const copy = `${DRIVER}.next`;
  rmSync(copy, { recursive: true, force: true });
  if (wantedDriver() === "13") cpSync(`${DRIVER}-13`, copy, { recursive: true });
  rmSync(DRIVER, { recursive: true, force: true });
  if (existsSync(copy)) renameSync(copy, DRIVER);
  else await run("npm", INSTALL);
}

/** Puts the database driver in place, fetching or compiling its compiled part, unless it works already. */
export async function makeDriver() {
  const works = () => run(process.execPath, ["-e", 'require("better-sqlite3")(":memory:").close()']);
  const work = async () => {
    if (!isDriverInPlace()) await putDriverInPlace();
    const isMade = await works().then(
      () => true,
      () => false,
    );
    if (isMade) return "works";
    console.log("  database driver: fetching it ready-made, or compiling it; that takes a minute or two");
    await run("npm", ["rebuild", "better-sqlite3", "--loglevel=error"]);
    await works();
    return "made";
  };
  await step("database driver", ["package-lock.json"], work, isDriverInPlace);
}

/** The schema of each kind of database. */
const SCHEMAS = ["prisma/schema.prisma", "prisma/postgresql/schema.prisma"];

/** Writes the Prisma client and the citation styles. Prisma wants an engine file even where it needs none: it is given a program that refuses to run. */
export async function generate() {
  await step(
    "database client",
    [...SCHEMAS, "prisma.config.ts", "package-lock.json"],
    async () => {
      const env = { PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, "scripts/database/no-schema-engine.mjs") };
      const prisma = "node_modules/prisma/build/index.js";
      for (const schema of SCHEMAS) await run(process.execPath, [prisma, "generate", "--schema", schema], { env });
    },
    () => ["prisma", "postgresql"].every((name) => existsSync(path.join(root, `lib/generated/${name}/client.ts`))),
  );
  await step(
    "citation styles",
    ["scripts/citation-styles.mjs", "package-lock.json"],
    () => run(process.execPath, ["scripts/citation-styles.mjs"]),
    () => existsSync(path.join(root, "lib/generated/csl.ts")),
  );
}

/** The script of the site's jobs, and the file that the build makes of it (lib/jobs/start-script.ts). */
const JOB_SCRIPT = "scripts/import-job.ts";
const JOB_FILE = ".next/scripts/import-job.mjs";

/** What the site is built from. */
const SITE = [
  "app",
  "components",
  "instrumentation.ts",
  "lib",
  "next.config.js",
  "tsconfig.json",
  "package-lock.json",
  JOB_SCRIPT,
  "scripts/bundle-script.mjs",
  ...SCHEMAS,
];

/** Builds the site, when anything it is made of has changed. */
export async function build() {
  await step(
    "site",
    SITE,
    async () => {
      console.log("  site: building; this takes about a minute");
      await run(process.execPath, ["node_modules/next/dist/bin/next", "build"]);
      const { bundleScript } = await import("./bundle-script.mjs");
      await bundleScript(path.join(root, JOB_SCRIPT), path.join(root, JOB_FILE));
      return "built";
    },
    () => [".next/BUILD_ID", JOB_FILE].every((file) => existsSync(path.join(root, file))),
  );
}

/** Checks, once for each build, that its pages have the shape that the proxy takes apart. Wants the driver and the client. */
export async function checkPages() {
  await step("pages", [...SITE, "scripts"], () => {
    const env = { NODE_ENV: "production", FOOTNOTE_SECRET: randomBytes(32).toString("base64url") };
    return runScript("scripts/check-pages.ts", [], { env });
  });
}

/** Brings the database to the state that the code expects. The script says what it did. */
export async function prepare() {
  await step("database", null, () => runScript("scripts/prepare.ts"));
}

/** Writes a .env with a fresh secret, readable by its owner only, unless there is one or the secret is given otherwise; then reads it. */
export function readSettings() {
  const file = path.join(root, ".env");
  try {
    if (!existsSync(file)) {
      // Settings come from a supervisor then, and the folder of the project may be one that is only read.
      if (process.env.FOOTNOTE_SECRET) return;
      writeFileSync(file, `FOOTNOTE_SECRET="${randomBytes(32).toString("base64url")}"\n`, { mode: 0o600 });
      console.log("  settings: wrote .env with a fresh secret");
    }
    process.loadEnvFile(file);
  } catch (error) {
    throw new Failure(`${file} cannot be read or made (${error.code}): give this user access to it`);
  }
}

/** Runs a main function: a mendable failure is one line and exit code 1. */
export async function main(work) {
  process.chdir(root);
  try {
    checkNode();
    await work();
  } catch (error) {
    const isSaid = error instanceof Failure && error.message === "";
    if (!isSaid)
      console.error(error instanceof Failure ? error.message : `Unexpected failure: ${error?.stack ?? error}`);
    process.exitCode = 1;
  }
}
