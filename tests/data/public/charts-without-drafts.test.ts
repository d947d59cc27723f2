import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { apiAs } from "@/tests/setup/data/api";
import { asEditor } from "@/tests/setup/site/as-editor";

const stranger = apiAs({});

const { api, create, source } = await asEditor();

const figure = async (value: string, status: string) =>
  (
    await create("figures", {
      metric: "companies-attracted",
      region: "CN-GZ",
      wording: "exactly",
      value,
      period: "2007",
      speakerKind: "outlet",
      status,
      citations: [{ source, locator: randomUUID(), phrase: `${value} companies` }],
    })
  ).body.data.key as string;
const chart = (figures: readonly string[], status: string) => ({
  title: "Herds",
  subtitle: "One by one",
  topic: "economy",
  kind: "bar",
  rows: "region",
  figures: figures.map((key) => ({ figure: key, label: `Label of ${key}` })),
  status,
});

test("a published chart names no draft, however it becomes published", async () => {
  const [draft, known] = [await figure("987654", "draft"), await figure("55", "published")];
  const refused = await create("charts", chart([known, draft], "published"));
  expect(refused.status).toBe(422);
  expect(refused.body.issues).toMatchObject([{ path: "figures.1.figure", code: "draft_reference" }]);
  const made = (await create("charts", chart([known, draft], "draft"))).body.data;
  const publish = () => api("PATCH", `charts/${made.key}`, { body: { status: "published" }, version: 1 });
  expect((await publish()).body.issues).toMatchObject([{ code: "draft_reference" }]);
  await api("PATCH", `figures/${draft}`, { body: { status: "published" }, version: 1 });
  expect((await publish()).status).toBe(200);
});

test("of one that an earlier program let name a draft, readers see the rest", async () => {
  const [draft, known] = [await figure("987653", "draft"), await figure("56", "published")];
  const { key } = (await create("charts", chart([draft, known], "draft"))).body.data;
  await db().chart.update({ where: { slug: key }, data: { status: "published" } });
  const seen = await stranger("GET", `charts/${key}`);
  expect(seen.status).toBe(200);
  expect(JSON.stringify(seen.body)).not.toContain("987653");
  expect(JSON.stringify(seen.body)).not.toContain(draft);
  expect(seen.body.data.figures).toEqual([{ figure: known, label: `Label of ${known}` }]);
  expect(seen.body.data.labels["figures.0.figure"]).toContain("56");
  expect(JSON.stringify((await api("GET", `charts/${key}`)).body)).toContain("987653");
});
