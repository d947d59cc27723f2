// Puts the promises of SECURITY.md to the test, oftener than npm test does: npm run prove, or some of them: npm run prove -- P1 P3.
// TRIALS (4) says how many times as often, SEED takes the chance out: the one of a run is printed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { postgresqlFolder } from "../database/postgresql/programs.mjs";
import { build, Failure, generate, install, main, makeDriver, run } from "../set-up.mjs";

const hasPostgresql = postgresqlFolder("initdb") !== null;

/** Rows of the table of promises: number, promise, limit, tests. */
function readPromises() {
  const rows = readFileSync("SECURITY.md", "utf8").matchAll(/^\| (P\d+) +\| ([^|]+)\| ([^|]+)\| ([^|]+)\|$/gm);
  return [...rows].map(([, id, promise, , tests]) => ({
    id,
    promise: promise.trim(),
    files: [...tests.matchAll(/`([^`]+\.test\.tsx?)`/g)].map(([, file]) => file),
  }));
}

/** The projects of vitest.config.ts that have a file: those of both kinds of database where both are there. */
function projectsOf(file) {
  const [, folder = "unit"] = /^tests\/(\w+)\//.exec(file) ?? [];
  if (file.startsWith("tests/data/postgresql/")) return hasPostgresql ? ["data-postgresql"] : [];
  const isOnBoth = /^(?:data|browser|editors)$/.test(folder) && !file.startsWith("tests/data/sqlite/");
  return isOnBoth && hasPostgresql ? [folder, `${folder}-postgresql`] : [folder];
}

const results = new Map();

/** Runs a test file, once however many promises lean on it; the tests of it with their states and trials. */
async function testsOf(file, env) {
  if (!results.has(file)) results.set(file, await runFile(file, env));
  return results.get(file);
}

async function runFile(file, env) {
  const projects = projectsOf(file);
  if (projects.length === 0) return [{ fullName: `${file} needs PostgreSQL`, status: "pending", meta: {} }];
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-prove-"));
  const report = path.join(folder, "report.json");
  try {
    const args = ["--reporter=json", `--outputFile.json=${report}`, ...projects.map((name) => `--project=${name}`)];
    await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...args, file], { env }).catch(
      () => undefined,
    );
    if (!existsSync(report)) throw new Failure(`${file} could not be run`);
    const { testResults } = JSON.parse(readFileSync(report, "utf8"));
    return testResults.flatMap(({ status, message, assertionResults }) =>
      // A file that cannot even be read has no tests, yet it failed.
      status === "failed" && !assertionResults.some((one) => one.status === "failed")
        ? [{ fullName: `${file}: ${message}`, status: "failed", meta: {} }]
        : assertionResults,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was found of a promise, in a line. */
function verdictOf(id, tests) {
  const having = (status) => tests.filter((test) => test.status === status);
  const [passed, failed, skipped] = [
    having("passed"),
    having("failed"),
    tests.length - having("passed").length - having("failed").length,
  ];
  const trials = passed.reduce((sum, { meta }) => sum + (meta?.trials ?? 0), 0);
  // Without a failure in n trials, 3/n bounds how often one fails, with 95 % certainty.
  const bound =
    trials > 0
      ? `, ${trials} trials without failure (with 95 % certainty fewer than ${(300 / trials).toFixed(2)} % fail)`
      : "";
  const left = skipped > 0 ? `, ${skipped} skipped here` : "";
  if (failed.length > 0) return `${id} BROKEN: ${failed.map(({ fullName }) => fullName).join("; ")}`;
  return passed.length > 0 ? `${id} holds: ${passed.length} tests${bound}${left}` : `${id} NOT TESTED${left}`;
}

await main(async () => {
  const { TRIALS = "4", SEED = String(Math.floor(Math.random() * 2 ** 31)) } = process.env;
  const asked = process.argv.slice(2);
  const promises = readPromises();
  const unknown = asked.filter((id) => !promises.some((promise) => promise.id === id));
  if (unknown.length > 0) {
    throw new Failure(
      `There is no promise ${unknown.join(", ")}: SECURITY.md has ${promises.map(({ id }) => id).join(", ")}`,
    );
  }
  await install();
  await Promise.all([makeDriver(), generate()]);
  await build();
  console.log(`SEED=${SEED} TRIALS=${TRIALS}`);
  for (const { id, promise, files } of promises) {
    if (asked.length > 0 && !asked.includes(id)) continue;
    console.log(`${id}: ${promise}`);
    const tests = [];
    for (const file of files) tests.push(...(await testsOf(file, { TRIALS, SEED })));
    const verdict = verdictOf(id, tests);
    console.log(`  ${verdict}`);
    if (!/ holds: /.test(verdict)) process.exitCode = 1;
  }
});
