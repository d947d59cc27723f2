import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { readableFile } from "@/lib/data/import/file";
import { runImport } from "@/lib/data/import/run-import";
import { apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

let api: ReturnType<typeof apiAs>;

beforeAll(async () => {
  api = apiAs((await makePerson("editor")).headers);
});

const source = (url: string, more: object = {}) => ({
  kind: "news",
  title: "Herons settle",
  publisher: "The Heron",
  language: "en",
  url,
  ...more,
});
const create = (resource: string, body: object) => api("POST", resource, { body, attempt: randomUUID() });

test("a source is one source in every spelling of its address", async () => {
  const made = (await create("sources", source("https://herons.example/settle"))).body.data;
  for (const url of [
    "http://www.herons.example/settle/",
    "https://herons.example:443/settle?utm_source=x",
    "HTTPS://HERONS.example/settle#:~:text=some",
  ]) {
    const refused = await create("sources", source(url));
    expect([url, refused.status]).toEqual([url, 409]);
    expect(refused.body.issues[0]).toMatchObject({ path: "url", code: "taken" });
    expect(refused.body.detail).toContain(made.key);
  }
  const figure = {
    metric: "companies-attracted",
    region: "CN-GZ",
    wording: "exactly",
    value: "3",
    speakerKind: "outlet",
    citations: [{ source: source("http://herons.example/settle"), phrase: "3 companies" }],
  };
  const nested = await create("figures", figure);
  expect([nested.status, nested.body.issues[0].path]).toEqual([409, "citations.0.source.url"]);
  expect((await create("sources", source("https://herons.example/settle?page=2"))).status).toBe(201);
});

test("a change to another's address is refused, any other change is not; a retracted one comes back only while none has taken its place", async () => {
  const first = (await create("sources", source("https://egrets.example/a"))).body.data;
  const second = (await create("sources", source("https://egrets.example/b"))).body.data;
  const change = (body: object, version: number) => api("PATCH", `sources/${second.key}`, { body, version });
  expect((await change({ url: "http://egrets.example/a/" }, 1)).status).toBe(409);
  expect((await change({ url: "http://egrets.example/b/" }, 1)).status).toBe(200);
  // Two that were recorded under one address before may be put right one by one.
  await db().source.update({ where: { slug: second.key }, data: { url: "https://egrets.example/a" } });
  expect((await change({ title: "Egrets" }, 2)).status).toBe(200);
  await db().source.update({ where: { slug: second.key }, data: { url: "https://egrets.example/b" } });
  await api("DELETE", `sources/${first.key}`, { body: { reason: "A hoax" }, version: 1 });
  expect((await create("sources", source("https://egrets.example/a"))).status).toBe(201);
  const [, made] = (await api("GET", `sources/${first.key}/history`)).body.data;
  const body = { revision: made.revision, reason: "No hoax" };
  expect((await api("POST", `sources/${first.key}/restore`, { body, version: 2 })).status).toBe(409);
});

test("a file that spells a known address in another way brings no new source, nor one new address twice", async () => {
  await create("sources", source("http://cranes.example/2023-02/c_1.htm", { title: "Cranes" }));
  const header =
    "metric,region,wording,value,period,source_url,source_title,source_publisher,source_kind,source_language,phrase";
  const row = (year: number, url: string) =>
    `companies-attracted,CN-GZ,exactly,${year - 1980},${year},${url},Cranes,The Crane,news,en,${year - 1980} companies`;
  const text = [
    header,
    row(1981, "https://www.cranes.example/2023-02/c_1.htm?utm_source=x"),
    row(1982, "http://cranes.example/2023-02/c_1.htm#:~:text=rate"),
    row(1983, "http://cranes.example/2023-02/c_1.htm"),
    row(1984, "https://cranes.example/New"),
    row(1985, "http://www.cranes.example/New/"),
  ].join("\n");
  const { summary } = await runImport(
    db(),
    {
      ...readableFile(new TextEncoder().encode(text)),
      label: "cranes.csv",
      options: { overrides: new Map(), format: undefined, status: "draft" },
      changeReason: { cause: null, reason: null },
      author: { id: null, name: "test" },
    },
    "dry-run",
    { row: () => undefined, again: () => undefined, step: async () => undefined },
  );
  expect(summary.problems).toEqual([]);
  expect(summary.newRecords.map(({ resource, row }) => [resource, row])).toEqual([["sources", 5]]);
});
