import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENUMS } from "@/lib/enums";
import { parseFiguresFile } from "@/lib/schemas/figures-file";
import { parseMetricView } from "@/lib/schemas/metric-view";
import { parseSearch } from "@/lib/schemas/search";
import { parseView } from "@/lib/schemas/view";

const value = fc.oneof(
  fc.string(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constant(undefined),
  fc.integer().map(String),
);
const names = ["region", "topic", "source", "organisation", "wording", "outlook", "from", "to", "page", "q", "x"];
const params = fc.dictionary(fc.constantFrom(...names), value);

describe("an address can say anything; a page always understands something (T22)", () => {
  test("views", () => {
    fc.assert(
      fc.property(params, (query) => {
        const view = parseView(query);
        expect([null, ...ENUMS.Wording]).toContain(view.wording);
        const [from, to] = [view.fromYear ?? 1900, view.toYear ?? 9999];
        expect(from).toBeGreaterThanOrEqual(1900);
        expect(to).toBeGreaterThanOrEqual(from);
      }),
    );
  });

  test("metric views and searches", () => {
    fc.assert(
      fc.property(params, (query) => {
        const view = parseMetricView(query);
        expect(view.page).toBeGreaterThanOrEqual(1);
        expect(view.regions.length).toBeLessThanOrEqual(12);
        expect(new Set(view.regions).size).toBe(view.regions.length);
        expect(parseSearch(query).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  test.each([
    [{}, { region: "CN-GZ", fromYear: null }],
    [{ region: "all" }, { region: null }],
    [{ region: ["IN-TS", "US"] }, { region: "IN-TS" }],
    [
      { from: "2020", to: "2016" },
      { fromYear: 2016, toYear: 2020 },
    ],
    [
      { from: "1e3", to: "99999" },
      { fromYear: null, toYear: null },
    ],
    [{ wording: "nearly" }, { wording: "nearly" }],
    [{ wording: "NEARLY" }, { wording: null }],
  ])("%o", (query, expected) => {
    expect(parseView(query)).toMatchObject(expected);
  });

  test("downloads refuse what they do not know instead of ignoring it", () => {
    const ask = (text: string) => parseFiguresFile(new URLSearchParams(text));
    expect(ask("metric=unicorns&region=CN,IN&region=US")).toMatchObject({
      data: { metric: "unicorns", region: ["CN", "IN", "US"] },
    });
    expect(ask("")).toMatchObject({ success: true, data: { id: [], region: [] } });
    expect(ask("metrc=unicorns")).toMatchObject({
      success: false,
      message: expect.stringMatching(/metrc.*Ask with id/),
    });
    expect(ask(`id=${Array.from({ length: 501 }, (_, index) => index).join(",")}`).success).toBe(false);
  });

  test.each([
    ["__proto__=1", /“__proto__” cannot be asked/],
    ["constructor=1", /“constructor” cannot be asked/],
    ["toString=1", /cannot be asked/],
    ["Metric=unicorns", /“Metric” cannot be asked/],
    ["utm_source=x&metric=unicorns", /“utm_source” cannot be asked/],
    ["id=", /id is empty/],
    ["id=,", /id is empty/],
    ["region=&metric=unicorns", /region is empty/],
    ["metric=", /metric is empty/],
    ["metric=a&metric=b", /metric is asked twice/],
    ["from=19", /from is a year of four digits/],
    ["from=2020&to=2016", /from \(2020\) is after to \(2016\)/],
    ["wording=NEARLY", /wording is one of exactly, about/],
    ["places=maybe", /places is one of with, without/],
    ["id=a&metric=b", /ask for nothing else beside it/],
  ])("a download does not answer %s with something else", (text, message) => {
    expect(parseFiguresFile(new URLSearchParams(text))).toMatchObject({
      success: false,
      message: expect.stringMatching(message),
    });
  });
});
