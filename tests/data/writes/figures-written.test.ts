import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { publicationVersion } from "@/lib/data/db/publication-version";
import { findFigure } from "@/lib/data/public/figures";
import { findMetric, listMetrics } from "@/lib/data/public/metrics";
import { search } from "@/lib/data/public/search";
import { listSources } from "@/lib/data/public/sources";
import { apiAs } from "@/tests/setup/data/api";
import { figureBody } from "@/tests/setup/data/figure-body";
import { asEditor } from "@/tests/setup/site/as-editor";
import { makePerson } from "@/tests/setup/site/people";

const stranger = apiAs({});

const { api, create, source } = await asEditor();
const figure = figureBody(source);

const changeReason = { cause: "typo", reason: "A slip of the keyboard" };
const pathsOf = (answer: { body: { issues?: { path: string }[] } }) => answer.body.issues?.map(({ path }) => path);
const newest = { regions: [], fromYear: null, toYear: null, page: 1 };

describe("a value typed with a unit", () => {
  const saved = async (value: string, metric: string) => {
    const { status, body } = await create("figures", figure({ metric, value }));
    return status === 201 ? (body.data.value as string) : `${status} ${pathsOf({ body })}`;
  };

  test.each([
    ["12.3%", "software-revenue-growth", "12.3"],
    ["−4.2 percent", "software-revenue-growth", "-4.2"],
    ["1.5 trillion yuan", "gdp-cny", "1500000000000"],
    ["1.2 million", "companies-attracted", "1200000"],
    ["9,500 companies", "companies-attracted", "9500"],
    ["12.3%", "companies-attracted", "422 value"],
    ["$5 million", "gdp-cny", "422 value"],
    ["12.3%", "no-such-metric", "422 value"],
  ])("%s under %s is %s", async (value, metric, expected) => expect(await saved(value, metric)).toBe(expected));

  test("is read in a change, too", async () => {
    const { body } = await create("figures", figure({ metric: "software-revenue-growth", value: "12" }));
    const changed = await api("PATCH", `figures/${body.data.key}`, { body: { value: "12.5 %" }, version: 1 });
    expect(changed.body.data.value).toBe("12.5");
  });
});

describe("a published figure", () => {
  test("needs a citation with its phrase", async () => {
    expect(pathsOf(await create("figures", figure({ citations: [], status: "published" })))).toEqual(["citations"]);
    const made = await create("figures", figure({ citations: [{ source }] }));
    expect(made.status).toBe(201);
    const publish = { body: { status: "published" }, version: 1 };
    expect(pathsOf(await api("PATCH", `figures/${made.body.data.key}`, publish))).toEqual(["citations.0.phrase"]);
  });

  test("changes only with a cause and a reason, and is not made a draft again", async () => {
    const { key } = (await create("figures", figure({ status: "published" }))).body.data;
    const change = (body: object, version = 1) => api("PATCH", `figures/${key}`, { body, version });
    expect(pathsOf(await change({ value: "9,600" }))).toEqual(["cause", "reason"]);
    expect(pathsOf(await change({ value: "9,600", reason: "because" }))).toEqual(["cause"]);
    expect(pathsOf(await change({ status: "draft", ...changeReason }))).toEqual(["status"]);
    expect((await change({ value: "9,600", ...changeReason })).status).toBe(200);
    expect((await change({ value: "9,600" }, 2)).body.data.version).toBe(2);
    expect(pathsOf(await api("DELETE", `figures/${key}`, { version: 2 }))).toEqual(["reason"]);
  });

  test("readers see it within the same second, wherever it is shown", async () => {
    const before = await publicationVersion();
    const { key } = (await create("figures", figure({ value: "8,123", status: "published" }))).body.data;
    expect(await publicationVersion()).toBe(before + 1);
    expect((await findFigure(key))?.figure.digits).toBe("8123");
    expect((await search("8,123", 5)).figures.best.map(({ id }) => id)).toEqual([key]);
    await api("PATCH", `figures/${key}`, { body: { value: "8,124", ...changeReason }, version: 1 });
    expect((await findFigure(key))?.figure.digits).toBe("8124");
    expect((await search("8,124", 5)).figures.best.map(({ id }) => id)).toEqual([key]);
    const view = await findMetric("companies-attracted", newest);
    expect(view?.series.find(({ id }) => id === key)?.digits).toBe("8124");
    await api("DELETE", `figures/${key}`, { body: { reason: "wrong" }, version: 2 });
    expect(await findFigure(key)).toBeNull();
    expect((await search("8,124", 5)).figures).toEqual({ total: 0, best: [] });
  });
});

