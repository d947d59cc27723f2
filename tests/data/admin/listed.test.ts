import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { readableFile } from "@/lib/data/import/file";
import { runImport } from "@/lib/data/import/run-import";
import { readChoices } from "@/lib/data/public/dashboard";
import { search } from "@/lib/data/public/search";
import { apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

let api: ReturnType<typeof apiAs>;
const stranger = apiAs({});

beforeAll(async () => {
  api = apiAs((await makePerson("editor")).headers);
});

const create = async (resource: string, body: object) => {
  const made = await api("POST", resource, { body, attempt: randomUUID() });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.data;
};

/** A figure that brings everything it refers to, under names that nothing else has. */
const bringing = (name: string, status: string) => ({
  metric: {
    name: `${name} metric`,
    unit: "herds",
    kind: "count",
    definition: `${name} definition`,
    topic: { name: `${name} topic`, position: 90 },
  },
  region: { code: `CN-GZ-${name.toLowerCase()}`, name: `${name} region`, level: "district", parent: "CN-GZ" },
  organisation: { name: `${name} organisation` },
  wording: "exactly",
  value: "7",
  period: "2006",
  speakerKind: "outlet",
  status,
  citations: [
    {
      source: {
        kind: "news",
        title: `${name} source`,
        publisher: "P",
        language: "en",
        url: `https://${name.toLowerCase()}.example/`,
        note: `${name} note`,
      },
      phrase: "7 herds",
    },
  ],
});

/** Everything that readers are shown of names, and what the records themselves answer to strangers. */
async function shown(name: string, keys: readonly (readonly [resource: string, key: string])[]) {
  const found = JSON.stringify([await readChoices(), await search(name, 20)]);
  const answers = await Promise.all(
    keys.map(async ([resource, key]) => (await stranger("GET", `${resource}/${key}`)).status),
  );
  return { isNamed: found.toLowerCase().includes(`${name.toLowerCase()} `), answers: [...new Set(answers)] };
}

describe("what comes with a draft", () => {
  test("is for readers when a figure that refers to it is published, and not before", async () => {
    const made = await create("figures", bringing("Okapi", "draft"));
    const metric = (await api("GET", `metrics/${made.metric}`)).body.data;
    const keys = [
      ["metrics", made.metric],
      ["topics", metric.topic],
      ["regions", made.region],
      ["organisations", made.organisation],
      ["sources", made.citations[0].source],
    ] as const;
    expect(await shown("Okapi", keys)).toEqual({ isNamed: false, answers: [404] });
    expect((await stranger("GET", `sources/${made.citations[0].source}/citation.bib`)).status).toBe(404);
    // An edit of the record alone shows it to nobody.
    const change = { definition: "Another" };
    expect((await api("PATCH", `metrics/${made.metric}`, { body: change, version: 1 })).status).toBe(200);
    expect(await shown("Okapi", keys)).toEqual({ isNamed: false, answers: [404] });
    const publish = { body: { status: "published" }, version: 1 };
    expect((await api("PATCH", `figures/${made.key}`, publish)).status).toBe(200);
    expect(await shown("Okapi", keys)).toEqual({ isNamed: true, answers: [200] });
  });

  test("was never there for readers where it is retracted before", async () => {
    const made = await create("figures", bringing("Bongo", "draft"));
    await api("DELETE", `figures/${made.key}`, { body: {}, version: 1 });
    const source = made.citations[0].source;
    await api("DELETE", `sources/${source}`, { body: { reason: "A hoax" }, version: 1 });
    expect((await stranger("GET", `sources/${source}`)).status).toBe(404);
  });

  test("is shown by a published milestone or chart as well, with the regions that it lies in", async () => {
    const made = await create("figures", bringing("Kudu", "draft"));
    const region = made.region;
    const below = await create("figures", {
      ...bringing("Nyala", "draft"),
      region: { code: "CN-GZ-nyala", name: "Nyala region", level: "zone", parent: region },
    });
    const milestone = { date: "2006", title: "It opens", region: below.region, status: "published" };
    await create("milestones", { ...milestone, citations: [{ source: made.citations[0].source, phrase: "opens" }] });
    for (const [resource, key] of [
      ["regions", below.region],
      ["regions", region],
      ["sources", made.citations[0].source],
    ]) {
      expect([key, (await stranger("GET", `${resource}/${key}`)).status]).toEqual([key, 200]);
    }
    expect((await stranger("GET", `metrics/${made.metric}`)).status).toBe(404);
    const chart = { title: "T", subtitle: "S", topic: "economy", kind: "bar", rows: "region", status: "published" };
    await create("charts", { ...chart, metrics: [made.metric] });
    expect((await stranger("GET", `metrics/${made.metric}`)).status).toBe(200);
  });
});

test("what is made by itself, or with something published, is for readers at once", async () => {
  const { key } = await create("organisations", { name: "Gnu Ltd" });
  expect((await stranger("GET", `organisations/${key}`)).status).toBe(200);
  const made = await create("figures", bringing("Eland", "published"));
  expect((await stranger("GET", `metrics/${made.metric}`)).status).toBe(200);
  expect((await stranger("GET", `regions/${made.region}`)).status).toBe(200);
});

test("what an import of drafts brings waits for their publication", async () => {
  const text = [
    "metric,region,wording,value,period,source_url,source_title,source_publisher,source_kind,source_language,phrase",
    "companies-attracted,CN-GZ,exactly,7,2005,https://oryx.example/a,Oryx source,P,news,en,7 companies",
  ].join("\n");
  const request = {
    ...readableFile(new TextEncoder().encode(text)),
    label: "oryx.csv",
    options: { overrides: new Map(), format: undefined, status: "draft" },
    changeReason: { cause: null, reason: null },
    author: { id: null, name: "test" },
  } as const;
  const watcher = { row: () => undefined, again: () => undefined, step: async () => undefined };
  const { batch } = await runImport(db(), request, "import", watcher);
  expect((await stranger("GET", "sources/oryx-source")).status).toBe(404);
  const { publicId, version } = await db().figure.findFirstOrThrow({ where: { batchId: batch } });
  const items = [{ key: publicId, version }];
  await api("POST", "figures/bulk", { body: { action: "publish", items } });
  expect((await stranger("GET", "sources/oryx-source")).status).toBe(200);
});
