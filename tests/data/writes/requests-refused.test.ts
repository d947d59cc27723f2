import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/data/db/client";
import { RESOURCES } from "@/lib/schemas/resources";
import { apiAs, type Sending } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

let api: ReturnType<typeof apiAs>;
const stranger = apiAs({});
const topic = { name: "Tapirs" };

beforeAll(async () => {
  api = apiAs((await makePerson("editor")).headers);
});

const faults = vi.spyOn(console, "error");
afterEach(() => expect(faults).not.toHaveBeenCalled());

const post = (sending: Sending) => api("POST", "topics", { attempt: randomUUID(), ...sending });
const outcome = async (answer: ReturnType<typeof api>) => {
  const { status, body } = await answer;
  return [status, body.code];
};

describe("who", () => {
  test("a stranger writes nothing, a viewer neither", async () => {
    const viewer = apiAs((await makePerson("viewer")).headers);
    expect(await outcome(stranger("POST", "topics", { body: topic, attempt: "a" }))).toEqual([401, "not_signed_in"]);
    expect(await outcome(viewer("POST", "topics", { body: topic, attempt: "a" }))).toEqual([403, "not_allowed"]);
    for (const [method, path] of [
      ["PATCH", "topics/economy"],
      ["DELETE", "topics/economy"],
      ["POST", "topics/economy/restore"],
      ["POST", "figures/bulk"],
    ] as const) {
      expect((await stranger(method, path, { body: {}, version: 1 })).status).toBe(401);
      expect((await viewer(method, path, { body: {}, version: 1 })).status).toBe(403);
    }
  });
});

describe("a body that cannot be read (T69)", () => {
  test.each<[string, Sending, number, string]>([
    ["is no JSON", { raw: "{" }, 400, "bad_json"],
    ["is empty", { raw: "" }, 400, "bad_json"],
    ["names a key twice", { raw: '{"name":"a","name":"b"}' }, 400, "key_twice"],
    ["names a key twice in another spelling", { raw: '{"name":"a","n\\u0061me":"b"}' }, 400, "key_twice"],
    ["holds a NUL", { raw: '{"name":"a\\u0000b"}' }, 400, "nul"],
    ["is no UTF-8", { raw: new Uint8Array([0x22, 0xff, 0x22]) }, 400, "not_utf8"],
    ["is overlong UTF-8", { raw: new Uint8Array([0x22, 0xc0, 0x80, 0x22]) }, 400, "not_utf8"],
    ["is compressed", { body: topic, headers: { "content-encoding": "gzip" } }, 415, "compressed"],
    ["is a form", { raw: "name=x", headers: { "content-type": "application/x-www-form-urlencoded" } }, 415, "not_json"],
    ["is plain text", { body: topic, headers: { "content-type": "text/plain" } }, 415, "not_json"],
    [
      "is JSON in another encoding",
      { body: topic, headers: { "content-type": "application/json; charset=utf-16" } },
      415,
      "not_json",
    ],
    ["is too long", { raw: JSON.stringify({ name: "x".repeat(300_000) }) }, 413, "too_long"],
    ["says it is too long", { body: topic, headers: { "content-length": "999999999" } }, 413, "too_long"],
    ["is nested without end", { raw: `${"[".repeat(100_000)}${"]".repeat(100_000)}` }, 422, "invalid_type"],
  ])("that %s", async (_, sending, status, code) => {
    const before = await db().revision.count();
    expect(await outcome(post(sending))).toEqual([status, code]);
    expect(await db().revision.count()).toBe(before);
  });

  test("that never ends is stopped at the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const { readJson } = await import("@/lib/http/read-json");
    const request = new Request("http://localhost/", {
      method: "POST",
      body: endless,
      headers: { "content-type": "application/json" },
      duplex: "half",
    } as RequestInit);
    await expect(readJson(request)).rejects.toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(1_000_000);
  });

  test.each(['a key in a text: {"name":"x"}', "back\\slash", 'quo"te', "\\u0000 as words", "a:b"])(
    "but %s is no fault of it",
    async (name) => {
      expect((await post({ body: { name: `${name} ${randomUUID()}` } })).status).toBe(201);
    },
  );
});

