import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": import.meta.dirname,
  "server-only": path.join(import.meta.dirname, "tests/setup/empty.ts"),
};

export default defineConfig({
  resolve: { alias },
  test: {
    // What is waited for comes late on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: { name: "unit", testTimeout: 30_000, include: ["lib/**/*.test.ts", "components/**/*.test.ts"] },
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
      {
        extends: true,
        test: {
          name: "data",
          testTimeout: 30_000,
          include: ["tests/data/**/*.test.{ts,tsx}"],
          globalSetup: "tests/setup/template-database.ts",
          setupFiles: "tests/setup/own-database.ts",
        },
      },
      { extends: true, test: { name: "structure", include: ["tests/structure/**/*.test.ts"], testTimeout: 60_000 } },
      {
        extends: true,
        test: { name: "faults", include: ["tests/faults/**/*.test.ts"], testTimeout: 120_000, fileParallelism: false },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: "tests/setup/site.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      // Editors change what is there, so they have a site of their own.
      {
        extends: true,
        test: {
          name: "editors",
          include: ["tests/editors/**/*.test.ts"],
          globalSetup: "tests/setup/site.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
