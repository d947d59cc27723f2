import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { WithdrawnFigurePage, WithdrawnPage } from "@/components/figure/withdrawn-page";
import { db } from "@/lib/data/db/client";
import { findFigure } from "@/lib/data/public/figures";
import { findWithdrawal, findWithdrawnFigure } from "@/lib/data/public/withdrawn";
import { paths } from "@/lib/paths";
import { apiAs } from "@/tests/setup/data/api";
import { asEditor } from "@/tests/setup/site/as-editor";

const stranger = apiAs({});

const { api, create, source } = await asEditor();

const figure = (value: string, more: object = {}) => ({
  metric: "companies-attracted",
  region: "CN-GZ",
  wording: "more_than",
  value,
  period: "2017",
  speakerKind: "outlet",
  status: "published",
  citations: [{ source, locator: "para 90", phrase: `more than ${value} companies` }],
  ...more,
});
const publish = async (value: string, more?: object) => (await create("figures", figure(value, more))).body.data.key;

const plain = (html: string) =>
  html
    .slice(html.indexOf("<h2>History"))
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("a figure that was retracted", () => {
  test("keeps its address: what it said, when and why it was retracted, and what its source says now", async () => {
    const key = await publish("88,001");
    const reason = "The article was withdrawn by its publisher";
    await api("DELETE", `figures/${key}`, { body: { reason }, version: 1 });
    expect(await findFigure(key)).toBeNull();
    const now = await publish("88,002");
    const view = await findWithdrawnFigure(key);
    if (view === null) throw new Error("It is not found");
    expect(view.figure).toMatchObject({ digits: "88001", wording: "more_than" });
    expect(view.withdrawal).toMatchObject({ reason, replacedBy: null });
    expect(view.instead.map(({ id }) => id)).toEqual([now]);
    const html = renderToStaticMarkup(<WithdrawnFigurePage view={view} />);
    for (const text of ["88,001", "more than", "“more than 88,001 companies”", "Retracted on", reason, "88,002"]) {
      expect(html).toContain(text);
    }
    expect(html).toContain("Published by Test editor");
    // Its history tells what it said when it was published, and what is said no more.
    expect(plain(html)).toContain("Published by Test editor more than 88,001 companies");
    expect(plain(html)).toMatch(/Retracted by Test editor \(withdrawn\): .*publisher more than 88,001 companies$/);
  });

  test("names what replaces it, where that was said; only a published figure can", async () => {
    const [draft, other, key] = [
      await publish("88,010", { status: "draft" }),
      await publish("88,011", { period: "2016" }),
      await publish("88,012", { period: "2015" }),
    ];
    const retract = (replacedBy: string) =>
      api("DELETE", `figures/${key}`, { body: { reason: "Counted twice", replacedBy }, version: 1 });
    for (const wrong of [draft, key, "nothing"]) {
      const refused = await retract(wrong);
      expect(refused.status).toBe(422);
      expect(refused.body.issues[0]).toMatchObject({ path: "replacedBy" });
    }
    expect((await retract(other)).status).toBe(200);
    const view = await findWithdrawnFigure(key);
    expect(view?.instead.map(({ id }) => id)).toEqual([other]);
    expect(view?.history.at(-1)).toMatchObject({ kind: "retracted", replacedBy: other });
    expect((await stranger("GET", `figures/${key}`)).body).toMatchObject({
      code: "gone",
      retracted: { reason: "Counted twice", replacedBy: other },
    });
  });

  test("is gone for programs and reference managers too, with the reason", async () => {
    const key = await publish("88,020", { period: "2013" });
    await api("DELETE", `figures/${key}`, { body: { reason: "Never said" }, version: 1 });
    for (const file of ["", "/citation.bib", "/citation.ris", "/citation.json"]) {
      const answer = await stranger("GET", `figures/${key}${file}`);
      expect([file, answer.status]).toEqual([file, 410]);
      expect(answer.body.detail).toContain("Never said");
    }
  });

  test("that was never published stays unknown", async () => {
    const key = await publish("88,030", { status: "draft" });
    await api("DELETE", `figures/${key}`, { body: {}, version: 1 });
    expect(await findWithdrawnFigure(key)).toBeNull();
    for (const file of ["", "/citation.bib"]) {
      expect((await stranger("GET", `figures/${key}${file}`)).status).toBe(404);
    }
    expect(await findWithdrawnFigure("nothing")).toBeNull();
  });

  test("that is restored is a figure again", async () => {
    const key = await publish("88,040", { period: "2012" });
    await api("DELETE", `figures/${key}`, { body: { reason: "By mistake" }, version: 1 });
    const [, first] = (await api("GET", `figures/${key}/history`)).body.data;
    const body = { revision: first.revision, reason: "It was right" };
    expect((await api("POST", `figures/${key}/restore`, { body, version: 2 })).status).toBe(200);
    expect(await findWithdrawnFigure(key)).toBeNull();
    expect((await stranger("GET", `figures/${key}`)).status).toBe(200);
  });

  test("of the seed, whose making has no history of its own, is kept as well", async () => {
    const { publicId, version } = await db().figure.findFirstOrThrow({
      where: { status: "published", charts: { none: {} } },
      orderBy: { id: "asc" },
    });
    await api("DELETE", `figures/${publicId}`, { body: { reason: "Not what it says" }, version });
    expect((await findWithdrawnFigure(publicId))?.withdrawal.reason).toBe("Not what it says");
  });
});

test("a source or a metric that was retracted says so at its address", async () => {
  const made = await create("sources", {
    kind: "news",
    title: "Tapirs at large",
    publisher: "Q",
    language: "en",
    url: "https://tapirs.example/a",
  });
  const { key } = made.body.data;
  await api("DELETE", `sources/${key}`, { body: { reason: "It was a hoax", replacedBy: source }, version: 1 });
  const withdrawal = await findWithdrawal("sources", key);
  expect(withdrawal).toMatchObject({ name: "Tapirs at large", reason: "It was a hoax", replacedBy: source });
  if (withdrawal === null) throw new Error("It is not found");
  const html = renderToStaticMarkup(<WithdrawnPage what="source" withdrawal={withdrawal} href={paths.source} />);
  for (const text of ["Tapirs at large", "It was a hoax", `/sources/${source}`]) expect(html).toContain(text);
  expect((await stranger("GET", `sources/${key}/citation.ris`)).status).toBe(410);
  expect(await findWithdrawal("sources", source)).toBeNull();
});
