import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { type Answer, apiAs } from "@/tests/setup/data/api";
import { asEditor } from "@/tests/setup/site/as-editor";

const stranger = apiAs({});

const { api, create, source } = await asEditor();

const figure = {
  metric: "companies-attracted",
  region: "CN-GZ",
  organisation: null,
  wording: "more_than",
  value: "9,500",
  period: "2014 – Feb 2019",
  speakerKind: "outlet",
  note: "Checked",
};
const cited = () => ({ ...figure, citations: [{ source, locator: "para 1", phrase: "more than 9,500 companies" }] });

/** For each resource: an input, a change of it, and what the row then says. */
const SAMPLES: Readonly<Record<string, { input: () => object; change: object; becomes: object }>> = {
  figures: { input: cited, change: { value: "9,600" }, becomes: { value: "9600", status: "draft" } },
  metrics: {
    input: () => ({
      name: "Zebra farms",
      unit: "farms",
      kind: "count",
      definition: "Farms with zebras.",
      topic: "economy",
    }),
    change: { name: "Zebra stations", shelfLifeMonths: 12 },
    becomes: { name: "Zebra stations", shelfLifeMonths: 12, slug: "zebra-farms" },
  },
  regions: {
    input: () => ({ code: "CN-GZ-zebra", name: "Zebra", level: "district", parent: "CN-GZ" }),
    change: { nameLocal: "斑马" },
    becomes: { nameLocal: "斑马", code: "CN-GZ-zebra" },
  },
  organisations: {
    input: () => ({ name: "Zebra Ltd" }),
    change: { name: "Zebra plc" },
    becomes: { name: "Zebra plc" },
  },
  topics: {
    input: () => ({ name: "Zebras", position: 3 }),
    change: { position: 4 },
    becomes: { name: "Zebras", position: 4 },
  },
  sources: {
    input: () => ({
      kind: "news",
      title: "Zebras everywhere",
      publisher: "The Zebra",
      language: "en",
      url: "https://example.org/zebra",
      published: "Feb 2019",
    }),
    change: { archiveUrl: "https://archive.example/zebra", archivedAt: "2020-01-02" },
    becomes: { archivedAt: "2020-01-02", published: "2019-02", slug: "zebras-everywhere" },
  },
  milestones: {
    input: () => ({ date: "2019", title: "A zebra arrives", region: "CN-GZ", citations: [{ source }] }),
    change: { date: "2020-03", status: "published" },
    becomes: { date: "2020-03", status: "published" },
  },
  charts: {
    input: () => ({
      title: "Zebras",
      subtitle: "By region",
      topic: "economy",
      kind: "bar",
      rows: "region",
      metrics: ["companies-attracted"],
      regions: ["CN-GZ", "CN"],
    }),
    change: { regions: ["CN", "CN-GZ"], status: "published" },
    becomes: { regions: ["CN", "CN-GZ"], status: "published" },
  },
};

describe.each(Object.entries(SAMPLES))("%s", (resource, { input, change, becomes }) => {
  let made: Answer;

  test("is created, with a key, a version, an address and the names behind its keys", async () => {
    made = await create(resource, input());
    expect(made.body.detail).toBeUndefined();
    expect(made.status).toBe(201);
    expect(made.headers.get("etag")).toBe('"1"');
    expect(made.headers.get("location")).toBe(`/api/v1/${resource}/${made.body.data.key}`);
    const read = await api("GET", `${resource}/${made.body.data.key}`);
    expect(read.body).toEqual(made.body);
  });

  test("is changed, restored, retracted and restored again; its history says so", async () => {
    const { key } = made.body.data;
    const changed = await api("PATCH", `${resource}/${key}`, { body: change, version: 1 });
    expect(changed.body.detail).toBeUndefined();
    expect(changed.headers.get("etag")).toBe('"2"');
    expect(changed.body.data).toMatchObject(becomes);
    expect((await api("GET", `${resource}/${key}`)).body.data).toEqual(changed.body.data);

    const first = (await api("GET", `${resource}/${key}/history`)).body.data.at(-1);
    expect(first).toMatchObject({ version: 1, kind: "created", who: "Test editor" });
    const changeReason = { reason: "The first was right" };
    const restored = await api("POST", `${resource}/${key}/restore`, {
      body: { revision: first.revision, ...changeReason },
      version: 2,
    });
    expect(restored.body.detail).toBeUndefined();
    const { status: _, ...before } = made.body.data;
    expect(restored.body.data).toMatchObject({ ...before, version: 3 });

    const gone = await api("DELETE", `${resource}/${key}`, { body: { reason: "Not needed" }, version: 3 });
    expect(gone.body.detail).toBeUndefined();
    // What readers have seen is gone; a figure that was a draft all along was never there.
    expect((await stranger("GET", `${resource}/${key}`)).status).toBe(resource === "figures" ? 404 : 410);
    expect((await api("GET", `${resource}/${key}`)).body.data.version).toBe(4);
    expect((await api("PATCH", `${resource}/${key}`, { body: change, version: 4 })).body.code).toBe("retracted");

    const back = await api("POST", `${resource}/${key}/restore`, {
      body: { revision: first.revision, ...changeReason },
      version: 4,
    });
    expect(back.body.detail).toBeUndefined();
    const history = (await api("GET", `${resource}/${key}/history`)).body.data;
    expect(history.map((entry: { kind: string }) => entry.kind)).toEqual([
      "restored",
      "retracted",
      "restored",
      expect.stringMatching(/updated|published/),
      "created",
    ]);
    expect(history.map((entry: { version: number }) => entry.version)).toEqual([5, 4, 3, 2, 1]);
    const field = Object.keys(change)[0];
    expect(history[3].changes.find((entry: { field: string }) => entry.field === field)).toMatchObject({
      after: becomes[field as keyof typeof becomes] ?? expect.anything(),
    });
  });

  test("an unknown field is refused and nothing is written", async () => {
    const before = await db().revision.count();
    const refused = await create(resource, { ...input(), version: 7, retracted: true, id: 1, __proto: 1 });
    expect(refused.status).toBe(422);
    expect(refused.body.issues.map(({ path }: { path: string }) => path)).toEqual([
      "version",
      "retracted",
      "id",
      "__proto",
    ]);
    expect(await db().revision.count()).toBe(before);
  });
});
