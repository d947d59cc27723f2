import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { postgresqlFolder } from "./database/postgresql/programs.mjs";
import { build, checkPages, Failure, generate, install, main, makeDriver, run, runScript } from "./set-up.mjs";

const counts = { passed: 0, failed: 0 };

/** A check that passes or fails as a whole. */
async function check(name, work) {
  const from = Date.now();
  try {
    await work();
    counts.passed += 1;
    console.log(`  ${name}: passed (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  } catch (error) {
    counts.failed += 1;
    console.log(`  ${name}: FAILED\n${error.message}`);
  }
}

const node = (...args) => run(process.execPath, args);

/** Every project of vitest.config.ts. */
const ON_POSTGRESQL = ["data-postgresql", "browser-postgresql", "editors-postgresql"];
const PROJECTS = ["unit", "drawings", "data", "structure", "faults", "browser", "editors", ...ON_POSTGRESQL];
const NEEDS_BUILD = /^(?:faults|browser|editors|.+-postgresql)$|tests\/(?:faults|browser|editors|data\/postgresql)\//;

/** Test files of the project, as paths from its root. */
function testFiles() {
  const files = ["lib", "components", "server", "tests"].flatMap((room) =>
    readdirSync(room, { recursive: true }).map((file) => `${room}/${String(file).replaceAll(path.sep, "/")}`),
  );
  return files.filter((file) => /\.test\.tsx?$/.test(file));
}

/**
 * What a part is asked for by: names of projects, files or parts of their paths, else words of the tests' own names. Where an option
 * is among them, all of them are vitest's own.
 */
function readPart(words) {
  if (words.length === 0) return { isWhole: true, needsBuild: true, args: [] };
  if (words.some((word) => word.startsWith("-"))) return { isWhole: false, needsBuild: true, args: words };
  const all = testFiles();
  const projects = words.filter((word) => PROJECTS.includes(word));
  const paths = words.filter((word) => !projects.includes(word) && all.some((file) => file.includes(word)));
  const titles = words.filter((word) => !projects.includes(word) && !paths.includes(word));
  const places = [...projects, ...all.filter((file) => paths.some((part) => file.includes(part)))];
  return {
    isWhole: false,
    needsBuild: places.length === 0 || places.some((place) => NEEDS_BUILD.test(place)),
    args: [
      ...projects.map((name) => `--project=${name}`),
      ...paths,
      ...(titles.length === 0 ? [] : ["-t", titles.join(" ")]),
    ],
  };
}

/** What the tests of several servers and of faults start, by the Debian packages that have it. */
const BESIDE_SITES = {
  initdb: "postgresql",
  pgbouncer: "pgbouncer",
  nginx: "nginx-light",
  haproxy: "haproxy",
  strace: "strace",
};
const isThere = (program) =>
  postgresqlFolder(program) !== null || ["/usr/sbin", "/usr/bin"].some((folder) => existsSync(`${folder}/${program}`));

/** Looks for PostgreSQL and what stands around it, and installs it where it may and that can be done without asking; answers whether PostgreSQL is there. */
async function hasPostgresql(mayInstall) {
  const missing = () => Object.entries(BESIDE_SITES).filter(([program]) => !isThere(program));
  const packages = (list) => list.map(([, name]) => name).join(" ");
  if (missing().length > 0 && mayInstall && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`  ${packages(missing())}: installing for the tests (apt-get)`);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => run("apt-get", ["-qq", ...args], { env }).catch(() => undefined);
    await apt("update");
    await apt("install", "--yes", "--no-install-recommends", ...missing().map(([, name]) => name));
  }
  if (missing().length > 0)
    console.log(`  not installed, so tests are SKIPPED; to run them: apt-get install ${packages(missing())}`);
  return isThere("initdb");
}

await main(async () => {
  const part = readPart(process.argv.slice(2));
  await install();
  await Promise.all([makeDriver(), generate()]);
  if (part.isWhole) {
    await Promise.all([
      check("types", async () => {
        await node("node_modules/next/dist/bin/next", "typegen");
        await node("node_modules/typescript/bin/tsc", "--noEmit");
      }),
      check("lint", () => node("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".")),
      check("unused code", () => node("node_modules/knip/bin/knip.js")),
      check("PostgreSQL schema in step", () => runScript("scripts/sync-postgresql.ts", ["--check"])),
    ]);
  } else console.log("  a part is tested: types, lint, unused code and the PostgreSQL schema are not checked");
  if (part.needsBuild) await check("build", build);
  if (part.isWhole) await check("pages as built", checkPages);

  const folder = mkdtempSync(path.join(tmpdir(), "footnote-test-"));
  const report = path.join(folder, "report.json");
  const mayInstall = part.isWhole || ON_POSTGRESQL.some((name) => part.args.includes(`--project=${name}`));
  const without = (await hasPostgresql(mayInstall)) ? [] : ["--project=!*-postgresql"];
  if (without.length > 0 && mayInstall && !part.isWhole)
    throw new Failure("What is asked for needs PostgreSQL: install it");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...without, ...part.args], {
      quiet: false,
    }).catch(() => undefined);
    if (!existsSync(report)) throw new Failure("The tests stopped before they could report");
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(report, "utf8"));
    if (success && numPassedTests === 0) throw new Failure(`No test is named by ${process.argv.slice(2).join(" ")}`);
    counts.passed += numPassedTests;
    counts.failed += numFailedTests;
    // A file that cannot even be read has no tests to count, yet it failed.
    if (!success && numFailedTests === 0) counts.failed += Math.max(1, numFailedTestSuites);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0) process.exitCode = 1;
});
