import { describe, expect, test } from "vitest";
import { search } from "@/lib/data/public/search";
import { figureBody } from "@/tests/setup/data/figure-body";
import { asEditor } from "@/tests/setup/site/as-editor";

const { api, create, source } = await asEditor();
const figure = figureBody(source);
const changeReason = { cause: "typo", reason: "A slip of the keyboard" };

describe("a search for a number", () => {
  test("finds what was published since, no more what was corrected or retracted, also after many saves at once", async () => {
    const found = async (text: string) => (await search(text, 50)).figures.best.map(({ id }) => id).sort();
    const published = (value: string) => create("figures", figure({ value, status: "published" }));
    const made = await Promise.all(Array.from({ length: 6 }, () => published("71,717")));
    const keys: string[] = made.map(({ body }) => body.data.key).sort();
    expect(await found("71,717")).toEqual(keys);
    const [corrected = "", gone = "", ...same] = keys;
    await Promise.all([
      ...[found("71,717"), found("81,818")],
      api("PATCH", `figures/${corrected}`, { body: { value: "81,818", ...changeReason }, version: 1 }),
      found("71,717"),
      api("DELETE", `figures/${gone}`, { body: { reason: "It was wrong" }, version: 1 }),
      found("81,818"),
    ]);
    expect(await found("71,717")).toEqual(same);
    expect(await found("81,818")).toEqual([corrected]);
    const rename = async (name: string) => {
      const { body } = await api("GET", "metrics/companies-attracted");
      const { version, name: old } = body.data;
      await api("PATCH", "metrics/companies-attracted", { body: { name, reason: "Other words" }, version });
      return old;
    };
    const old = await rename("Firms drawn hither");
    expect(await found("hither 81,818")).toEqual([corrected]);
    await rename(old);
    expect(await found("hither 81,818")).toEqual([]);
  });

  test("lists equally good figures newest first, whatever was saved in between", async () => {
    const found = async (text = "62,626") => (await search(text, 50)).figures.best.map(({ id }) => id);
    const publish = async (year: number) => {
      const { body } = await create("figures", figure({ value: "62,626", period: `${year}`, status: "published" }));
      return body.data.key as string;
    };
    const of2011 = await publish(2011);
    const of2013 = await publish(2013);
    const of2012 = await publish(2012);
    const newestFirst = [of2013, of2012, of2011];
    expect(await found()).toEqual(newestFirst);
    expect(await found("６２，６２６")).toEqual(newestFirst);
    const note = { note: "Read again", ...changeReason };
    expect((await api("PATCH", `figures/${of2013}`, { body: note, version: 1 })).status).toBe(200);
    expect(await found()).toEqual(newestFirst);
  });
});
