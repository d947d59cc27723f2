import { describe, expect, test } from "vitest";
import { markAfter } from "@/lib/charts/layout/hit-test";
import { type View, viewAt, viewsOf } from "@/lib/charts/layout/lay-out";
import type { ChartSpec, Figure, Wording } from "@/lib/figures/figure";
import { sampleFigure } from "@/tests/setup/data/sample-figure";
import { samplePlot } from "@/tests/setup/data/sample-plot";

function views(part: Pick<ChartSpec, "kind" | "scale" | "rows">, figures: readonly Figure[]): readonly View[] {
  return viewsOf(samplePlot(part, figures));
}

const BARS = { kind: "bar", scale: "linear", rows: "region" } as const;
const LINES = { kind: "line", scale: "linear", rows: "region" } as const;
const metric = { ...sampleFigure().metric, unit: "percent", kind: "rate" as const };

let count = 0;
function said(place: string, year: number, value: number, part: Partial<Figure> = {}): Figure {
  count += 1;
  const time = { periodStart: `${year}`, periodEnd: `${year}` };
  return sampleFigure({ id: `f${count}`, metric, region: { code: place, name: place }, ...time, value, ...part });
}
const worded = (place: string, value: number, wording: Wording) => said(place, 2020, value, { wording });
const range = (place: string, value: number, high: number) =>
  said(place, 2020, value, { wording: "between", valueHigh: high, digitsHigh: String(high) });
const only = (all: readonly View[]) => {
  expect(all).toHaveLength(1);
  return viewAt(all, 600).drawing;
};

describe("marks stand where their values are", () => {
  test("dots in time: years from side to side, values from the foot (224 px) to the head (22 px) of the plot", () => {
    const { marks, height } = only(views(LINES, [said("A", 2019, 0), said("A", 2020, 50), said("A", 2021, 100)]));
    expect(height).toBe(250);
    expect(marks.map(({ x }) => x)).toEqual([0.5 / 3, 0.5, 2.5 / 3].map((at) => expect.closeTo(at, 4)));
    expect(marks.map(({ y }) => y)).toEqual([224, 123, 22]);
  });

  test("bars: from zero to their share of the longest, one row below the other", () => {
    const { marks } = only(views(BARS, [said("A", 2020, 5), said("B", 2020, 20)]));
    expect(marks.map(({ base, x, y }) => [base, x, y])).toEqual([
      [0, 0.25, 32],
      [0, 1, 87],
    ]);
  });

  test("bars below zero: the axis holds both signs, and zero is where they start", () => {
    const { marks } = only(views(BARS, [said("A", 2020, -4), said("B", 2020, 6)]));
    expect(marks.map(({ base, x }) => [base, x])).toEqual([
      [0.4, 0],
      [0.4, 1],
    ]);
  });

  test.each([
    // Domain −8 to 2: a tenth for each unit, zero at 0.8.
    ["below zero: solid to the end that is nearer to zero", range("A", -8, -3), [0.8, 0.5, 0, 0.5]],
    ["across zero: nothing is solid", range("A", -3, 2), [0.8, 0.8, 0.5, 1]],
    ["above zero: solid to its lower end", range("A", 1, 2), [0.8, 0.9, 0.9, 1]],
  ])("a range %s", (_, figure, places) => {
    const { marks } = only(views(BARS, [figure, said("B", 2020, -8), said("C", 2020, 2)]));
    const { base, x, low, high } = marks[0] ?? {};
    expect([base, x, low, high]).toEqual(places.map((place) => expect.closeTo(place, 9)));
  });

  test("dots on a log axis: a hundred is half-way from ten to a thousand", () => {
    const counted = { metric: sampleFigure().metric };
    const figures = [10, 100, 1000].map((value, index) => said(`P${index}`, 2020, value, counted));
    const { marks } = only(views({ ...BARS, kind: "dot", scale: "log" }, figures));
    expect(marks.map(({ x }) => x)).toEqual([0, 0.5, 1].map((at) => expect.closeTo(at, 9)));
  });
});

