import { expect, test } from "vitest";
import { readText } from "@/lib/reading/read-text";

const targetsOf = (text: string) =>
  readText(text).candidates.map(({ value, target }) => `${value}${target ? " target" : ""}`);

test.each([
  ["About 300 jobs may go by 2030.", ["300 target"]],
  ["Some 300 coders may be needed by 2026.", ["300 target"]],
  ["Losses of 3 percent are likely in 2022.", ["3 target"]],
  ["Sales could reach 300 cars by 2030.", ["300 target"]],
  ["Sales might rise to 300 cars.", ["300 target"]],
  ["The market is poised to reach 300 cars.", ["300 target"]],
  ["Output is tipped to grow by 3 percent.", ["3 target"]],
  ["Sales should reach 300 cars next year.", ["300 target"]],
  ["An estimated 300 jobs could be lost by 2030.", ["300 target"]],
  ["A hall due to open in May has 300 seats.", ["300 target"]],
  ["The bank sees growth of 3 percent in 2030.", ["3 target"]],
  ["到2030年可能流失300个岗位。", ["300 target"]],
  ["市场规模或达3亿元。", ["300000000 target"]],
  ["市场规模可望达到3亿元。", ["300000000 target"]],
  ["销量或将突破300台。", ["300 target"]],
  ["到2030年，产值预计达3亿元。", ["300000000 target"]],
])("what may be is a forecast: %s", (text, expected) => {
  expect(targetsOf(text)).toEqual(expected);
});

test.each([
  ["The firm had expected 300 sales but reached 400.", ["300 target", "400"]],
  ["Sales reached 400 cars, more than the 300 cars that had been expected.", ["400", "300 target"]],
  ["In May 2018 it had 300 staff.", ["300"]],
  ["May sales were 300 cars.", ["300"]],
  ["The hall could seat 300 people in 2010.", ["300"]],
  ["Up to 300 people can live there.", ["300"]],
  ["It may have lost 300 jobs in 2018.", ["300"]],
  ["It is likely that 300 people died in 2018.", ["300"]],
  ["本科或以上学历的有300人。", ["300"]],
  ["去年曾预计300台，实际达到400台。", ["300 target", "400"]],
])("what was is none: %s", (text, expected) => {
  expect(targetsOf(text)).toEqual(expected);
});
