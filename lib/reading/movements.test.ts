import { describe, expect, test } from "vitest";
import { readText } from "@/lib/reading/read-text";

/** Every figure as "value unit @ period", with its confidence where it is not high. */
function movedIn(text: string): readonly string[] {
  return readText(text).candidates.map(({ value, unit, period, confidence }) => {
    const time = period === null ? "-" : period.start === period.end ? period.start : `${period.start}..${period.end}`;
    return `${value} ${unit?.text ?? "-"} @ ${time}${confidence === "high" ? "" : ` ${confidence}`}`;
  });
}

describe("where a number came from is not of the time that it came to", () => {
  test.each([
    ["The share rose from 12 to 15 percent in 2020.", ["12 percent @ -", "15 percent @ 2020"]],
    ["In 2020 the share rose from 12 percent to 15 percent.", ["12 percent @ -", "15 percent @ 2020"]],
    ["In 2020 the share rose to 15 percent from 12 percent.", ["15 percent @ 2020", "12 percent @ -"]],
    ["Exports rose to $15 billion in 2020 from $12 billion.", ["15000000000 USD @ 2020", "12000000000 USD @ -"]],
    [
      "Sales jumped from $3.2 million to $4.1 million in the first half of 2020.",
      ["3200000 USD @ -", "4100000 USD @ 2020-01..2020-06"],
    ],
    ["2021年上半年，占比由61.5%升至64%。", ["61.5 percent @ -", "64 percent @ 2021-01..2021-06"]],
    ["2020年失业率从5.2%下降到4.8%。", ["5.2 percent @ -", "4.8 percent @ 2020"]],
    ["2019年末，用户从7亿人增至8亿人。", ["700000000 人 @ -", "800000000 人 @ 2019-12-31"]],
  ])("%s", (text, expected) => {
    expect(movedIn(text)).toEqual(expected);
  });

  test.each([
    ["Output grew from 300 tonnes in 2018 to 450 tonnes in 2020.", ["300 tonnes @ 2018", "450 tonnes @ 2020"]],
    ["Output grew to 450 tonnes in 2020 from 300 tonnes in 2018.", ["450 tonnes @ 2020", "300 tonnes @ 2018"]],
    ["从2018年的12亿元增长到2020年的15亿元。", ["1200000000 CNY @ 2018", "1500000000 CNY @ 2020"]],
    ["产量由2018年末的约300吨增至2020年末的450吨。", ["300 吨 @ 2018-12-31", "450 吨 @ 2020-12-31"]],
    ["The price fell from 5 euros in 2018 to 4 euros.", ["5 EUR @ 2018", "4 EUR @ -"]],
    ["由2018年的3亿元增至5亿元。", ["300000000 CNY @ 2018", "500000000 CNY @ -"]],
    // The time stands before where it came to.
    ["产量从300吨增至2020年的450吨。", ["300 吨 @ -", "450 吨 @ 2020"]],
    ["Output in 2018 rose by 5 percent from 2017 to 300 tonnes.", ["5 percent @ 2018", "300 tonnes @ 2018"]],
  ])("a time of its own stays: %s", (text, expected) => {
    expect(movedIn(text)).toEqual(expected);
  });

  test.each([
    ["Output grew from 300 tonnes to 450 tonnes between 2018 and 2020.", ["300 tonnes @ 2018", "450 tonnes @ 2020"]],
    ["From 2018 to 2020, output grew from 300 tonnes to 450 tonnes.", ["300 tonnes @ 2018", "450 tonnes @ 2020"]],
    ["2018年至2020年，产量从300吨增长到450吨。", ["300 吨 @ 2018", "450 吨 @ 2020"]],
    ["In fiscal 2018-19 output grew from 300 tonnes to 450 tonnes.", ["300 tonnes @ -", "450 tonnes @ 2018..2019"]],
    ["2020年1至6月，产量从300吨增长到450吨。", ["300 吨 @ -", "450 吨 @ 2020-01..2020-06"]],
  ])("of a span each has its end, but a period of account is one: %s", (text, expected) => {
    expect(movedIn(text)).toEqual(expected);
  });
});

describe("a unit and a scale that only the second number names are the first's, too, where that is certain", () => {
  test.each([
    ["The rate came down from 12 to 9 percent.", ["12 percent @ -", "9 percent @ -"]],
    ["Sales climbed from 2.1 to 3.4 billion yuan.", ["2100000000 CNY @ -", "3400000000 CNY @ -"]],
    ["销售额从2.1增长到3.4亿元。", ["210000000 CNY @ -", "340000000 CNY @ -"]],
    // 900 may be 900 users, and 2 two.
    ["It grew from 900 to 1.2 million users.", ["900 - @ - low", "1200000 users @ -"]],
    ["It grew from 2 to 3 million users.", ["2 - @ - low", "3000000 users @ -"]],
    ["销售额从35增长到41亿元。", ["35 - @ - low", "4100000000 CNY @ -"]],
  ])("%s", (text, expected) => {
    expect(movedIn(text)).toEqual(expected);
  });
});
