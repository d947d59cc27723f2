import { expect, test } from "vitest";
import { errorResponse } from "@/lib/http/responses";

test("an error has the members of RFC 9457, then those of this site", async () => {
  const issue = { path: "value", code: "missing", message: "Write the number" };
  const answer = errorResponse(422, "invalid", "One thing is wrong.", {
    issues: [issue],
    beside: { current: { version: 2 } },
    headers: { etag: '"2"' },
  });
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("etag")]).toEqual([
    422,
    "application/problem+json",
    '"2"',
  ]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toEqual({
    type: "about:blank",
    title: "Unprocessable Entity",
    status: 422,
    detail: "One thing is wrong.",
    code: "invalid",
    issues: [issue],
    current: { version: 2 },
  });
  expect(await errorResponse(404, "not_found", "Nothing.").json()).not.toHaveProperty("issues");
});