describe("the end of a bar below zero is on its own side", () => {
  const margins = (wording: Wording) => only(views(BARS, [worded("A", -8, wording)])).margins.left;

  test("less than −8 is open to the left, and its tail of 28 px has room there", () => {
    expect(margins("less_than")).toBe(28);
  });

  test("more than −8 takes the last 22 px of the bar, to its right", () => {
    expect(margins("more_than")).toBe(0);
    expect(only(views(BARS, [worded("A", -8, "more_than")])).marks[0]?.before).toBe(22);
  });

  test("about −8 is soft on both sides", () => {
    expect(margins("about")).toBe(12);
  });
});

describe("labels", () => {
  const rows = (name: string, value = 20) =>
    only(views(BARS, [said(name, 2020, value)]))
      .texts.filter(({ role }) => role === "row")
      .map(({ text }) => text);

  test("a long name is cut, its year stays", () => {
    const lines = rows("Qiandongnan Miao and Dong Autonomous Prefecture Economic and Technological Development Zone");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Qiandongnan Miao and Dong/);
    expect(lines[1]).toMatch(/…, 2020$/);
  });

  test("a name without spaces is cut too, and Chinese breaks between characters", () => {
    expect(rows("Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle").join(" ")).toMatch(
      /…, ?2020$/,
    );
    const lines = rows("黔南布依族苗族自治州惠水县百鸟河数字小镇大数据产业园");
    expect(lines.join("")).toBe("黔南布依族苗族自治州惠水县百鸟河数字小镇大数据产业园, 2020");
    expect(lines).toHaveLength(2);
  });

  test("the first point of a line is labelled, also when it is the lowest", () => {
    const share = [99.91, 99.93, 99.92].map((value, index) => said("A", 2018 + index, value));
    const { texts } = only(views(LINES, share));
    expect(texts.find(({ text }) => text === "99.91%")).toMatchObject({ isRoomy: false });
  });
});

