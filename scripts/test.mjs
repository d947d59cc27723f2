import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
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

await main(async () => {
  await install();
  await Promise.all([makeDriver(), generate()]);
  await check("types", async () => {
    await node("node_modules/next/dist/bin/next", "typegen");
    await node("node_modules/typescript/bin/tsc", "--noEmit");
  });
  await check("lint", () => node("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."));
  await check("unused code", () => node("node_modules/knip/bin/knip.js"));
  await check("PostgreSQL schema in step", () => runScript("scripts/sync-postgresql.ts", ["--check"]));
  await check("build", build);
  await check("pages as built", checkPages);

  const folder = mkdtempSync(path.join(tmpdir(), "footnote-test-"));
  const report = path.join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)], {
      quiet: false,
    }).catch(() => undefined);
    if (!existsSync(report)) throw new Failure("The tests stopped before they could report");
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(report, "utf8"));
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
