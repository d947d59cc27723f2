import type { Wording } from "@/lib/figures/figure";
import { wordingWords } from "@/lib/figures/wording";
import type { Candidate, Unit } from "@/lib/reading/candidate";

/** The parts of a reading that are printed. */
export type Printed = Pick<Candidate, "wording" | "value" | "valueHigh" | "unit">;

const WORDS_ZH: Readonly<Record<Exclude<Wording, "between">, string>> = {
  exactly: "",
  about: "约",
  more_than: "超过",
  at_least: "至少",
  nearly: "近",
  less_than: "不足",
  up_to: "最多",
};

const MONEY_ZH: Readonly<Record<string, string>> = {
  CNY: "元",
  HKD: "港元",
  USD: "美元",
  EUR: "欧元",
  GBP: "英镑",
  JPY: "日元",
  KRW: "韩元",
  INR: "卢比",
};

/** A reading in its canonical English words: "more than 9,500 companies", "between 3 and 5 percent". "" for one without a value. */
export function printEnglish({ wording, value, valueHigh, unit }: Printed): string {
  if (wording === null || value === null) return "";
  const number = valueHigh === null ? grouped(value) : `${grouped(value)} and ${grouped(valueHigh)}`;
  const words = wordingWords(wording);
  return [words, number, unitEnglish(unit)].filter((part) => part !== "").join(" ");
}

/** The same in Chinese: 超过9500家企业, 3%至5%. */
export function printChinese({ wording, value, valueHigh, unit }: Printed): string {
  if (wording === null || value === null) return "";
  const tail = unitChinese(unit);
  if (wording === "between") return `${value}至${valueHigh}${tail}`;
  return `${WORDS_ZH[wording]}${value}${tail}`;
}

function unitEnglish(unit: Unit | null): string {
  if (unit === null) return "";
  if (unit.kind === "points") return "percentage points";
  if (unit.kind === "times") return "-fold";
  return unit.text;
}

function unitChinese(unit: Unit | null): string {
  if (unit === null) return "";
  if (unit.kind === "percent") return "%";
  if (unit.kind === "points") return "个百分点";
  if (unit.kind === "times") return "倍";
  if (unit.kind === "currency") return MONEY_ZH[unit.text] ?? unit.text;
  return `个${unit.text}`;
}

function grouped(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
