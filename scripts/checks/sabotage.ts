/**
 * Breaks promises of the project one by one, in a copy of it, and looks whether its tests notice: npm run sabotage, or with words
 * of what is broken ("drafts"). Exit code 1 where one goes unnoticed.
 */
import { build } from "@/scripts/set-up.mjs";
import { ProjectCopy } from "@/tests/setup/project-copy";
import { SABOTAGES } from "@/tests/setup/sabotages";

const words = process.argv.slice(2).join(" ");
const chosen = SABOTAGES.filter(({ what, file }) => what.includes(words) || file.includes(words));
const copy = new ProjectCopy();
let unnoticed = 0;
try {
  const projects = [...new Set(chosen.map(({ project }) => project))];
  if (projects.includes("faults")) {
    await build();
    copy.addBuild();
  }
  const before = await copy.test(projects, [...new Set(chosen.map(({ test }) => test))]);
  const failing = [...before.failed, ...before.broken];
  if (before.passed === 0 || failing.length > 0) {
    const names = failing.map((name) => `\n  ${name}`).join("");
    throw new Error(`Untouched, ${failing.length} of these fail already: mend them first${names}`);
  }
  console.log(`untouched: ${before.passed} tests pass`);
  for (const sabotage of chosen) {
    const { failed, broken } = await copy.try(sabotage);
    const isNoticed = failed.length > 0 && broken.length === 0;
    if (!isNoticed) unnoticed += 1;
    console.log(`${isNoticed ? "noticed" : "NOT NOTICED"}: ${sabotage.what} (${sabotage.test}: ${failed.length} fail)`);
  }
  console.log(`${chosen.length - unnoticed} of ${chosen.length} noticed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  unnoticed += 1;
} finally {
  copy.remove();
}
if (unnoticed > 0) process.exitCode = 1;
