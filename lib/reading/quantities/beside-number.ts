import type { Unit } from "@/lib/reading/candidate";
import { isNounToo, kindOf } from "@/lib/reading/english/noun-words";
import { numbersIn, type SentenceContext } from "@/lib/reading/quantities/counted-numbers";
import { unitAround } from "@/lib/reading/quantities/unit-words";

/** A bracket behind an amount with the same amount in another currency, and how many characters it takes; null where none stands there. */
export function conversionAfter(after: string, unit: Unit | null, context: SentenceContext) {
  const match =
    /^\s?\(([^()]{1,60})(?:\)|$)/.exec(after) ??
    /^,? or (?=(?:about |around |some |nearly )?(?:US)?\$)((?:[^,.;()]|[.,](?=\d)){1,40})/.exec(after);
  if (match === null || (!isPrice(unit) && unit?.kind !== "percent")) return null;
  const [whole, inner = ""] = match;
  const [number, second] = numbersIn(inner, context);
  if (number?.digits == null || second !== undefined) return null;
  const other = unitAround(inner.slice(0, number.start - number.signBefore), inner.slice(number.end), context).unit;
  // A bracket that the phrase breaks off before its currency ("(around 327 billion") is dollars where yuan stand before it.
  const isCut = other === null && unit?.text === "CNY" && !whole.endsWith(")") && number.power > 0;
  const code = isCut ? "USD" : other?.kind === "currency" ? other.text : null;
  // "$389 million, or $1.04 a share" says no other currency.
  if (code === null || (code === unit?.text && whole.startsWith(","))) return null;
  return { alternative: { digits: number.digits, unit: code }, length: whole.trimEnd().length };
}

const PER =
  /^(?:,?\s(?:(?:a|an|each|every|per)\s(year|month|week|day|hour|minute|second|quarter|night|hectare|acre)(?!\p{L}|\s(?:ago|earlier|later|before|after|since))|per\s((?:(?:\d[\d,]{0,9}|ten thousand|one hundred|hundred|thousand|million|one million)\s)?(?:cubic |square )?\p{L}[\p{L}-]{1,20}))|\/\s?(year|month|day|hour|kg|km|平方米|立方米|千瓦时|公斤|千克|公里|小时|分钟|工作日|[吨米瓦斤度秒天日月年人次户股台件亩升桶只头株张例])|每(平方米|立方米|公里|公斤|千克|吨|斤|亩|小时|分钟|秒|天|日|月|年|人|户|股|度|台|桶|升)(?!\p{Script=Han}))/iu;

/** Whether a unit is money, by its code or its name. */
export function isPrice(unit: Unit | null): boolean {
  return (
    unit?.kind === "currency" ||
    /^(?:cents|pence|paise|pesos|dinars|francs|kroner|crowns|shillings)$/.test(unit?.text ?? "")
  );
}

/** What a price is for, where no noun goes on behind it: "$9 a barrel". */
const EACH = /^\san? (\p{Ll}{2,14})(?=(?:\s(\p{L}+))?)(?!\p{L}|\s(?:ago|earlier|later|before|after|since))/u;

/** What an amount is counted by ("a month", 每年), and how many characters that takes; null where none stands there. */
export function perAfter(after: string, isPrice: boolean): { readonly text: string; readonly length: number } | null {
  const match = PER.exec(after);
  if (match !== null) return { text: match[1] ?? match[2] ?? match[3] ?? match[4] ?? "", length: match[0].length };
  const [whole = "", each = "", next] = (isPrice ? EACH.exec(after) : null) ?? [];
  const isLast = next === undefined || ["stop", "verb", "adverb"].includes(kindOf(next));
  return each !== "" && isLast && (isNounToo(each) || ["noun", "plural"].includes(kindOf(each)))
    ? { text: each, length: whole.length }
    : null;
}
