import { describe, expect, test } from "vitest";
import { outcomeOf } from "@/components/admin/saving/send";

const record = { key: "a", version: 2 };
const error = { code: "x", message: "The cause. The cure." };

describe("how a save ended, by the status that was answered", () => {
  test.each([
    [200, { data: record }, { kind: "saved", record }],
    [201, { data: record }, { kind: "saved", record }],
    [401, { error }, { kind: "signed_out" }],
    [403, { error }, { kind: "refused", message: error.message }],
    [404, { error }, { kind: "refused", message: error.message }],
    [409, { error }, { kind: "refused", message: error.message }],
    [
      409,
      { error: { ...error, issues: [{ path: "slug", code: "taken", message: "m" }] } },
      { kind: "invalid", issues: [{ path: "slug", code: "taken", message: "m" }] },
    ],
    [
      412,
      { error: { ...error, issues: [{ path: "some-key", code: "stale", message: "m" }] } },
      { kind: "invalid", issues: [{ path: "some-key" }] },
    ],
    [
      412,
      { error, current: record, differing: ["value"] },
      { kind: "conflict", current: record, differing: ["value"] },
    ],
    [422, { error: { ...error, issues: [{ path: "value", code: "c", message: "m" }] } }, { kind: "invalid" }],
    [429, { error }, { kind: "unavailable" }],
    [503, { error }, { kind: "unavailable" }],
    [500, null, { kind: "unavailable" }],
    [200, null, { kind: "refused" }],
  ] as const)("%d", (status, answer, expected) => {
    expect(outcomeOf(status, answer, null)).toMatchObject(expected);
  });

  test("a refusal without issues is an issue of the record as a whole", () => {
    expect(outcomeOf(422, { error }, null)).toMatchObject({ issues: [{ path: "", message: error.message }] });
  });

  test("how long to wait is said where the site says so", () => {
    expect(outcomeOf(503, { error }, "5")).toMatchObject({ message: expect.stringContaining("in 5 seconds") });
  });
});
