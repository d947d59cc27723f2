import { describe, expect, test } from "vitest";
import { chartModels } from "@/lib/charts/chart-models";
import { markAfter, markAt } from "@/lib/charts/layout/hit-test";
import { viewAt, viewsOf } from "@/lib/charts/layout/lay-out";
import type { LinePlot } from "@/lib/charts/model";
import { drawingText } from "@/lib/charts/svg/drawing-text";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

function spec(part: Partial<ChartSpec>, figures: readonly Figure[]): ChartSpec {
  return {
    slug: "example",
    title: "Example",
    subtitle: "",
    topic: { slug: "examples", name: "Examples" },
    kind: "line",
    scale: "linear",
    rows: "region",
    figures: figures.map((figure) => ({ figure, label: null })),
    tableOnly: [],
    newest: null,
    milestones: [],
    ...part,
  };
}

const metric = sampleFigure().metric;
const inYear = (year: number, part: Partial<Figure> = {}) =>
  sampleFigure({ id: `f${year}`, periodStart: `${year}`, periodEnd: `${year}`, value: year, ...part });
const bySource = (slug: string) => {
  const citation = sampleCitation();
  return { citations: [{ ...citation, source: { ...citation.source, slug } }] };
};
const lines = (figures: readonly Figure[]) => chartModels(spec({}, figures), "en")[0]?.plot as LinePlot;
const joins = (figures: readonly Figure[]) =>
  lines(figures).joins.map(({ from, to, gap, isBreak }) => ({ from, to, gap, isBreak }));

describe("a line joins only what belongs together", () => {
  test("neighbouring years of one source", () => {
    expect(joins([inYear(2019), inYear(2020)])).toEqual([{ from: 0, to: 1, gap: false, isBreak: false }]);
  });

  test("a missing year is a gap, not zero", () => {
    expect(joins([inYear(2018), inYear(2020)])).toEqual([{ from: 0, to: 1, gap: true, isBreak: false }]);
  });

  test("another source breaks it", () => {
    expect(joins([inYear(2019), inYear(2020, bySource("other"))])[0]?.isBreak).toBe(true);
  });

  test("a target is never joined", () => {
    expect(joins([inYear(2019), inYear(2020, { outlook: "target" })])).toEqual([]);
  });

  test("another region is another line", () => {
    const plot = lines([inYear(2019), inYear(2020, { region: { code: "YY", name: "Otherland" } })]);
    expect(plot.joins).toEqual([]);
    expect(plot.series.map(({ name }) => name)).toEqual(["Exampleland", "Otherland"]);
  });

  test("what has no date is not placed, and said so", () => {
    const undated = sampleFigure({ id: "u", periodStart: null, periodEnd: null });
    const [model] = chartModels(spec({}, [inYear(2019), undated]), "en");
    expect(model?.plot?.marks).toHaveLength(1);
    expect(model?.notes).toContain("1 figure without a date is in the table.");
  });
});

describe("what may not be drawn is refused with a sentence", () => {
  const rows = (part: Partial<ChartSpec>, figures: readonly Figure[]) => chartModels(spec(part, figures), "en");

  test("two units never share an axis", () => {
    const other = inYear(2020, { metric: { ...metric, slug: "money", unit: "CNY", kind: "money" } });
    const models = rows({ kind: "bar", rows: "metric" }, [inYear(2019), other]);
    expect(models).toHaveLength(2);
    expect(models[0]?.refusals[0]).toMatch(/^Figures in different units share no axis/);
    expect(models.map(({ plot }) => plot?.marks.length)).toEqual([1, 1]);
  });

  test("bars take no log axis", () => {
    const [model] = rows({ kind: "bar", scale: "log" }, [inYear(2019)]);
    expect(model?.plot?.axis).toEqual({ kind: "linear", domain: [0, 2019] });
    expect(model?.refusals).toEqual(["Bars start at zero, so their axis is not logarithmic."]);
  });

  test("zero takes no log axis", () => {
    const [model] = rows({ kind: "dot", scale: "log" }, [inYear(2019, { value: 0 }), inYear(2020)]);
    expect(model?.plot?.axis.kind).toBe("linear");
    expect(model?.refusals).toHaveLength(1);
  });

  test("an axis that does not start at zero says so", () => {
    const [model] = rows({}, [inYear(2019), inYear(2020)]);
    expect(model?.notes).toEqual([expect.stringMatching(/^The axis starts at .*, not at zero\.$/)]);
  });
});

