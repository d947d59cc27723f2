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