describe("what a request has to say", () => {
  test("a create its key, once", async () => {
    expect(await outcome(api("POST", "topics", { body: topic }))).toEqual([400, "no_key"]);
    expect(await outcome(api("POST", "topics", { body: topic, attempt: "ü" }))).toEqual([400, "bad_key"]);
    expect(await outcome(api("POST", "topics", { body: topic, attempt: "x".repeat(201) }))).toEqual([400, "bad_key"]);
  });

  test.each([
    [undefined, 428, "no_version"],
    ["3", 400, "bad_version"],
    ["*", 400, "bad_version"],
    ['W/"1"', 400, "bad_version"],
    ['"1", "2"', 400, "bad_version"],
    ['"0"', 400, "bad_version"],
    ['"99999999999999999999"', 400, "bad_version"],
    ['"999"', 412, "stale"],
  ])("an edit its version: %s", async (version, status, code) => {
    const sending = { body: { position: 3 }, ...(version === undefined ? {} : { version }) };
    expect(await outcome(api("PATCH", "topics/economy", sending))).toEqual([status, code]);
    expect(await outcome(api("DELETE", "topics/economy", sending.version ? { version: sending.version } : {}))).toEqual(
      [status, code],
    );
  });

  test("an address that there is not", async () => {
    expect(await outcome(api("POST", "nothings", { body: {}, attempt: "a" }))).toEqual([404, "not_found"]);
    expect(await outcome(api("GET", "users/1"))).toEqual([404, "not_found"]);
    expect(await outcome(api("GET", "topics/nothing"))).toEqual([404, "not_found"]);
    expect(await outcome(api("PATCH", "topics/nothing", { body: { position: 1 }, version: 1 }))).toEqual([
      404,
      "not_found",
    ]);
    expect(await outcome(api("GET", "topics/nothing/history"))).toEqual([404, "not_found"]);
    expect(await outcome(api("GET", "figures/__proto__"))).toEqual([404, "not_found"]);
  });

  test("a name or key that is taken is a conflict that names the field (T71)", async () => {
    await post({ body: { name: "Peccaries", slug: "peccaries" } });
    const twins = [
      [{ name: "Peccaries" }, "name"],
      [{ name: "Other", slug: "peccaries" }, "slug"],
    ] as const;
    for (const [body, path] of twins) {
      const { status, body: answer } = await post({ body });
      expect([status, answer.issues[0].path]).toEqual([409, path]);
    }
    const region = { code: "CN-GZ", name: "X", level: "province", parent: "CN" };
    const { status, body } = await api("POST", "regions", { body: region, attempt: randomUUID() });
    expect([status, body.issues[0].path]).toEqual([409, "code"]);
  });

  test("a region cannot lie in itself", async () => {
    const { version } = (await api("GET", "regions/CN-GZ")).body.data;
    const inside = (await db().region.findFirstOrThrow({ where: { parent: { code: "CN-GZ" } } })).code;
    const { status, body } = await api("PATCH", "regions/CN-GZ", { body: { parent: inside }, version });
    expect([status, body.issues]).toMatchObject([422, [{ path: "parent", code: "circle" }]]);
  });

  test("more than 600 changes a minute by one person are refused for a while", async () => {
    const hasty = apiAs((await makePerson("editor")).headers);
    for (let turn = 0; turn < 600; turn += 1) await hasty("POST", "nothings");
    const refused = await hasty("POST", "nothings");
    expect([refused.status, refused.body.code]).toEqual([429, "too_often"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await api("POST", "nothings")).status).toBe(404);
  });
});

describe("whatever is sent, there is an answer that is no fault of the program, and nothing unknown is written (T22)", () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: "binary" }),
    fc.constantFrom({ contains: "x" }, [], {}, null),
  );
  const fields = [
    "name",
    "slug",
    "code",
    "metric",
    "value",
    "citations",
    "status",
    "version",
    "topic",
    "period",
    "url",
  ];

  test("to a create", async () => {
    const counts = () =>
      Promise.all([db().topic.count(), db().metric.count(), db().figure.count(), db().source.count()]);
    const before = await counts();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...RESOURCES),
        fc.dictionary(fc.oneof(fc.constantFrom(...fields), fc.string()), anything, { maxKeys: 6 }),
        async (resource, body) => {
          const fresh = apiAs((await person()).headers);
          // Without a field that nobody knows, chance might say something that is right.
          const { status } = await fresh("POST", resource, { body: { ...body, tapir: 1 }, attempt: randomUUID() });
          expect([400, 422]).toContain(status);
        },
      ),
      { numRuns: 300 },
    );
    expect(await counts()).toEqual(before);
  });

  test("beside a good input: role, author, version, status of others and the like (T17)", async () => {
    const before = await db().topic.count();
    const own = ["name", "slug", "position"];
    const unknown = fc
      .oneof(
        fc.constantFrom("role", "userId", "version", "retracted", "id", "who", "publishedAt", "__proto__"),
        fc.string(),
      )
      .filter((name) => !own.includes(name));
    await fc.assert(
      fc.asyncProperty(unknown, anything, async (name, value) => {
        const fresh = apiAs((await person()).headers);
        const raw = `{"name":"Tapirs",${JSON.stringify(name)}:${JSON.stringify(value ?? null)}}`;
        const { status } = await fresh("POST", "topics", { raw, attempt: randomUUID() });
        expect([400, 422]).toContain(status);
      }),
      {
        numRuns: 300,
        examples: [
          ["__proto__", { role: "admin" }],
          ["constructor", {}],
          ["toString", 1],
        ],
      },
    );
    expect(await db().topic.count()).toBe(before);
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  test("to a change, a retraction, a restoring, several at once", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const fresh = apiAs((await person()).headers);
        for (const [method, path] of [
          ["PATCH", "figures/nothing"],
          ["PATCH", "topics/economy"],
          ["DELETE", "topics/economy"],
          ["POST", "topics/economy/restore"],
          ["POST", "figures/bulk"],
          ["POST", "metrics/bulk"],
        ] as const) {
          const { status } = await fresh(method, path, { raw: JSON.stringify(body ?? null), version: 1 });
          expect([200, 400, 404, 409, 412, 422]).toContain(status);
        }
      }),
      { numRuns: 150 },
    );
    expect((await api("GET", "topics/economy")).body.data.version).toBe(1);
  });
});

/** One of a few editors, so that nobody is too hasty. */
const crowd: ReturnType<typeof makePerson>[] = [];
let turn = 0;
function person() {
  if (crowd.length < 20) crowd.push(makePerson("editor"));
  turn += 1;
  return crowd[turn % crowd.length] ?? makePerson("editor");
}