describe("drafts and what is retracted", () => {
  test("are there for people with an account only", async () => {
    const { key } = (await create("figures", figure({ value: "77,001" }))).body.data;
    const viewer = apiAs((await makePerson("viewer")).headers);
    expect((await stranger("GET", `figures/${key}`)).status).toBe(404);
    expect((await viewer("GET", `figures/${key}`)).status).toBe(200);
    expect((await stranger("GET", `figures/${key}/history`)).status).toBe(401);
    expect((await viewer("PATCH", `figures/${key}`, { body: { value: "1" }, version: 1 })).status).toBe(403);
    expect(await findFigure(key)).toBeNull();
    expect((await search("77,001", 5)).figures).toEqual({ total: 0, best: [] });
  });

  test("a metric, a topic or a source that was retracted is in no list of readers", async () => {
    const { key } = (
      await create("metrics", {
        name: "Quaggas",
        unit: "animals",
        kind: "count",
        definition: "Animals.",
        topic: "economy",
      })
    ).body.data;
    const press = (
      await create("sources", {
        kind: "news",
        title: "Quagga news",
        publisher: "Q",
        language: "en",
        url: "https://q.example",
      })
    ).body.data.key;
    expect((await listMetrics()).some(({ slug }) => slug === key)).toBe(true);
    await api("DELETE", `metrics/${key}`, { body: { reason: "extinct" }, version: 1 });
    await api("DELETE", `sources/${press}`, { body: { reason: "extinct" }, version: 1 });
    expect((await listMetrics()).some(({ slug }) => slug === key)).toBe(false);
    expect((await listSources()).some(({ slug }) => slug === press)).toBe(false);
    expect((await search("quagga", 5)).metrics).toEqual({ total: 0, best: [] });
    expect(await findMetric(key, newest)).toBeNull();
    const refused = await create(
      "figures",
      figure({ metric: key, citations: [{ source: press, phrase: "a quagga" }] }),
    );
    expect(refused.status).toBe(422);
    expect(refused.body.issues).toMatchObject([
      { path: "metric", code: "retracted_reference" },
      { path: "citations.0.source", code: "retracted_reference" },
    ]);
  });
});

