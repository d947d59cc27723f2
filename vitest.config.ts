import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": import.meta.dirname,
  "server-only": path.join(import.meta.dirname, "tests/setup/empty.ts"),
};

/** Test files at once: a browser, a site or a process that is killed waits now and then, so two even where there is one processor. */
const WORKERS = Math.min(4, Math.max(2, availableParallelism()));

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: WORKERS,
    hookTimeout: 60_000,
    // What is waited for comes late on a busy machine.
    expect: { poll: { timeout: 15_000 }, requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // What is tested here has no world around it, so files may share a process: starting one costs more than most files take.
          isolate: false,
          testTimeout: 60_000,
          include: ["lib/**/*.test.ts", "components/**/*.test.ts", "server/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "drawings",
          include: ["components/**/*.test.tsx"],
          environment: "happy-dom",
          testTimeout: 30_000,
        },
      },
      // The same on each kind of database, and beside it what is about that kind alone.
      ...[
        { name: "data", setup: "site/templates", own: "own-database", exclude: ["tests/data/postgresql/**"] },
        { name: "data-postgresql", setup: "data/postgresql", own: "own-postgresql", exclude: ["tests/data/sqlite/**"] },
      ].map(({ name, setup, own, exclude }) => ({
        extends: true as const,
        // Pages are made as on a site: React of development takes twice as long.
        oxc: { jsx: { development: false } },
        test: {
          name,
          env: { NODE_ENV: "production" as const },
          testTimeout: 240_000,
          include: ["tests/data/**/*.test.{ts,tsx}"],
          exclude,
          globalSetup: ["tests/setup/site/templates.ts", `tests/setup/${setup}.ts`],
          setupFiles: `tests/setup/data/${own}.ts`,
        },
      })),
      { extends: true, test: { name: "structure", include: ["tests/structure/**/*.test.ts"], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          globalSetup: "tests/setup/site/templates.ts",
          // Many starts of processes, one after the other.
          testTimeout: 300_000,
        },
      },
      // Readers share one site, which nobody changes; each worker of the editors has one of its own (tests/setup/site/sites.ts).
      ...["browser", "editors"].flatMap((folder) =>
        [folder, `${folder}-postgresql`].map((name) => ({
          extends: true as const,
          test: {
            name,
            include: [`tests/${folder}/**/*.test.ts`],
            globalSetup: "tests/setup/site/sites.ts",
            testTimeout: 240_000,
          },
        })),
      ),
    ],
  },
});
