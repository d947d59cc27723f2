import { describe, expect, test } from "vitest";
import { CHINA } from "@/lib/charts/tiles/china";
import { tileMap } from "@/lib/charts/tiles/tile-map";
import { stepLimits, stepOf } from "@/lib/charts/tiles/tile-steps";
import { daysCovered } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

/** ISO 3166-2:CN: 4 municipalities, 23 provinces, 5 autonomous regions, 2 special administrative regions. */
const ISO = [
  ...["AH", "BJ", "CQ", "FJ", "GD", "GS", "GX", "GZ", "HA", "HB", "HE", "HI", "HK", "HL", "HN", "JL", "JS", "JX"],
  ...["LN", "MO", "NM", "NX", "QH", "SC", "SD", "SH", "SN", "SX", "TJ", "TW", "XJ", "XZ", "YN", "ZJ"],
].map((short) => `CN-${short}`);

describe("the tiles of China", () => {
  test("are the 34 codes of ISO 3166-2:CN, each once", () => {
    expect(ISO).toHaveLength(34);
    expect(CHINA.map(({ code }) => code).sort()).toEqual(ISO);
  });

  test("have a name and a place each, none twice, within eight columns", () => {
    const distinct = (key: (place: (typeof CHINA)[number]) => unknown) => new Set(CHINA.map(key)).size;
    expect(distinct(({ name }) => name)).toBe(34);
    expect(distinct(({ column, row }) => `${column} ${row}`)).toBe(34);
    expect(Math.max(...CHINA.map(({ column }) => column))).toBe(7);
  });

  test("lie to each other as on a map, as far as a grid has it", () => {
    const at = (short: string) => CHINA.find(({ code }) => code === `CN-${short}`) ?? { column: 99, row: 99 };
    expect(at("XJ").column).toBeLessThan(at("GS").column);
    expect(at("HL").row).toBeLessThan(at("JL").row);
    expect(at("GX").row).toBeGreaterThan(at("GZ").row);
    expect(at("HI").row).toBeGreaterThan(at("GD").row);
    expect(at("ZJ").column).toBeGreaterThan(at("JX").column);
  });
});

describe("steps", () => {
  test.each([
    [[], []],
    [
      [34, 42, 55],
      [30, 35, 40, 45, 50, 55],
    ],
    [
      [0, 100],
      [0, 20, 40, 60, 80, 100],
    ],
    [[7], [6, 6.5, 7, 7.5, 8]],
    [
      [3, 900, 40_000],
      [1, 10, 100, 1000, 10_000, 100_000],
    ],
    [
      [2, 5e9],
      [1, 100, 1e4, 1e6, 1e8, 1e10],
    ],
  ])("of %j have the limits %j", (values, limits) => expect(stepLimits(values)).toEqual(limits));

  test.each([
    [0, 1],
    [19.9, 1],
    [20, 2],
    [99, 5],
    [100, 5],
    [101, 0],
    [-1, 0],
  ])("%d is in step %d", (value, step) => expect(stepOf([0, 20, 40, 60, 80, 100], value)).toBe(step));

  test("there are none without limits", () => expect(stepOf([], 4)).toBe(0));
});

/** A made-up figure of a region and year. */
function of(code: string, year: string, part: Partial<Figure>): Figure {
  const time = { periodStart: year, periodEnd: year, ...daysCovered(year, year, null) };
  return sampleFigure({ id: `${code} ${year}`, region: { code, name: `Place ${code}` }, ...time, ...part });
}
const region = (code: string, figures: readonly Figure[] = [], targets = 0) => ({
  ...{ code, name: `Place ${code}` },
  figures,
  targets,
});

describe("a map of tiles", () => {
  const { isMap, tiles, limits } = tileMap(
    "CN",
    [
      region("CN-GZ", [of("CN-GZ", "2020", { value: 34, wording: "more_than" }), of("CN-GZ", "2019", { value: 99 })]),
      region("CN-BJ", [of("CN-BJ", "2020", { value: 55 })]),
      region("CN-SH", [of("CN-SH", "2018", { value: 50 })]),
      region("CN-ZJ", [of("CN-ZJ", "2020", { value: 36, valueHigh: 48, wording: "between" })]),
      region("CN-GD", [of("CN-GD", "2020", { id: "a", value: 40 }), of("CN-GD", "2020", { id: "b", value: 52 })]),
      region("CN-HN", [of("CN-HN", "2020", { id: "c", value: 41 }), of("CN-HN", "2020", { id: "d", value: 42 })]),
      region("CN-SC", [], 2),
      region("CN-YN"),
      region("CN-XY", [of("CN-XY", "2020", { value: 45, wording: "about" })]),
    ],
    "en-GB",
  );
  const told = Object.fromEntries(tiles.map(({ code, kind, step, text }) => [code, [kind, step, text].join(" ")]));

  test("colours the newest outcomes of one time, each with its wording, and says what it cannot", () => {
    expect(limits).toEqual([30, 35, 40, 45, 50, 55]);
    expect(told).toMatchObject({
      "CN-GZ": "step 1 >\u00a034",
      "CN-BJ": "step 5 55",
      "CN-SH": "other 0 50",
      "CN-ZJ": "open 0 36–48",
      "CN-GD": "open 0 40 / 52",
      "CN-HN": "step 3 41 / 42",
      "CN-SC": "target 0 ",
      "CN-YN": "missing 0 ",
      "CN-TW": "unknown 0 ",
    });
  });

  test("has every place of the country, and after it what has no place on it", () => {
    expect([isMap, tiles.length]).toEqual([true, 35]);
    expect(tiles.at(-1)).toMatchObject({ code: "CN-XY", place: null, label: "Place CN-XY", sign: "≈", step: 4 });
    expect(tiles.find(({ code }) => code === "CN-GZ")).toMatchObject({ label: "GZ", name: "Place CN-GZ" });
  });

  test("of a country without a map the regions stand in the order given", () => {
    const plain = tileMap("XX", [region("XX-B"), region("XX-A", [of("XX-A", "2020", { value: 3 })])], "en-GB");
    expect(plain.isMap).toBe(false);
    expect(plain.tiles.map(({ code, kind, label }) => [code, kind, label])).toEqual([
      ["XX-B", "missing", "Place XX-B"],
      ["XX-A", "other", "Place XX-A"],
    ]);
  });

  test("one region alone is on no scale, nor are two of different times", () => {
    const two = ["2019", "2020"].map((year) => region(`XX-${year}`, [of(`XX-${year}`, year, { value: 3 })]));
    expect(tileMap("XX", two, "en-GB").limits).toEqual([]);
    expect(tileMap("XX", two.slice(1), "en-GB").limits).toEqual([]);
  });

  test("nothing is coloured where no figure has a time", () => {
    const undated = of("XX-A", "2020", { periodStart: null, periodEnd: null, firstDay: null, lastDay: null });
    expect(tileMap("XX", [region("XX-A", [undated])], "en-GB")).toMatchObject({
      limits: [],
      tiles: [{ kind: "other", step: 0, text: "100" }],
    });
  });
});
