import { afterEach, expect, test, vi } from "vitest";
import { sendBulk } from "@/components/admin/lists/bulk-items";

afterEach(() => vi.unstubAllGlobals());

test("a change whose answer is lost is asked for once more under the same key", async () => {
  const fetch = vi.fn().mockRejectedValueOnce(new TypeError("lost"));
  fetch.mockImplementation(async () => Response.json({ data: [{}, {}] }));
  vi.stubGlobal("fetch", fetch);
  const items = [{ key: "a", version: 1, name: "A" }];
  expect(await sendBulk("/api/v1/figures/bulk", { action: "publish" }, items)).toEqual({ kind: "done", count: 2 });
  const keys = fetch.mock.calls.map(([, init]) => init.headers["idempotency-key"]);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});
