import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Sabotage } from "./sabotages";

/** How tests went: counts, and what could not even begin. */
interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Files that failed without any test in them failing. */
  readonly broken: number;
}

/** A copy of the project in a folder of its own, where its files may be changed and its tests run. What is installed is shared. */
export class ProjectCopy {
  readonly folder = mkdtempSync(path.join(tmpdir(), "footnote-copy-"));

  constructor() {
    const git = (...args: readonly string[]) => execFileSync("git", args, { encoding: "utf8" });
    const files = git("ls-files", "--cached", "--others", "--exclude-standard").split("\n").filter(existsSync);
    for (const file of [...files, "lib/generated"]) {
      mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
      cpSync(file, path.join(this.folder, file), { recursive: true });
    }
    symlinkSync(path.resolve("node_modules"), path.join(this.folder, "node_modules"));
    // Tests of the structure ask which files there are.
    git("init", "--quiet", this.folder);
    writeFileSync(path.join(this.folder, ".git/info/exclude"), "node_modules\n");
  }

  /** Runs test files of projects as they stand in the copy. */
  async test(projects: readonly string[], files: readonly string[]): Promise<Outcome> {
    const report = path.join(this.folder, "report.json");
    rmSync(report, { force: true });
    const args = [...projects.map((name) => `--project=${name}`), ...files];
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=json", `--outputFile.json=${report}`, ...args];
    const child = spawn(process.execPath, vitest, { cwd: this.folder, stdio: "ignore" });
    await once(child, "close");
    if (!existsSync(report)) return { passed: 0, failed: 0, broken: 1 };
    const found = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
    };
    const broken = found.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((result) => result.status === "failed"),
    );
    return { passed: found.numPassedTests, failed: found.numFailedTests, broken: broken.length };
  }

  /** Sabotages the copy, runs the test that has to notice, and puts the file back; how that went. */
  async try({ file, find, replace, project, test }: Sabotage): Promise<Outcome> {
    const place = path.join(this.folder, file);
    const whole = readFileSync(place, "utf8");
    writeFileSync(
      place,
      whole.replace(find, () => replace),
    );
    const outcome = await this.test([project], [test]);
    writeFileSync(place, whole);
    return outcome;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
