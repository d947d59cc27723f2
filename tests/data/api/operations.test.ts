import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { readExamples } from "@/lib/api/operations/examples";
import type { Operation } from "@/lib/api/operations/operation";
import { OPERATIONS, whoMay } from "@/lib/api/operations/operations";
import { POLICY } from "@/lib/auth/policy";
import { db } from "@/lib/data/db/client";
import { FIGURE_RECORD_FIELDS } from "@/lib/schemas/api/figure-record";
import { type Answer, apiAs } from "@/tests/setup/data/api";
import { makeSignedIn } from "@/tests/setup/site/browsing";

const { browser } = await makeSignedIn("admin");
const admin = apiAs(Object.fromEntries(browser.request("/").headers));
const reader = apiAs({});
const isOpen = (operation: Operation) => whoMay(operation).who === "anyone";
const named = (operations: readonly Operation[]) =>
  operations.map((one) => [`${one.method} ${one.path}`, one] as const);

// biome-ignore lint/suspicious/noExplicitAny: a document of many shapes
let document: any;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
beforeAll(async () => {
  document = (await reader("GET", "openapi.json")).body;
  ajv.addSchema(document, "document");
  // Whoever asks thousands of times in a test is not to be refused for it.
  vi.stubGlobal("footnoteReadLimit", { consume: async () => ({ remainingPoints: 1, msBeforeNext: 1 }) });
});

const escaped = (text: string) => encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"));

/** Whether an answer is as the document says: its status is there, and its body has the schema of it. */
function expectAsSaid({ method, path }: Operation, { status, headers, body }: Answer): void {
  const place = ["paths", path, method.toLowerCase(), "responses", String(status)];
  const said = place.reduce((part, name) => part?.[name], document);
  expect(said, `${method} ${path} answered ${status} ${JSON.stringify(body)?.slice(0, 300)}`).toBeDefined();
  if (said.content === undefined) {
    expect(body).toBeNull();
    return;
  }
  const type = (headers.get("content-type") ?? "").split(";")[0] ?? "";
  expect(Object.keys(said.content), `${method} ${path} ${status}`).toContain(type);
  if (said.content[type].schema === undefined) return;
  const pointer = [...place, "content", type, "schema"].map(escaped).join("/");
  const validate = ajv.getSchema(`document#/${pointer}`);
  expect(validate?.(body), `${method} ${path} ${status}: ${JSON.stringify(validate?.errors)}`).toBe(true);
}

async function ask(
  operation: Operation,
  query: string,
  sending: object = {},
  parts: Readonly<Record<string, string>> = {},
) {
  const path = operation.path
    .replace("/api/v1/", "")
    .replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parts[name] ?? "nothing"));
  return (isOpen(operation) ? reader : admin)(operation.method, `${path}${query}`, sending);
}

