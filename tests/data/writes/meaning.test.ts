import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { readableFile } from "@/lib/data/import/file";
import { runImport } from "@/lib/data/import/run-import";
import { findPublicHistory } from "@/lib/data/public/public-history";
import { apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

let api: ReturnType<typeof apiAs>;

beforeAll(async () => {
  api = apiAs((await makePerson("editor")).headers);
});

const create = async (resource: string, body: object) => {
  const made = await api("POST", resource, { body, attempt: randomUUID() });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.data as { readonly key: string; readonly version: number };
};
const patch = (resource: string, key: string, version: number, body: object) =>
  api("PATCH", `${resource}/${key}`, { body, version });

/** A metric with a source and figures of it, each by its phrase. */
async function metricWith(
  metric: object,
  figures: readonly (readonly [value: string, phrase: string, more?: object])[],
) {
  const name = randomUUID().slice(0, 8);
  const { key } = await create("metrics", {
    name: `Lynx ${name}`,
    kind: "count",
    definition: "Lynxes.",
    topic: "economy",
    ...metric,
  });
  const source = await create("sources", {
    kind: "news",
    title: `Lynx news ${name}`,
    publisher: "The Lynx",
    language: "en",
    url: `https://lynx.example/${name}`,
  });
  const keys: string[] = [];
  for (const [value, phrase, more = {}] of figures) {
    const made = await create("figures", {
      metric: key,
      region: "CN-GZ",
      wording: "more_than",
      value,
      period: String(2001 + keys.length),
      speakerKind: "outlet",
      status: "published",
      citations: [{ source: source.key, phrase, locator: `para ${keys.length}` }],
      ...more,
    });
    keys.push(made.key);
  }
  return { metric: key, source: source.key, keys };
}

describe("the measure of a metric", () => {
  test("is never changed over a phrase that states another unit, not even when that is confirmed (T73)", async () => {
    const { metric, keys } = await metricWith({ unit: "start-ups" }, [["1,250", "more than 1,250 start-ups"]]);
    const body = { kind: "share", unit: "percent", reason: "It is a share", affectedFigures: 1 };
    const refused = await patch("metrics", metric, 1, body);
    expect([refused.status, refused.body.code]).toEqual([422, "other_unit"]);
    expect(refused.body.affected).toMatchObject({
      count: 1,
      contradicted: 1,
      figures: [{ key: keys[0], value: "1250", phrase: "more than 1,250 start-ups", otherUnit: "start-ups" }],
    });
    expect((await api("GET", `metrics/${metric}`)).body.data).toMatchObject({ unit: "start-ups", version: 1 });
  });

  test.each([
    ["percent", "share", "CNY", "money", "30", "more than 30 percent of output"],
    ["CNY", "money", "USD", "money", "30,000,000", "more than 30 million yuan"],
    ["companies", "count", "people", "count", "40", "more than 40 companies"],
  ])("%s does not become %s over the source's own words", async (unit, kind, newUnit, newKind, value, phrase) => {
    const { metric } = await metricWith({ unit, kind }, [[value, phrase]]);
    const body = { unit: newUnit, kind: newKind, reason: "Meant so", affectedFigures: 1 };
    expect((await patch("metrics", metric, 1, body)).body.code).toBe("other_unit");
  });

  test("is changed by whoever has seen what every figure would say, drafts among them, and says why", async () => {
    const { metric, keys } = await metricWith({ unit: "points", kind: "index" }, [
      ["61.5", "a score of 61.5"],
      ["62", "it then stood at 62", { status: "draft" }],
    ]);
    const body = { unit: "marks" };
    const asked = await patch("metrics", metric, 1, body);
    expect([asked.status, asked.body.code]).toEqual([409, "changes_figures"]);
    expect(asked.body.issues.map(({ path }: { path: string }) => path)).toEqual(["affectedFigures", "reason"]);
    expect(asked.body.affected.count).toBe(2);
    expect(new Set(asked.body.affected.figures.map(({ status }: { status: string }) => status))).toEqual(
      new Set(["published", "draft"]),
    );
    const reason = "The index counts in marks";
    for (const wrong of [{ affectedFigures: 1, reason }, { affectedFigures: 2 }]) {
      expect((await patch("metrics", metric, 1, { ...body, ...wrong })).status).toBe(409);
    }
    const done = await patch("metrics", metric, 1, { ...body, affectedFigures: 2, reason });
    expect([done.status, done.body.data.unit]).toEqual([200, "marks"]);
    expect((await findPublicHistory(keys[0] ?? "")).at(-1)).toMatchObject({
      subject: "metric",
      reason,
      changes: [{ field: "metric.unit", before: "points", after: "marks" }],
    });
    // Nobody has seen the draft.
    expect(await findPublicHistory(keys[1] ?? "")).toEqual([]);
  });

  test("is not changed by restoring an earlier version either, and counts what was retracted", async () => {
    const { metric, keys } = await metricWith({ unit: "points", kind: "index" }, []);
    await patch("metrics", metric, 1, { unit: "marks" });
    const { key } = await create("figures", {
      metric,
      region: "CN-GZ",
      wording: "exactly",
      value: "7",
      speakerKind: "outlet",
    });
    expect(keys).toEqual([]);
    await api("DELETE", `figures/${key}`, { body: {}, version: 1 });
    const first = (await api("GET", `metrics/${metric}/history`)).body.data.at(-1);
    const restore = (more: object) =>
      api("POST", `metrics/${metric}/restore`, {
        body: { revision: first.revision, reason: "It was right", ...more },
        version: 2,
      });
    expect((await restore({})).body).toMatchObject({ code: "changes_figures", affected: { count: 1 } });
    expect((await restore({ affectedFigures: 1 })).status).toBe(200);
  });

  test("is free while nothing depends on it, and what is no measure asks for no list", async () => {
    const { metric } = await metricWith({ unit: "points", kind: "index" }, []);
    expect((await patch("metrics", metric, 1, { unit: "marks", name: "Marks" })).status).toBe(200);
    const used = await metricWith({ unit: "points", kind: "index" }, [["61.5", "a score of 61.5"]]);
    expect((await patch("metrics", used.metric, 1, { shelfLifeMonths: 12, higherIs: "better" })).status).toBe(200);
  });
});

describe("what readers read beside a number", () => {
  test("changes with a reason, which stands in the history of each figure", async () => {
    const { metric, source, keys } = await metricWith({ unit: "points", kind: "index" }, [["61.5", "a score of 61.5"]]);
    for (const [resource, key, body, field] of [
      ["metrics", metric, { name: "Lynxes lost" }, "metric.name"],
      ["sources", source, { title: "Another title" }, "source.title"],
    ] as const) {
      const refused = await patch(resource, key, 1, body);
      expect(refused.body.issues).toMatchObject([{ path: "reason", code: "missing" }]);
      expect((await patch(resource, key, 1, { ...body, reason: `It is called so: ${field}` })).status).toBe(200);
      expect((await findPublicHistory(keys[0] ?? "")).at(-1)).toMatchObject({
        reason: `It is called so: ${field}`,
        changes: [{ field }],
      });
    }
  });

  test("is no part of a figure's history before the figure referred to it, or while nobody could see it", async () => {
    const old = await metricWith({ unit: "points", kind: "index" }, [["61.5", "a score of 61.5"]]);
    const other = await metricWith({ unit: "points", kind: "index" }, [["5", "a score of 5"]]);
    await patch("metrics", other.metric, 1, { name: "Before it came", reason: "Clearer" });
    const [key = ""] = old.keys;
    const changeReason = { cause: "other", reason: "It belongs there" };
    await patch("figures", key, 1, { metric: other.metric, ...changeReason });
    await patch("metrics", other.metric, 2, { name: "While it is here", reason: "Clearer still" });
    await api("DELETE", `figures/${key}`, { body: { reason: "Wrong" }, version: 2 });
    await patch("metrics", other.metric, 3, { name: "After it went", reason: "Clearest" });
    const told = (await findPublicHistory(key)).map(({ reason }) => reason);
    expect(told).toEqual([null, "It belongs there", "Clearer still", "Wrong"]);
  });
});

test("an import does not bring a retracted metric back in another measure while figures hang on it", async () => {
  const { metric } = await metricWith({ unit: "points", kind: "index" }, []);
  const { key } = await create("figures", {
    metric,
    region: "CN-GZ",
    wording: "exactly",
    value: "7",
    speakerKind: "outlet",
  });
  await api("DELETE", `figures/${key}`, { body: {}, version: 1 });
  await api("DELETE", `metrics/${metric}`, { body: { reason: "Not used" }, version: 1 });
  const rows = [
    "metric,metric_name,metric_unit,metric_kind,metric_definition,metric_topic,region,wording,value,period",
    `${metric},Lynx,marks,index,Lynxes.,economy,CN-GZ,exactly,9,2019`,
  ];
  const request = {
    ...readableFile(new TextEncoder().encode(rows.join("\n"))),
    label: "test.csv",
    options: { overrides: new Map(), format: undefined, status: "draft" },
    changeReason: { cause: null, reason: null },
    author: { id: null, name: "test" },
  } as const;
  const watcher = { row: () => undefined, again: () => undefined, step: async () => undefined };
  await expect(runImport(db(), request, "import", watcher)).rejects.toMatchObject({
    status: 422,
    issues: [{ code: "other_measure" }],
  });
  expect((await api("GET", `metrics/${metric}`)).body.data).toMatchObject({ unit: "points", retracted: true });
});
