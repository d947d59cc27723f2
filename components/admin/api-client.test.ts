import { afterEach, describe, expect, test, vi } from "vitest";
import { ask, read } from "@/components/admin/api-client";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Answers every request alike, and tells what was asked. */
function stubFetch(answer: () => Promise<Response>) {
  const fetch = vi.fn((_path: string, _init: RequestInit) => answer());
  vi.stubGlobal("fetch", fetch);
  return () => fetch.mock.calls.map(([path, init]) => ({ path, ...init }));
}

describe("what is sent", () => {
  test("a body as JSON, the version it builds on, the key of the attempt", async () => {
    const asked = stubFetch(async () => Response.json({ data: 1 }));
    await ask({ method: "PATCH", path: "/a", body: { b: 1 }, version: 3, attempt: "one" });
    expect(asked()).toEqual([
      {
        path: "/a",
        method: "PATCH",
        headers: { "content-type": "application/json", "if-match": '"3"', "idempotency-key": "one" },
        body: '{"b":1}',
      },
    ]);
  });

  test("a file as it is, to be answered before it has been worked through", async () => {
    const asked = stubFetch(async () => Response.json({ data: 1 }));
    const body = new FormData();
    await ask({ method: "POST", path: "/a", body, isAsync: true });
    expect(asked()).toEqual([{ path: "/a", method: "POST", headers: { prefer: "respond-async" }, body }]);
  });
});

describe("what came back", () => {
  test("the answer with its status, and null for what is no JSON", async () => {
    stubFetch(async () => new Response("<p>Bad gateway</p>", { status: 502, headers: { "retry-after": "7" } }));
    expect(await ask({ method: "GET", path: "/a" })).toEqual({ status: 502, isOk: false, body: null, retryAfter: "7" });
  });

  test("nothing, where no answer comes", async () => {
    stubFetch(() => Promise.reject(new TypeError("lost")));
    expect(await ask({ method: "GET", path: "/a" })).toMatchObject({ status: null, isOk: false, body: null });
    expect(await read("/a")).toBeNull();
  });

  test("only what was asked for, where it was not refused", async () => {
    stubFetch(async () => Response.json({ data: [1, 2] }));
    expect(await read("/a")).toEqual([1, 2]);
    stubFetch(async () => Response.json({ data: [1, 2], code: "x" }, { status: 403 }));
    expect(await read("/a")).toBeNull();
  });
});

describe("how long is waited", () => {
  const never = (_path: string, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

  test("as long as the caller wants", async () => {
    vi.stubGlobal("fetch", never);
    expect(await ask({ method: "GET", path: "/a", seconds: 0.01 })).toMatchObject({ status: null });
  });

  test("no longer than somebody wants the answer", async () => {
    vi.stubGlobal("fetch", never);
    const stop = new AbortController();
    const asked = read("/a", stop.signal);
    stop.abort();
    expect(await asked).toBeNull();
  });

  test("for one answer, busy or not, where nothing is said of waiting", async () => {
    const asked = stubFetch(async () => Response.json({ code: "busy", detail: "Busy." }, { status: 503 }));
    expect(await ask({ method: "POST", path: "/a" })).toMatchObject({ status: 503 });
    expect(asked()).toHaveLength(1);
  });
});