describe("what else comes with a figure", () => {
  const metric = { name: "Okapis", unit: "animals", kind: "count", definition: "Animals.", topic: "economy" };
  const press = { kind: "news", title: "Okapi", publisher: "O", language: "en", url: "https://okapi.example/1" };

  test("a metric, a region, an organisation and a source are made in the same save, each with its history", async () => {
    const made = await create(
      "figures",
      figure({
        metric,
        region: { code: "CN-GZ-okapi", name: "Okapi", level: "district", parent: "CN-GZ" },
        organisation: { name: "Okapi Ltd" },
        citations: [
          { source: press, locator: "para 1", phrase: "9,500 okapis" },
          { source: press, locator: "para 2", phrase: "okapis, 9,500" },
        ],
        status: "published",
      }),
    );
    expect(made.body.detail).toBeUndefined();
    expect(made.body.data).toMatchObject({
      metric: "okapis",
      region: "CN-GZ-okapi",
      organisation: "okapi-ltd",
      citations: [{ source: "okapi" }, { source: "okapi" }],
      labels: { metric: "Okapis", region: "Okapi", organisation: "Okapi Ltd", "citations.1.source": "Okapi" },
    });
    expect(await db().source.count({ where: { url: press.url } })).toBe(1);
    for (const [resource, key] of [
      ["metrics", "okapis"],
      ["regions", "CN-GZ-okapi"],
      ["organisations", "okapi-ltd"],
      ["sources", "okapi"],
    ]) {
      expect((await api("GET", `${resource}/${key}/history`)).body.data).toMatchObject([
        { version: 1, kind: "created" },
      ]);
    }
  });

  test("a new metric may stand under a new topic, and a metric may move to one", async () => {
    const topic = { name: "Zoology", position: 99 };
    const made = await create("figures", figure({ metric: { ...metric, name: "Gerenuks", topic } }));
    expect(made.body.data).toMatchObject({ metric: "gerenuks" });
    const moved = await api("PATCH", "metrics/gerenuks", { body: { topic: { name: "Antelopes" } }, version: 1 });
    expect(moved.body.data).toMatchObject({ topic: "antelopes", labels: { topic: "Antelopes" } });
    const { data } = (await api("GET", "metrics/gerenuks/history")).body;
    expect(data.map((change: { kind: string }) => change.kind)).toEqual(["updated", "created"]);
    expect((await api("GET", "topics/zoology")).body.data).toMatchObject({ name: "Zoology", position: 99, version: 1 });
    for (const [name, code] of [
      ["", "missing"],
      ["Zoology", "taken"],
    ]) {
      const refused = await create("figures", figure({ metric: { ...metric, name: "Elands", topic: { name } } }));
      expect(refused.body.issues).toMatchObject([{ path: "metric.topic.name", code }]);
    }
    expect(await db().metric.count({ where: { name: "Elands" } })).toBe(0);
  });

  test("where one part is refused, nothing is made, and the field is named from the whole", async () => {
    const before = [await db().metric.count(), await db().source.count(), await db().revision.count()];
    const refused = await create("figures", figure({ metric: { ...metric, name: "Bongos", topic: "no-such-topic" } }));
    expect(refused.status).toBe(422);
    expect(refused.body.issues).toMatchObject([{ path: "metric.topic", code: "unknown_reference" }]);
    const late = await create(
      "figures",
      figure({
        metric: { ...metric, name: "Bongos" },
        region: "ZZ-nowhere",
        citations: [{ source: { ...press, url: "https://okapi.example/2" }, phrase: "x" }],
      }),
    );
    expect(pathsOf(late)).toEqual(["region"]);
    const taken = await create("figures", figure({ metric: { ...metric, slug: "companies-attracted" } }));
    expect([taken.status, pathsOf(taken)]).toEqual([409, ["metric.slug"]]);
    expect([await db().metric.count(), await db().source.count(), await db().revision.count()]).toEqual(before);
  });

  test.each([
    ["figures", { metric: "no" }, "metric"],
    ["figures", { region: "no" }, "region"],
    ["figures", { organisation: "no" }, "organisation"],
    ["figures", { citations: [{ source: "no", phrase: "x" }] }, "citations.0.source"],
    ["metrics", { topic: "no" }, "topic"],
    ["regions", { parent: "no" }, "parent"],
    ["milestones", { region: "no" }, "region"],
    ["charts", { metrics: ["no"] }, "metrics.0"],
    ["charts", { figures: [{ figure: "no" }] }, "figures.0.figure"],
  ])("%s with an unknown reference %j", async (resource, part, path) => {
    const inputs: Readonly<Record<string, object>> = {
      figures: figure(),
      metrics: metric,
      regions: { code: "CN-GZ-x", name: "X", level: "district", parent: "CN-GZ" },
      milestones: { date: "2019", title: "Something", region: "CN-GZ" },
      charts: {
        title: "T",
        subtitle: "S",
        topic: "economy",
        kind: "bar",
        rows: "region",
        metrics: ["companies-attracted"],
      },
    };
    const refused = await create(resource, { ...inputs[resource], ...part });
    expect(refused.status).toBe(422);
    expect(refused.body.issues).toMatchObject([{ path, code: "unknown_reference" }]);
  });
});