describe("the document", () => {
  test("has every operation of the policy, once, and no other", () => {
    const inPolicy = POLICY.filter(({ route }) => route.startsWith("/api/v1/")).flatMap(({ route, methods }) =>
      Object.keys(methods).flatMap((method) => (method === "OPTIONS" ? [] : `${method} ${route}`)),
    );
    const described = OPERATIONS.map(({ method, route }) => `${method} ${route}`);
    expect([...new Set(described)].sort()).toEqual(inPolicy.sort());
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test("is OpenAPI 3.1 whose every schema can be compiled, and tells who may", () => {
    expect(document.openapi).toBe("3.1.0");
    for (const operation of OPERATIONS) {
      const { security, responses } = document.paths[operation.path][operation.method.toLowerCase()];
      expect(security.length > 0).toBe(!isOpen(operation));
      for (const [status, { content = {} }] of Object.entries<{ content?: object }>(responses)) {
        for (const type of Object.keys(content)) {
          const place = ["paths", operation.path, operation.method.toLowerCase(), "responses", status, "content", type];
          const { schema } = (content as Record<string, { schema?: object }>)[type] ?? {};
          if (schema)
            expect(ajv.getSchema(`document#/${[...place, "schema"].map(escaped).join("/")}`)).toBeTypeOf("function");
        }
      }
    }
  });
});

describe("every example is true", () => {
  test.each(named(OPERATIONS.filter(({ example }) => example !== undefined)))("%s", async (_, operation) => {
    const { address = "", answer } = (await readExamples()).get(operation.id) ?? {};
    const asked = await reader("GET", address.replace("/api/v1/", ""));
    expect([asked.status, asked.body]).toEqual([200, answer]);
    expectAsSaid(operation, asked);
    const said = document.paths[operation.path].get.responses[200].content["application/json"].example;
    expect(said).toEqual(JSON.parse(JSON.stringify(answer)));
  });

  test.each(named(OPERATIONS.filter(({ exampleBody }) => exampleBody !== undefined)))("%s", async (_, operation) => {
    const answer = await ask(operation, "", { body: operation.exampleBody, attempt: operation.id });
    expect([answer.status, Object.keys(operation.answers)]).toEqual([answer.status, [String(answer.status)]]);
    expectAsSaid(operation, answer);
  });
});

/** A schema of the document, without what it refers to. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** What parameters that are keys, or of a form of their own, may be. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  metric: ["companies-attracted", "gdp-growth"],
  region: ["CN-GZ", "CN"],
  parent: ["CN"],
  topic: ["economy", "companies"],
  source: ["china-daily-2019-guizhou-looms"],
  organisation: [],
  q: ["companies", "9,500", "贵州", "%"],
  "as-of": ["2019-03-01", "2024-02-29"],
  fields: [...FIGURE_RECORD_FIELDS],
  cursor: [],
};

function valid(
  name: string,
  { type, enum: values, minimum = 0, maximum = 100, items }: Schema,
): fc.Arbitrary<string> | null {
  const words = WORDS[name] ?? null;
  if (words !== null)
    return words.length === 0
      ? null
      : type === "array"
        ? fc.subarray([...words], { minLength: 1 }).map(String)
        : fc.constantFrom(...words);
  if (values !== undefined) return fc.constantFrom(...values);
  if (type === "integer") return fc.integer({ min: Math.max(minimum, 1), max: Math.min(maximum, 2100) }).map(String);
  if (type === "array") return valid(name, items ?? {});
  return fc.constantFrom("a", "2019", "更多");
}

const parametersOf = ({ path, method }: Operation) =>
  (
    (document.paths[path][method.toLowerCase()].parameters ?? []) as {
      in: string;
      name: string;
      required?: boolean;
      schema: Schema;
    }[]
  ).filter((parameter) => parameter.in === "query");

function validQuery(operation: Operation): fc.Arbitrary<string> {
  const choices = parametersOf(operation).flatMap(({ name, schema, required }) => {
    const value = name === "figure" ? fc.constant(keys.figures ?? "") : valid(name, schema);
    return value === null ? [] : [[name, required ? value : fc.option(value, { nil: undefined, freq: 2 })] as const];
  });
  return fc
    .record(Object.fromEntries(choices) as Record<string, fc.Arbitrary<string | undefined>>)
    .filter(({ from = "0", to = "9999" }) => Number(from) <= Number(to))
    .map((asked) => {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value);
      return query.size === 0 ? "" : `?${query}`;
    });
}

const keys: Record<string, string> = {};
beforeAll(async () => {
  for (const resource of [
    "figures",
    "metrics",
    "regions",
    "organisations",
    "topics",
    "sources",
    "milestones",
    "charts",
  ]) {
    const [first] = (await reader("GET", `${resource}?limit=1`)).body.data;
    keys[resource] = first.id ?? first.key;
  }
});

const isFile = ({ answers }: Operation) => Object.values(answers).some(({ types }) => types !== undefined);
/** What is asked for by query alone, without a part of the address that only one person knows. */
const reads = OPERATIONS.filter(
  (operation) =>
    operation.method === "GET" && !isFile(operation) && !/\{id\}|imports\/\{key\}|backups/.test(operation.path),
);

describe("generated requests that are right are answered as the document says", () => {
  test.each(named(reads))("%s", async (_, operation) => {
    const key = keys[operation.path.split("/")[3] ?? ""] ?? "nothing";
    await fc.assert(
      fc.asyncProperty(validQuery(operation), async (query) => {
        const answer = await ask(operation, query, {}, { key });
        // A figure or record may not have been known on the day that is asked for.
        const statuses = query.includes("as-of") && operation.path.includes("{key}") ? [200, 404] : [200];
        expect(statuses, `${operation.path}${query}: ${JSON.stringify(answer.body)?.slice(0, 300)}`).toContain(
          answer.status,
        );
        expectAsSaid(operation, answer);
      }),
      { numRuns: parametersOf(operation).length === 0 ? 1 : 6 },
    );
  });
});

const own = OPERATIONS.filter(
  (operation) => isOpen(operation) && !isFile(operation) && operation.path !== "/api/v1/version",
);

describe("generated requests of readers that are wrong are refused with 400, as the document says", () => {
  test.each(named(own))("%s", async (_, operation) => {
    const parameters = parametersOf(operation);
    const strange = fc
      .string({ minLength: 1, maxLength: 20, unit: "grapheme-ascii" })
      .filter((name) => !parameters.some((parameter) => parameter.name === name))
      .map((name) => new URLSearchParams([[name, "1"]]).toString());
    const closed = parameters.filter(({ schema }) => schema.enum !== undefined || schema.type === "integer");
    const wrong = closed.map(({ name }) =>
      fc
        .oneof(fc.constantFrom("", "-1", "1e9", "0x10", "Infinity", "' OR 1=1 --"), fc.string({ minLength: 12 }))
        .map((value) => new URLSearchParams([[name, value]]).toString()),
    );
    const cursor = parameters.some(({ name }) => name === "cursor")
      ? [fc.base64String({ minLength: 4, maxLength: 80 }).map((text) => `cursor=${encodeURIComponent(text)}`)]
      : [];
    await fc.assert(
      fc.asyncProperty(fc.oneof(strange, ...wrong, ...cursor), async (query) => {
        const key = keys[operation.path.split("/")[3] ?? ""] ?? "nothing";
        const answer = await ask(operation, `?${query}`, {}, { key });
        expect([query, answer.status]).toEqual([query, 400]);
        expectAsSaid(operation, answer);
      }),
      { numRuns: 8 },
    );
  });
});

/** What ends the session that asks, or starts a process. */
const NOT_ASKED = ["DELETE /api/v1/people/me/sessions", "POST /api/v1/backups"];
const changes = OPERATIONS.filter(
  (operation) => operation.method !== "GET" && !NOT_ASKED.includes(`${operation.method} ${operation.path}`),
);

describe("generated bodies are answered as the document says, and never break anything", () => {
  test.each(named(changes))("%s", async (_, operation) => {
    const names = Object.keys((operation.body as { shape?: object })?.shape ?? { a: 1 });
    const body = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 1 })),
      fc.dictionary(
        fc.constantFrom(...names),
        fc.constantFrom("", "a", "2019", "9,500", "draft", "CN-GZ", 1, null, []),
      ),
    );
    const part = fc.constantFrom("nothing", "__proto__", "%00", "a/b", "'", "更多");
    await fc.assert(
      fc.asyncProperty(body, part, async (sent, name) => {
        const answer = await ask(
          operation,
          "",
          { body: sent, version: 1, attempt: `${operation.id}-${Math.random()}` },
          { key: name, id: name },
        );
        expect(answer.status).toBeLessThan(500);
        expectAsSaid(operation, answer);
      }),
      { numRuns: 8 },
    );
  });

  test("a stranger is refused everywhere, as the document says", async () => {
    for (const operation of OPERATIONS.filter((one) => !isOpen(one))) {
      const path = operation.path.replace("/api/v1/", "").replace(/\{\w+\}/g, "nothing");
      const answer = await reader(operation.method, path, operation.method === "GET" ? {} : { body: {} });
      expect([operation.path, answer.status]).toEqual([operation.path, 401]);
      expectAsSaid(operation, answer);
    }
  });

  test("nothing was published by it", async () => {
    expect(
      await db().figure.count({
        where: { status: "published", recordedAt: { gt: new Date(Date.now() - 600_000) }, importKey: null },
      }),
    ).toBe(0);
  });
});
