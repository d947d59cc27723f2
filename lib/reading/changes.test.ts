import { expect, test } from "vitest";
import { readText } from "@/lib/reading/read-text";

const changeOf = (text: string) => readText(text).candidates[0]?.change;

test.each([
  "Exports fell by 3.2 million yuan.",
  "It made a loss of 3.2 million yuan.",
  "It made a loss of more than 3.2 million yuan.",
  "The region lost 900 tech jobs.",
  "The sector shed some 5,000 jobs.",
  "Staff fell by as many as 300 people.",
  "There are 300 fewer jobs than in 2018.",
  "就业岗位减少了300个。",
  "公司亏损3.2亿元。",
  "There was a net outflow of 900 people.",
  "人口净流出1.2万人。",
])("an amount that is a fall is told as one: %s", (text) => {
  expect(changeOf(text)).toBe("down");
});

test.each([
  "Orders dipped 4.1 percent.",
  "Orders eased 4.1 percent.",
  "Orders retreated by 4.1 percent.",
  "There was a 4.1 percent loss.",
  "There was a 4.1 percent contraction.",
  "The year closed with negative growth of 4.1 percent.",
  "订单负增长4.1%。",
  "订单萎缩4.1%。",
  "订单缩水4.1%。",
])("a share that is a fall is told as one: %s", (text) => {
  expect(changeOf(text)).toBe("down");
});

const changesOf = (text: string) =>
  readText(text).candidates.map(({ value, change }) => `${value} ${change ?? "level"}`);

test.each([
  ["Growth slowed by 1.4 percentage points to 7.9 percent.", ["1.4 down", "7.9 level"]],
  ["The decline in orders eased to 4.1 percent in May from 9 percent in April.", ["4.1 down", "9 down"]],
  ["The fall in rents narrowed to 4.1 percent.", ["4.1 down"]],
  ["Output fell 11 percent, a slower fall than the 15 percent of the first half.", ["11 down", "15 down"]],
  ["Growth was 11 percent, a slower rise than 15 percent in 2018.", ["11 up", "15 up"]],
  ["Losses of 2-3 percent are likely.", ["2 down"]],
  ["The rate was cut by 25 basis points to 4 percent.", ["25 down", "4 level"]],
  ["The bank lowered its rate by 25 basis points.", ["25 down"]],
  ["The bank raised its rate by 25 basis points.", ["25 up"]],
  ["订单降幅收窄至4.1%。", ["4.1 down"]],
  ["订单跌幅由9%扩大到12%。", ["9 down", "12 down"]],
  ["增速放缓1.4个百分点至7.9%。", ["1.4 down", "7.9 level"]],
  ["利率下调25个基点至3.85%。", ["25 down", "3.85 level"]],
  ["利率上调25个基点。", ["25 up"]],
])("a slower or a deeper fall is a fall: %s", (text, expected) => {
  expect(changesOf(text)).toEqual(expected);
});

test.each(["The decline in orders narrowed by 2 percentage points.", "订单降幅收窄2个百分点。"])(
  "by how much a fall changed is asked about: %s",
  (text) => {
    expect(readText(text).candidates[0]).toMatchObject({ value: "2", change: null, confidence: "low" });
  },
);

test.each([
  "Profit swung from $3.2 million to a loss of $1.1 million.",
  "It made a loss of more than $1.1 million in 2019.",
  "It posted a $1.1 million loss.",
  "Its net loss narrowed 12 percent to $1.1 million.",
  "Its net loss widened to $1.1 million.",
  "The firm lost $1.1 million in 2019.",
  "公司由盈利320万元转为亏损110万元。",
  "2020年净亏损达110万元。",
  "公司亏损约110万元。",
  "公司亏损收窄至110万元。",
])("what would stand as a profit is said to be a loss: %s", (text) => {
  const loss = readText(text).candidates.at(-1);
  expect(loss).toMatchObject({ value: "1100000", confidence: "medium" });
  expect(loss?.reason).toMatch(/loss/);
});

test.each([
  "It recovered from a loss to a profit of $1.1 million.",
  "Losses of $1.1 million were booked.",
  "Crop losses totalled $1.1 million.",
  "亏损总额约110万元。",
  "公司扭亏为盈，实现利润110万元。",
])("a profit is none, and where losses are counted there is nothing to ask: %s", (text) => {
  expect(readText(text).candidates).toMatchObject([{ value: "1100000", confidence: "high" }]);
});

test.each([
  ["de", "Der Umsatz ging um 4,1 Prozent zurück."],
  ["de", "Der Umsatz ist um 4,1 Prozent geschrumpft."],
  ["fr", "Un recul de 4,1 % des ventes."],
  ["es", "Un descenso del 4,1 % en las ventas."],
])("in %s, too: %s", (language, text) => {
  expect(readText(text, { language }).candidates[0]?.change).toBe("down");
});

test.each([
  "Orders eased to 4.1 percent.",
  "A loss ratio of 4.1 percent.",
  "Exports fell to 3.2 million yuan.",
  "Fewer than 300 firms remain.",
  "Less than 3 million yuan was paid.",
  "Losses at 300 firms were small.",
  "It employs 300 people.",
  "The shed holds 40 machines.",
  "出口下降到3.2亿元。",
])("a level is none: %s", (text) => {
  expect(changeOf(text)).toBeNull();
});
