/**
 * Breaks promises of the project one by one, in a copy of it, and looks whether its tests notice: npm run sabotage, or with words
 * of what is broken ("drafts"). Exit code 1 where one goes unnoticed.
 */
import { ProjectCopy } from "@/tests/setup/project-copy";
import { SABOTAGES } from "@/tests/setup/sabotages";

const words = process.argv.slice(2).join(" ");
const chosen = SABOTAGES.filter(({ what, file }) => what.includes(words) || file.includes(words));
const copy = new ProjectCopy();
let unnoticed = 0;
try {
  const projects = [...new Set(chosen.map(({ project }) => project))];
  const before = await copy.test(projects, [...new Set(chosen.map(({ test }) => test))]);
  if (before.passed === 0 || before.failed + before.broken > 0) {
    throw new Error(`Untouched, ${before.failed + before.broken} of these tests fail already: mend them first`);
  }
  console.log(`untouched: ${before.passed} tests pass`);
  for (const sabotage of chosen) {
    const { failed, broken } = await copy.try(sabotage);
    const isNoticed = failed > 0 && broken === 0;
    if (!isNoticed) unnoticed += 1;
    console.log(`${isNoticed ? "noticed" : "NOT NOTICED"}: ${sabotage.what} (${sabotage.test}: ${failed} fail)`);
  }
  console.log(`${chosen.length - unnoticed} of ${chosen.length} noticed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  unnoticed += 1;
} finally {
  copy.remove();
}
if (unnoticed > 0) process.exitCode = 1;
