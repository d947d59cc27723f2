import { describe, expect, test } from "vitest";
import { readText } from "@/lib/reading/read-text";

/** Every figure as "value @ period", with its confidence where it is not high. */
function timesOf(text: string, published: string | null = null): readonly string[] {
  return readText(text, { published }).candidates.map(({ value, period, confidence }) => {
    const time = period === null ? "-" : period.start === period.end ? period.start : `${period.start}..${period.end}`;
    return `${value} @ ${time}${confidence === "high" ? "" : ` ${confidence}`}`;
  });
}

describe("numbers and times that are told in one order belong to one another", () => {
  test.each([
    [
      "Output was 30 tonnes, 40 tonnes and 50 tonnes in 2017, 2018 and 2019 respectively.",
      ["30 @ 2017", "40 @ 2018", "50 @ 2019"],
    ],
    ["In 2018 and 2019, exports grew by 4 percent and 6 percent.", ["4 @ 2018", "6 @ 2019"]],
    ["Sales came to $3 million and $5 million in 2016 and 2017, respectively.", ["3000000 @ 2016", "5000000 @ 2017"]],
    [
      "It sold 410 cars, 385 cars and 372 cars in the first, second and third quarter of 2021.",
      ["410 @ 2021-01..2021-03", "385 @ 2021-04..2021-06", "372 @ 2021-07..2021-09"],
    ],
    [
      "In the first and second halves of 2020 it lost 900 jobs and 400 jobs.",
      ["900 @ 2020-01..2020-06", "400 @ 2020-07..2020-12"],
    ],
    ["Prices rose 2 percent and 3 percent in January and February 2020.", ["2 @ 2020-01", "3 @ 2020-02"]],
    [
      "Sales were $2 million and $3 million in Q1 and Q2 2020.",
      ["2000000 @ 2020-01..2020-03", "3000000 @ 2020-04..2020-06"],
    ],
    [
      "From 2017 to 2019, sales were $3m, $4m and $5m respectively.",
      ["3000000 @ 2017", "4000000 @ 2018", "5000000 @ 2019"],
    ],
    [
      "Investment was €1.2bn, 1.4bn and 0.9bn in 2018, 2019 and 2020.",
      ["1200000000 @ 2018", "1400000000 @ 2019 medium", "900000000 @ 2020 medium"],
    ],
    ["2016年和2017年进口分别为12亿美元和15亿美元。", ["1200000000 @ 2016", "1500000000 @ 2017"]],
    ["2018、2019和2020年产量依次为30吨、40吨、50吨。", ["30 @ 2018", "40 @ 2019", "50 @ 2020"]],
    ["2018年、2019年分别增长5%和下降3%。", ["5 @ 2018", "3 @ 2019"]],
    ["2017-2019年营收分别为3亿元、4亿元和5亿元。", ["300000000 @ 2017", "400000000 @ 2018", "500000000 @ 2019"]],
    ["2021年一季度和二季度分别售出300台、500台。", ["300 @ 2021-01..2021-03", "500 @ 2021-04..2021-06"]],
    ["2021年1月、2月销量分别为300台和500台。", ["300 @ 2021-01", "500 @ 2021-02"]],
    ["2020年上半年、下半年各新增70家和90家企业。", ["70 @ 2020-01..2020-06", "90 @ 2020-07..2020-12"]],
    [
      "2018年和2019年，出口分别为35亿元和41亿元，进口分别为20亿元和22亿元。",
      ["3500000000 @ 2018", "4100000000 @ 2019", "2000000000 @ 2018", "2200000000 @ 2019"],
    ],
  ])("%s", (text, expected) => {
    expect(timesOf(text)).toEqual(expected);
  });

  test("the unit and the scale that only the last one names are still everyone's", () => {
    const figures = readText("2018年和2019年出口分别为35和41亿美元。").candidates;
    expect(figures.map(({ value, unit, period }) => [value, unit?.text, period?.start])).toEqual([
      ["3500000000", "USD", "2018"],
      ["4100000000", "USD", "2019"],
    ]);
  });
});

describe("where the one row is longer than the other, no number has a time, and each says so", () => {
  test.each([
    ["In 2018 and 2019, it opened 300 shops.", ["300 @ - medium"]],
    [
      "It sold 300 cars, 400 cars and 500 cars in 2018 and 2019.",
      ["300 @ - medium", "400 @ - medium", "500 @ - medium"],
    ],
    ["2018年和2019年共新增企业300家。", ["300 @ - medium"]],
    // Each of two things, or each of two years.
    ["2018年和2019年，营收和利润分别为3亿元和5亿元。", ["300000000 @ - medium", "500000000 @ - medium"]],
    ["2019年和2020年，A公司和B公司的收入分别为3亿元和4亿元。", ["300000000 @ - medium", "400000000 @ - medium"]],
    ["In 2018 and 2019, 300 firms and 40 banks moved in.", ["300 @ - medium", "40 @ - medium"]],
    ["2017年、2018年和2019年营收分别为3亿元和5亿元。", ["300000000 @ - medium", "500000000 @ - medium"]],
    ["2016-2019年营收分别为3亿元和5亿元。", ["300000000 @ - medium", "500000000 @ - medium"]],
  ])("%s", (text, expected) => {
    expect(timesOf(text)).toEqual(expected);
    for (const { reason } of readText(text).candidates) expect(reason).toMatch(/several times/);
  });
});

describe("one time is everyone's", () => {
  test.each([
    ["In 2019 exports and imports were $3 million and $4 million respectively.", ["3000000 @ 2019", "4000000 @ 2019"]],
    ["Exports were $3 million in 2018 and $4 million in 2019.", ["3000000 @ 2018", "4000000 @ 2019"]],
    ["2019年出口和进口分别为3亿元和4亿元。", ["300000000 @ 2019", "400000000 @ 2019"]],
    ["2017年至2019年，累计投入3亿元。", ["300000000 @ 2017..2019"]],
    ["Between 2017 and 2019 it spent $3 million.", ["3000000 @ 2017..2019"]],
  ])("%s", (text, expected) => {
    expect(timesOf(text)).toEqual(expected);
  });
});

describe("a part of a year without its year is of the year named beside it, or asked about", () => {
  test.each([
    ["Sales fell to 3 percent in May 2021 from 9 percent in April.", null, ["3 @ 2021-05", "9 @ 2021-04"]],
    [
      "Output was down 11.4 percent in the first three quarters of 2021, a slower fall than the 15 percent of the first half.",
      null,
      ["11.4 @ 2021-01..2021-09", "15 @ 2021-01..2021-06"],
    ],
    [
      "Exports grew 6 percent in the third quarter of 2021, slower than the 8 percent of the second quarter.",
      null,
      ["6 @ 2021-07..2021-09", "8 @ 2021-04..2021-06"],
    ],
    // December may be that of the year before, and April that of the text's own year.
    ["Sales fell to 3 percent in January 2021 from 9 percent in December.", null, ["3 @ 2021-01", "9 @ - medium"]],
    ["Sales fell to 3 percent in May 2021 from 9 percent in April.", "2024-06-01", ["3 @ 2021-05", "9 @ - medium"]],
    ["2021年前三季度下降11.4%，上半年下降15%。", null, ["11.4 @ 2021-01..2021-09", "15 @ 2021-01..2021-06"]],
    ["2021年5月增长3%，4月增长9%。", null, ["3 @ 2021-05", "9 @ 2021-04"]],
  ])("%s", (text, published, expected) => {
    expect(timesOf(text, published)).toEqual(expected);
  });
});