describe("marks never lie on each other", () => {
  const before = [said("A", 2020, 30), said("A", 2021, 35), said("A", 2022, 38)];

  test("up to three that do not compare stand side by side, 13 px apart", () => {
    const bases = [null, "with suppliers", "without suppliers"].map((basis) => said("A", 2023, 42, { basis }));
    const { marks } = only(views(LINES, [...before, ...bases]));
    expect(marks.slice(3).map(({ dx }) => dx)).toEqual([0, 13, -13]);
  });

  test("eight are one mark with their number, from which nothing is lost", () => {
    const claims = [42, 42.1, 42.2, 42.3, 42.4, 42.5, 42.6, 42.7].map((value) => said("A", 2023, value));
    const [view] = views(LINES, [...before, ...claims]);
    const last = view?.plot.marks.at(-1);
    expect(view?.plot.marks).toHaveLength(4);
    expect(last).toMatchObject({ claims: 8, ids: claims.map(({ id }) => id), text: "8 claims: 42% to 42.7%" });
    expect(view?.plot.kind === "line" && view.plot.joins.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    // The keys go to it as to any other mark.
    expect(view && markAfter(view.plot, 2, "ArrowRight")).toBe(3);
    expect(view && markAfter(view.plot, 3, "ArrowRight")).toBe(3);
  });

  test("claims of one number in other words say that number, and targets stay apart from outcomes", () => {
    const words = ["exactly", "about", "more_than", "at_least"] as const;
    const claims = words.map((wording) => said("A", 2023, 42, { wording }));
    const targets = words.map((wording) => said("A", 2024, 50, { wording, outlook: "target" }));
    const [view] = views(LINES, [...before, ...claims, ...targets]);
    expect(view?.plot.marks.slice(3).map(({ text }) => text)).toEqual(["4 claims at 42%", "4 targets at 50%"]);
  });

  test("a range among claims is no number that they share", () => {
    const words = ["exactly", "about", "more_than"] as const;
    const claims = words.map((wording) => said("A", 2023, 42, { wording }));
    const ranged = said("A", 2023, 42, { wording: "between", valueHigh: 45, digitsHigh: "45" });
    const [view] = views(LINES, [...before, ...claims, ranged]);
    expect(view?.plot.marks.at(-1)?.text).toBe("4 claims");
  });

  test("eight that differ widely are one mark too, at the lowest, that reaches to the highest", () => {
    const claims = [55, 25, 30, 35, 40, 45, 50, 20].map((value) => said("A", 2023, value));
    const { marks } = only(views(LINES, [...before, ...claims]));
    const last = marks.at(-1);
    expect([marks.length, last?.dx, last?.mark.claims, last?.mark.text]).toEqual([4, 0, 8, "8 claims: 20% to 55%"]);
    expect(marks.find(({ mark }) => mark.value === 30)?.y).toBeLessThan(last?.y ?? 0);
    expect(last?.high).toBeLessThan(marks.find(({ mark }) => mark.value === 38)?.y ?? 0);
  });

  test("of claims that are nearer than their ring is large nothing reaches out of it", () => {
    const { marks } = only(views(LINES, [...before, said("A", 2023, 42), said("A", 2023, 42.5)]));
    expect(marks.at(-1)).toMatchObject({ high: null, mark: { claims: 2, text: "2 claims: 42% to 42.5%" } });
  });

  test("regions with the same value in the same year stand side by side", () => {
    const figures = ["A", "B", "C", "D"].flatMap((place) => [2020, 2021, 2022].map((year) => said(place, year, year)));
    for (const { drawing } of views(LINES, figures)) {
      const last = drawing.marks.slice(-4).map(({ dx }) => dx);
      expect(new Set(last).size).toBe(4);
    }
  });

  test("claims about parts of a year are one mark where a drawing is narrow, and stand apart where it is wide", () => {
    const span = (start: string, end: string) => ({ periodStart: start, periodEnd: end });
    const claims = [
      said("A", 2023, 42.9, span("2023-01-01", "2023-03-31")),
      said("A", 2023, 44.5, span("2023-01-01", "2023-06-30")),
      said("A", 2023, 42.9),
      said("A", 2023, 42, span("2023-01-01", "2023-09-30")),
    ];
    const old = Array.from({ length: 8 }, (_, index) => said("A", 2012 + index, 10 + index));
    const flow = (figure: Figure): Figure => ({ ...figure, metric: { ...metric, accumulation: "flow" } });
    const all = views(LINES, [...old, ...claims].map(flow));
    expect(all.map(({ from, until }) => [from, until])).toEqual([
      [256, 700],
      [700, null],
    ]);
    expect(viewAt(all, 256).plot.marks).toHaveLength(9);
    expect(viewAt(all, 1144).plot.marks).toHaveLength(12);
  });

  test.each([256, 300, 439, 440, 699, 700, 1144])("no two dots of a crowded chart meet at %d px", (width) => {
    const figures = ["A", "B", "C"].flatMap((place, index) =>
      [2019, 2020, 2021, 2022, 2023].flatMap((year) =>
        Array.from({ length: 3 }, (_, claim) => said(place, year, 40 + year - 2019 + index * 0.3 + claim * 0.7)),
      ),
    );
    const { drawing } = viewAt(views(LINES, figures), width);
    const inner = width - drawing.margins.left - drawing.margins.right;
    const places = drawing.marks.map(({ x, y, dx, mark }) => ({
      x: x * inner + dx,
      y,
      radius: mark.claims > 1 ? 9.5 : 5.5,
    }));
    const met = places.flatMap((a, index) =>
      places.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius - 1),
    );
    expect(met).toEqual([]);
  });
});