test("an axis that ends below zero says so", () => {
  const figures = [inYear(2019, { value: -12 }), inYear(2020, { value: -11 })];
  const [model] = chartModels(spec({}, figures), "en");
  expect(model?.notes).toEqual([expect.stringMatching(/^The axis ends at −.*, not at zero\.$/)]);
});

describe("rows of several places", () => {
  const place = (name: string) => ({ region: { code: name, name } });
  const figures = [inYear(2019, place("A")), inYear(2019, place("B")), inYear(2017, place("C"))].map(
    (figure, index) => ({
      ...figure,
      id: `r${index}`,
    }),
  );
  const plotOf = (part: Partial<ChartSpec>, label: string | null = null) => {
    const whole = spec({ kind: "bar", ...part }, figures);
    return chartModels({ ...whole, figures: figures.map((figure) => ({ figure, label })) }, "en")[0]?.plot;
  };

  test("are grey where they are about another period than most, and the chart knows", () => {
    const plot = plotOf({});
    expect(plot?.marks.map(({ slot }) => slot)).toEqual([1, 1, 7]);
    expect(plot).toMatchObject({ hasOtherSpans: true });
  });

  test("have one colour where an editor labelled them, or where periods are what is compared", () => {
    expect(plotOf({}, "Labelled")).toMatchObject({ hasOtherSpans: false });
    expect(plotOf({ rows: "period" })).toMatchObject({ hasOtherSpans: false });
  });

  test("are told apart by all that differs: the place also where rows stand for periods or metrics", () => {
    const labels = (rows: ChartSpec["rows"]) => {
      const plot = plotOf({ rows });
      return plot?.kind === "bar" ? plot.marks.map(({ label }) => label) : [];
    };
    expect(labels("period")).toEqual(["A, 2019", "B, 2019", "C, 2017"]);
    expect(labels("metric")).toEqual(["Things, A, 2019", "Things, B, 2019", "Things, C, 2017"]);
  });
});

test("a share is drawn against its whole", () => {
  const share = { ...metric, kind: "share", unit: "percent", shareOf: "GDP" } as const;
  const [model] = chartModels(spec({ kind: "bar" }, [inYear(2019, { metric: share, value: 20 })]), "en");
  expect(model?.plot).toMatchObject({ whole: "GDP" });
  expect(model?.plot?.axis.domain).toEqual([0, 100]);
});

