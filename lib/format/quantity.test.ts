import { describe, expect, test } from "vitest";
import type { Quantity } from "@/lib/figures/figure";
import { boundsText, numberText, shortQuantity, tickText, wordedQuantity } from "@/lib/format/quantity";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

const quantity = (wording: Quantity["wording"], value: number, valueHigh: number | null = null): Quantity => ({
  wording,
  value,
  valueHigh,
});
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("a quantity is never written without its wording", () => {
  test.each([
    [quantity("exactly", 9500), "companies", "9,500"],
    [quantity("more_than", 9500), "companies", "> 9,500"],
    [quantity("at_least", 70000), "servers", "≥ 70,000"],
    [quantity("about", 20), "percent", "≈ 20%"],
    [quantity("nearly", 300), "institutions", "just under 300"],
    [quantity("less_than", 1.2), "ratio", "< 1.2"],
    [quantity("up_to", 60.53), "percent", "≤ 60.53%"],
    [quantity("between", 70, 80), "percent", "70–80%"],
    [quantity("between", -3, 4), "percent", "−3 to 4%"],
    [quantity("between", -8, -3), "percent", "−8 to −3%"],
    [quantity("between", -2e6, 1.5e6), "CNY", "−2 million to 1.5 million yuan"],
    [quantity("between", 0, 4), "percent", "0–4%"],
    [quantity("more_than", -3), "percent", "> −3%"],
    [quantity("more_than", 2e12), "CNY", "> 2 trillion yuan"],
    [quantity("exactly", 72), "hours", "72 hours"],
    [quantity("exactly", 1), "years", "1 year"],
    [quantity("exactly", 5), "XYZ", "5 XYZ"],
  ])("%o in %s is %s", (value, unit, expected) => {
    expect(spaced(shortQuantity(value, unit, "en-GB"))).toBe(expected);
  });

  test.each([
    ["about", 2000, null, "people", "network of some 2,000 medical experts", "some 2,000 people"],
    ["more_than", 20, null, "percent", "more than 20 percent", "more than 20%"],
    ["between", 70, 80, "percent", "around 70 percent to 80 percent", "between 70% and 80%"],
    ["exactly", 70000000, null, "CNY", "70 million yuan", "70 million yuan"],
    ["exactly", 1, null, "people", "one person", "1 person"],
  ] as const)("%s %d: %s", (wording, value, valueHigh, unit, phrase, expected) => {
    const base = sampleFigure({ wording, value, valueHigh, citations: [sampleCitation({ phrase })] });
    expect(spaced(wordedQuantity({ ...base, metric: { unit, counted: null } }, "en-GB"))).toBe(expected);
  });

  test("number and unit apart, for large type", () => {
    expect(numberText(quantity("exactly", 70e6), "CNY", "en-GB")).toEqual({ number: "70 million", unit: "yuan" });
    expect(numberText(quantity("between", 70, 80), "percent", "en-GB")).toEqual({ number: "70–80", unit: "%" });
  });

  test.each([
    ["exactly", "9,500 companies, as printed, with no word of doubt"],
    ["about", "near 9,500 companies; how near is not stated"],
    ["more_than", "more than 9,500 companies; no upper bound is stated"],
    ["nearly", "below but close to 9,500 companies; no lower bound is stated"],
    ["up_to", "up to 9,500 companies; no lower bound is stated"],
  ] as const)("bounds of %s in words", (wording, expected) => {
    expect(spaced(boundsText(quantity(wording, 9500), "companies", "en-GB"))).toBe(expected);
  });

  test("ticks carry a percent sign only", () => {
    expect(tickText(50, "percent", "en-GB")).toBe("50%");
    expect(tickText(1000, "companies", "en-GB")).toBe("1,000");
  });
});
