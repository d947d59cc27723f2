import { describe, expect } from "vitest";
import { signedInAs, test } from "@/tests/setup/browser";

describe("signing in", () => {
  test("an editor opens the start page", async ({ visit }) => {
    const page = await visit("/admin", signedInAs("editor"));
    expect(page.url()).toMatch(/\/admin$/);
  });
});
