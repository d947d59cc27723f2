import { afterEach, describe, expect, test, vi } from "vitest";
import { outcomeOf, send } from "@/components/admin/saving/send";

const record = { key: "a", version: 2 };
const problem = { code: "x", detail: "The cause. The cure." };

describe("how a save ended, by the status that was answered", () => {
  test.each([
    [200, { data: record }, { kind: "saved", record }],
    [201, { data: record }, { kind: "saved", record }],
    [401, problem, { kind: "signed_out" }],
    [403, problem, { kind: "refused", message: problem.detail }],
    [404, problem, { kind: "refused", message: problem.detail }],
    [409, problem, { kind: "refused", message: problem.detail }],
    [
      409,
      { ...problem, issues: [{ path: "slug", code: "taken", message: "m" }] },
      { kind: "invalid", issues: [{ path: "slug", code: "taken", message: "m" }] },
    ],
    [
      412,
      { ...problem, issues: [{ path: "some-key", code: "stale", message: "m" }] },
      { kind: "invalid", issues: [{ path: "some-key" }] },
    ],
    [
      412,
      { ...problem, current: record, differing: ["value"] },
      { kind: "conflict", current: record, differing: ["value"] },
    ],
    [
      409,
      {
        ...problem,
        issues: [{ path: "reason", code: "missing", message: "m" }],
        affected: { count: 3, contradicted: 0, figures: [] },
      },
      { kind: "affects", affected: { count: 3, contradicted: 0, figures: [] } },
    ],
    [422, { ...problem, issues: [{ path: "value", code: "c", message: "m" }] }, { kind: "invalid" }],
    [429, problem, { kind: "unavailable" }],
    [503, problem, { kind: "unavailable" }],
    [500, null, { kind: "unavailable" }],
    [200, null, { kind: "refused" }],
  ] as const)("%d", (status, answer, expected) => {
    expect(outcomeOf(status, answer, null)).toMatchObject(expected);
  });

  test("a refusal without issues is an issue of the record as a whole", () => {
    expect(outcomeOf(422, problem, null)).toMatchObject({ issues: [{ path: "", message: problem.detail }] });
  });

  test("how long to wait is said where the site says so", () => {
    expect(outcomeOf(503, problem, "5")).toMatchObject({ message: expect.stringContaining("in 5 seconds") });
  });
});

describe("a save that meets a long import", () => {
  const busy = () => Response.json({ code: "busy", detail: "Busy." }, { status: 503, headers: { "retry-after": "2" } });
  const create = { method: "POST", path: "/api/v1/topics", body: { name: "A" }, attempt: "one" } as const;
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("is sent again under the same key until the import has written", async () => {
    vi.useFakeTimers();
    const fetch = vi.fn().mockImplementation(async () => Response.json({ data: record }, { status: 201 }));
    for (let times = 0; times < 3; times += 1) fetch.mockImplementationOnce(async () => busy());
    vi.stubGlobal("fetch", fetch);
    const sent = send(create);
    await vi.runAllTimersAsync();
    expect(await sent).toEqual({ kind: "saved", record });
    expect(fetch.mock.calls.map(([, init]) => init.headers["idempotency-key"])).toEqual(Array(4).fill("one"));
  });

  test("is given up in the end, and nothing else is tried again", async () => {
    vi.useFakeTimers();
    const fetch = vi.fn().mockImplementation(async () => busy());
    vi.stubGlobal("fetch", fetch);
    const sent = send(create);
    await vi.runAllTimersAsync();
    expect(await sent).toMatchObject({ kind: "unavailable" });
    const readOnly = { code: "read_only", detail: "It cannot be written." };
    fetch.mockReset().mockImplementation(async () => Response.json(readOnly, { status: 503 }));
    expect(await send(create)).toMatchObject({ kind: "unavailable" });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test.each([
    [null, 1000],
    ["0", 1000],
    ["soon", 1000],
    ["-5", 1000],
    ["3", 3000],
    ["Sun, 29 Nov 2026 08:00:07 GMT", 7000],
    ["Sun, 29 Nov 2026 07:00:00 GMT", 1000],
  ])("“Retry-After: %s” is waited for %d ms, never less than a second", async (retryAfter, wait) => {
    vi.useFakeTimers({ now: new Date("2026-11-29T08:00:00Z") });
    const headers = retryAfter === null ? {} : { "retry-after": retryAfter };
    const fetch = vi.fn().mockImplementation(async () => Response.json({ data: record }, { status: 201 }));
    fetch.mockImplementationOnce(async () => Response.json({ code: "busy" }, { status: 503, headers }));
    vi.stubGlobal("fetch", fetch);
    const sent = send(create);
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await sent).toMatchObject({ kind: "saved" });
  });
});
