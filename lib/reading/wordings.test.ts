import { expect, test } from "vitest";
import { readText } from "@/lib/reading/read-text";

const wordingsOf = (text: string) => readText(text).candidates.map(({ value, wording }) => `${wording} ${value}`);

test.each([
  ["The club has yet to reach 300 members.", ["less_than 300"]],
  ["Sales have not yet reached 300 cars.", ["less_than 300"]],
  ["It failed to reach 300 members in 2019.", ["less_than 300"]],
  ["Sales didn't hit 300 cars.", ["less_than 300"]],
  ["Sales fell short of 300 cars.", ["less_than 300"]],
  ["Sales will not reach 300 cars.", ["less_than 300"]],
  ["Staff are not yet 300 people.", ["less_than 300"]],
  ["Sales did not exceed 300 cars.", ["up_to 300"]],
  ["The fleet has yet to top 300 ships.", ["up_to 300"]],
  ["It never reached more than 300 members.", ["up_to 300"]],
  ["会员尚未达到300人。", ["less_than 300"]],
  ["会员未能达到300人。", ["less_than 300"]],
  ["会员还没有达到300人。", ["less_than 300"]],
  ["会员未到300人。", ["less_than 300"]],
  ["会员没有超过300人。", ["up_to 300"]],
  ["会员尚未突破300人。", ["up_to 300"]],
  ["会员并未超过300人。", ["up_to 300"]],
])("what was not reached is less: %s", (text, expected) => {
  expect(wordingsOf(text)).toEqual(expected);
});

test.each([
  ["It has reached 300 members.", ["exactly 300"]],
  ["Not only did it reach 300 members.", ["exactly 300"]],
  ["会员已达到300人。", ["exactly 300"]],
  ["会员从未缴费，达到300人。", ["exactly 300"]],
])("what was reached is not: %s", (text, expected) => {
  expect(wordingsOf(text)).toEqual(expected);
});

test.each([
  "Hardly more than 300 firms are left.",
  "It is scarcely more than 300 metres long.",
  "It hardly exceeds 300 metres.",
  "Little more than 300 firms are left.",
  "Barely 300 firms are left.",
])("what is hardly more may be less: %s", (text) => {
  const [figure] = readText(text).candidates;
  expect(figure).toMatchObject({ value: "300", wording: "about", confidence: "medium" });
  expect(figure?.reason).toMatch(/hardly|scarcely|little|barely/i);
});

test.each([
  ["距3000家还差200家。", "3000", "200"],
  ["距目标3000家还差200家。", "3000", "200"],
  ["距离3000家的目标仍有差距。", "3000", null],
  ["The fleet is 200 ships short.", "200", null],
])("what is missing, and of what, is asked about: %s", (text, first, second) => {
  const figures = readText(text).candidates;
  expect(figures.map(({ value }) => value)).toEqual([first, second].filter((value) => value !== null));
  for (const { confidence, reason } of figures) {
    expect(confidence).not.toBe("high");
    expect(reason).toMatch(/reached|missing/);
  }
});

test.each([
  ["2018年研发投入不足营业收入的3%。", ["less_than 3"]],
  ["用户超过全省的一半。", ["more_than 50"]],
  ["接近总数的三成。", ["nearly 30"]],
  ["产值约占全市的20%。", ["about 20"]],
  ["产量占全国总量的逾20%。", ["more_than 20"]],
  ["不到员工总数的10%。", ["less_than 10"]],
  ["利润不到2018年的一半。", ["less_than 50"]],
  ["近年来的3%。", ["exactly 3"]],
  ["超市的3%已关闭。", ["exactly 3"]],
  ["约定的3%已支付。", ["exactly 3"]],
  ["增速超过去年的3%。", ["exactly 3"]],
])("what stands before the whole of a share words the share: %s", (text, expected) => {
  expect(wordingsOf(text)).toEqual(expected);
});

test("what a share is of may be of another time than the share", () => {
  expect(readText("利润不到2018年的一半。").candidates).toMatchObject([{ value: "50", period: null }]);
});
