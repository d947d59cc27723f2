import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Sabotage } from "./sabotages";

/** How tests went. */
interface Outcome {
  readonly passed: number;
  /** Names of those that failed. */
  readonly failed: readonly string[];
  /** Files that failed without any test in them failing, each with the reason. */
  readonly broken: readonly string[];
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

  /** Copies what is built, too, without what was only needed to build it. */
  addBuild(): void {
    cpSync(".next", path.join(this.folder, ".next"), {
      recursive: true,
      filter: (from) => !/^\.next\/(?:cache|dev|diagnostics)/.test(from),
    });
  }

  /** Runs test files of projects as they stand in the copy. */
  async test(projects: readonly string[], files: readonly string[]): Promise<Outcome> {
    const report = path.join(this.folder, "report.json");
    rmSync(report, { force: true });
    const args = [...projects.map((name) => `--project=${name}`), ...files];
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=json", `--outputFile.json=${report}`, ...args];
    const child = spawn(process.execPath, vitest, { cwd: this.folder, stdio: "ignore" });
    await once(child, "close");
    if (!existsSync(report)) return { passed: 0, failed: [], broken: ["nothing could be run"] };
    const found = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      testResults: readonly {
        name: string;
        status: string;
        message: string;
        assertionResults: readonly { status: string; fullName: string }[];
      }[];
    };
    const failuresOf = (results: readonly { status: string; fullName: string }[]) =>
      results.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
    return {
      passed: found.numPassedTests,
      failed: found.testResults.flatMap(({ assertionResults }) => failuresOf(assertionResults)),
      broken: found.testResults
        .filter(({ status, assertionResults }) => status === "failed" && failuresOf(assertionResults).length === 0)
        .map(({ name, message }) => `${path.relative(this.folder, name)}: ${message}`),
    };
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