describe("claims of one year are one mark of a line", () => {
  const again = inYear(2019, { id: "again", ...bySource("other") });
  const of = (value: number, part: Partial<Figure> = {}) =>
    inYear(2019, { id: `${value} ${part.wording}`, value, ...part });
  const marksOf = (...figures: readonly Figure[]) =>
    lines([inYear(2018), ...figures]).marks.map(({ ids, claims, value, high, text }) => [
      ...[ids.length, claims, value, high, text],
    ]);
  const before = [1, 1, 2018, null, "2,018"];

  test("that say the same: a dot", () => {
    expect(marksOf(inYear(2019), again)).toEqual([before, [2, 1, 2019, null, "2,019"]]);
  });

  test.each([
    [
      "the lowest to the highest, as worded",
      [of(90), of(99, { wording: "more_than" })],
      [2, 2, 90, 99, "2 claims: 90 to >\u00a099"],
    ],
    ["one number, plainly by one", [of(90, { wording: "about" }), of(90)], [2, 2, 90, null, "2 claims at 90"]],
    [
      "one number, plainly by none",
      [of(90, { wording: "about" }), of(90, { wording: "more_than" })],
      [2, 2, 90, null, "2 claims: ≈\u00a090, >\u00a090"],
    ],
    [
      "a range",
      [of(90, { wording: "between", valueHigh: 95, digitsHigh: "95" }), of(92)],
      [2, 2, 90, 95, "2 claims: 90–95, 92"],
    ],
    ["targets", [of(90, { outlook: "target" }), of(99, { outlook: "target" })], [2, 2, 90, 99, "2 targets: 90 to 99"]],
  ] as const)("that say other things, a ring with their number: %s", (_, figures, mark) => {
    expect(marksOf(...figures)).toEqual([before, mark]);
  });

  test("whatever is said twice is counted twice, as the strip does", () => {
    expect(marksOf(of(90), { ...of(90), id: "again" }, of(99))).toEqual([before, [3, 3, 90, 99, "3 claims: 90 to 99"]]);
  });

  test("the line goes to it once, and is whole where one source states both ends", () => {
    const { joins } = lines([inYear(2018), of(90, bySource("other")), of(99)]);
    expect(joins).toEqual([{ from: 0, to: 1, gap: false, isBreak: false }]);
  });

  test("what does not compare stays apart: an outcome from a target, another basis or release", () => {
    const all = [
      of(90),
      of(91, { outlook: "target" }),
      of(92, { basis: "with suppliers" }),
      of(93, { release: "final" }),
    ];
    expect(lines(all).marks.map(({ claims }) => claims)).toEqual([1, 1, 1, 1]);
  });
});

describe("keys and pointers find marks", () => {
  const other = { region: { code: "YY", name: "Otherland" } };
  const plot = lines([inYear(2018), inYear(2019), inYear(2020), inYear(2019, { id: "o", value: 5000, ...other })]);
  // In time: 2018, 2019, 2019 (Otherland), 2020.
  const place = (id: string) => plot.marks.findIndex(({ ids }) => ids[0] === id);

  test.each([
    [null, "ArrowRight", "f2018"],
    ["f2018", "ArrowRight", "f2019"],
    ["f2019", "ArrowRight", "f2020"],
    ["f2020", "ArrowRight", "f2020"],
    ["f2019", "ArrowLeft", "f2018"],
    ["f2020", "ArrowDown", "o"],
    ["o", "ArrowUp", "f2019"],
    ["f2018", "End", "f2020"],
    ["f2020", "Home", "f2018"],
  ])("from %s by %s to %s", (from, key, to) => {
    const found = markAfter(plot, from === null ? null : place(from), key);
    expect(found === null ? null : plot.marks[found]?.ids[0]).toBe(to);
  });

  test("another key leads nowhere", () => {
    expect(markAfter(plot, 0, "a")).toBeNull();
  });

  test("the nearest mark is meant, and none from afar", () => {
    const { drawing } = viewAt(viewsOf(plot), 600);
    const { left, right } = drawing.margins;
    const target = drawing.marks[place("o")];
    const x = left + (target?.x ?? 0) * (600 - left - right);
    expect(markAt(plot, drawing, 600, { x: x + 5, y: (target?.y ?? 0) + 5 })).toBe(place("o"));
    expect(markAt(plot, drawing, 600, { x, y: (target?.y ?? 0) + 60 })).toBeNull();
  });
});

test.each([
  ["line", "f2019"],
  ["bar", "f2019"],
] as const)("marks of a %s chart of a day lead to the same day", (kind, id) => {
  const linksOf = (part: Partial<ChartSpec>) => {
    const plot = chartModels(spec({ kind, ...part }, [inYear(2019)]), "en")[0]?.plot;
    const [view] = plot ? viewsOf(plot) : [];
    return [...(view ? drawingText(view.drawing) : "").matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  };
  expect(linksOf({ file: { "as-of": "2020-03-01" } })).toEqual([`/figures/${id}?as-of=2020-03-01`]);
  expect(linksOf({ file: {} })).toEqual([`/figures/${id}`]);
});