describe("two editors at once", () => {
  test("the later save is refused with the other's version and the fields that differ", async () => {
    const { key } = (await create("figures", figure({ note: "as it was" }))).body.data;
    const mine = { value: "9,700", note: "as it was", speaker: "A" };
    await api("PATCH", `figures/${key}`, { body: { value: "9,600", speaker: "A" }, version: 1 });
    const refused = await api("PATCH", `figures/${key}`, { body: mine, version: 1 });
    expect(refused.status).toBe(412);
    expect(refused.headers.get("etag")).toBe('"2"');
    expect(refused.body).toMatchObject({
      code: "stale",
      current: { key, version: 2, value: "9600" },
      differing: ["value"],
    });
    expect((await api("PATCH", `figures/${key}`, { body: mine, version: 2 })).body.data).toMatchObject({
      value: "9700",
    });
  });

  test("what one has retracted, the other cannot change into being again", async () => {
    const { key } = (await create("figures", figure())).body.data;
    await api("DELETE", `figures/${key}`, { version: 1 });
    expect((await api("PATCH", `figures/${key}`, { body: { value: "1" }, version: 1 })).status).toBe(412);
    expect((await api("PATCH", `figures/${key}`, { body: { value: "1" }, version: 2 })).status).toBe(409);
    expect((await api("DELETE", `figures/${key}`, { version: 2 })).status).toBe(409);
  });
});

describe("retracting what something published needs", () => {
  test.each([
    ["metrics", "companies-attracted", /published figure/],
    ["regions", "CN-GZ", /published figures.*places? within it/],
    ["topics", "companies", /metrics/],
  ])("%s/%s is refused with a cure", async (resource, key, message) => {
    const { version } = (await api("GET", `${resource}/${key}`)).body.data;
    const refused = await api("DELETE", `${resource}/${key}`, { body: { reason: "x" }, version });
    expect([refused.status, refused.body.code]).toEqual([409, "in_use"]);
    expect(refused.body.detail).toMatch(message);
  });

  test("a source, an organisation and a figure in use as well", async () => {
    const { key: organisation } = (await create("organisations", { name: "Used Ltd" })).body.data;
    const { key } = (await create("figures", figure({ organisation, status: "published" }))).body.data;
    await create("charts", {
      title: "T",
      subtitle: "S",
      topic: "economy",
      kind: "bar",
      rows: "organisation",
      figures: [{ figure: key, label: "Used" }],
      status: "published",
    });
    for (const row of [`organisations/${organisation}`, `sources/${source}`, `figures/${key}`]) {
      expect((await api("DELETE", row, { body: { reason: "x" }, version: 1 })).body.code, row).toBe("in_use");
    }
    const { detail } = (await api("DELETE", `figures/${key}`, { body: { reason: "x" }, version: 1 })).body;
    expect(detail).toBe("Readers see 1 published chart that needs it: retract that or take it out of that first");
  });
});

describe("what readers may know of a figure's past", () => {
  test("is what was public: no word of a draft, and what changed from one public version to the next", async () => {
    const { key } = (await create("figures", figure({ value: "11", note: "secret draft note" }))).body.data;
    await api("PATCH", `figures/${key}`, { body: { value: "12", note: null }, version: 1 });
    await api("PATCH", `figures/${key}`, { body: { status: "published" }, version: 2 });
    await api("PATCH", `figures/${key}`, { body: { value: "13", region: "CN", ...changeReason }, version: 3 });
    const view = await findFigure(key);
    expect(view?.history).toMatchObject([
      { kind: "published", changes: [] },
      {
        kind: "updated",
        cause: "typo",
        reason: "A slip of the keyboard",
        who: "Test editor",
        changes: [
          { field: "region", before: "Guizhou", after: "China" },
          { field: "value", before: "12", after: "13" },
        ],
      },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/secret|example\.org/);
  });
});
