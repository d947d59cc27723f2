import { existsSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { ProjectCopy } from "@/tests/setup/project-copy";
import { SABOTAGES } from "@/tests/setup/sabotages";
import { read } from "./source-files";

const quick = SABOTAGES.filter(({ project }) => project === "unit");
const copy = new ProjectCopy();
afterAll(() => copy.remove());

describe("the suite notices when a promise is broken", () => {
  test("each sabotage has its place in the code, once, and its test", () => {
    expect(SABOTAGES.length).toBeGreaterThanOrEqual(20);
    expect(new Set(SABOTAGES.map(({ what }) => what)).size).toBe(SABOTAGES.length);
    for (const { what, file, find, replace, test } of SABOTAGES) {
      expect([what, read(file).split(find).length - 1]).toEqual([what, 1]);
      expect(replace, what).not.toBe(find);
      expect(existsSync(test), test).toBe(true);
    }
  });

  // The others take a database or a process each: npm run sabotage runs them all.
  test.each(quick.map((sabotage) => [sabotage.what, sabotage] as const))("%s", async (_, sabotage) => {
    expect(await copy.try(sabotage)).toMatchObject({
      failed: expect.arrayContaining([expect.any(String)]),
      broken: [],
    });
  });
});
