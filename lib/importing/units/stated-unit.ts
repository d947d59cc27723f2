import type { MetricRef } from "@/lib/figures/figure";
import { scaleAfter } from "@/lib/numbers/scale-words";
import { CURRENCIES, CURRENCY_SIGNS } from "@/lib/reading/quantities/currencies";
import { countsAs } from "@/lib/reading/quantities/noun-units";
import { isCurrencyCode } from "@/lib/schemas/text";
import { visibleText } from "@/lib/text/visible-text";

/** A unit that a file states beside its numbers. */
export interface StatedUnit {
  /** As written. */
  readonly text: string;
  /** Power of ten that its words of scale stand for; 0 without any. */
  readonly power: number;
  readonly kind: "percent" | "points" | "currency" | "number" | "noun" | "none";
  /** ISO 4217 codes that a currency may be; a noun as written; empty otherwise. */
  readonly names: readonly string[];
}

type Measured = Pick<MetricRef, "unit" | "counted" | "kind">;
export type ComparedUnit =
  | { readonly ok: true; readonly power: number }
  | { readonly ok: false; readonly message: string };

const PERCENT =
  /^(?:%|per ?cent|percentages?|pct|pc|pt|prozent|procent|pour cent|por ?ciento|por cento|percento|百分比|百分率)$/i;
const POINTS = /^(?:percentage[ -]points?|pct\.? points?|p\.?p\.?|ppts?|points?|个?百分点|prozentpunkte?)$/i;
const NUMBER =
  /^(?:numbers?|no\.?|nr\.?|counts?|units?|anzahl|nombre|número|numero|quantity|pieces|pcs\.?|items?|[个個家名位件项座台辆所条处种]|数量)$/i;
const NUMBER_OF = /^(?:numbers?|no\.|count|anzahl|nombre)(?: (?:of|der|von|de|d')?\s?)(?=\p{L})/iu;
const LEAD = /^(?:(?:units?|einheit|unité|unidad)\s?:|单位\s?:?|in(?= )|of(?= ))\s*/i;
const PEOPLE = /^(?:per|pers\.?|persons?|heads?|人次?|人数)$/i;
const RATE = /(?<!\p{L})per\s|\/|每/iu;
const MONEY_LETTER = /^(.*\S)\s?(mm|[mbt])$/i;

/** What a text that names a unit says: "billion yuan", "CNY million", "%", "万人", "'000", "10,000 people". What it does not know it keeps as a noun. */
export function parseUnit(text: string): StatedUnit {
  let rest = bare(text);
  let power = 0;
  for (let round = 0; round < 4; round += 1) {
    rest = bare(rest.replace(LEAD, ""));
    const found = RATE.test(rest) ? null : (scaleAtStart(rest) ?? scaleAtEnd(rest));
    if (found === null) break;
    power += found.power;
    rest = found.rest;
  }
  const made = (kind: StatedUnit["kind"], names: readonly string[] = []) => ({ text: text.trim(), power, kind, names });
  if (rest === "") return made(power > 0 ? "none" : "number");
  if (PERCENT.test(rest)) return made("percent");
  if (POINTS.test(rest)) return made("points");
  if (NUMBER.test(rest)) return made("number");
  const codes = currenciesOf(rest);
  if (codes.length > 0) return made("currency", codes);
  const [, money = "", letter = ""] = MONEY_LETTER.exec(rest) ?? [];
  const inMoney = currenciesOf(money);
  if (inMoney.length > 0) {
    power += scaleAfter(letter, true, false)?.powers[0] ?? 0;
    return made("currency", inMoney);
  }
  return made("noun", [PEOPLE.test(rest) ? "people" : rest.replace(NUMBER_OF, "")]);
}

/** Compares a stated unit with that of a metric: the same, the same in another scale (times ten to `power`), or another one, with the reason. */
export function compareUnit(stated: StatedUnit, metric: Measured): ComparedUnit {
  return isSame(stated, metric)
    ? { ok: true, power: stated.power }
    : { ok: false, message: `The file says “${stated.text}”, and the metric is in ${metric.unit}` };
}

/**
 * The unit that the header of a column of numbers states: what stands in brackets at its end, or behind "in" or a comma where that is
 * a unit, or the whole where it is nothing else. Null without one.
 */
export function headerUnit(header: string): string | null {
  const seen = visibleText(header);
  const bracket = BRACKET.exec(seen)?.[1]?.trim();
  if (bracket !== undefined) return /^\d{4}$/.test(bracket) ? null : bracket;
  const behind = BEHIND.exec(seen)?.[1];
  for (const text of [behind, seen]) {
    if (text !== undefined && /^(?:percent|points|currency|none)$/.test(parseUnit(text).kind)) return text;
  }
  return null;
}

/** A header without the unit that it states. */
export function headerName(header: string): string {
  const unit = headerUnit(header);
  const seen = visibleText(header);
  if (unit === null || unit === seen) return seen;
  return seen.replace(BRACKET.test(seen) ? BRACKET : BEHIND, "");
}

const BRACKET = /\s?[([【]([^()[\]【】]+)[)\]】]$/;
const BEHIND = /(?:,| in )\s*([^,]+)$/i;

function isSame({ kind, power, names }: StatedUnit, { unit, counted, kind: metricKind }: Measured): boolean {
  if (unit === "percent") return kind === "percent" && power === 0;
  if (unit === "points" || unit === "percentage points") return kind === "points" && power === 0;
  if (/^[A-Z]{3}$/.test(unit)) return kind === "none" || (kind === "currency" && names.includes(unit));
  if (kind === "number" || kind === "none") return metricKind === "count";
  const [noun] = names;
  if (kind !== "noun" || noun === undefined) return false;
  const [written, own] = [plain(noun), plain(unit)];
  if (written === own || written === plain(counted ?? "")) return true;
  if (RATE.test(written) || RATE.test(own)) return false;
  // "Hospital beds" are no hospitals: it is the last word that is counted.
  const last = written.split(" ").at(-1) ?? "";
  return [unit, counted].some(
    (one) => one !== null && countsAs(written, one) && countsAs(last, one.split(" ").at(-1) ?? one),
  );
}

function plain(text: string): string {
  return text.toLowerCase().replace(/(?<=\d)[,. ](?=\d{3})/g, "");
}

/** A text without what is only around it. */
function bare(text: string): string {
  return visibleText(text)
    .replaceAll("_", " ")
    .replace(/^[([【]+|[)\]】]+$/g, "")
    .replace(/\s?\(([^()]*)$/, " $1")
    .trim();
}

interface Scaled {
  readonly power: number;
  readonly rest: string;
}

function scaleAtStart(text: string): Scaled | null {
  const thousands = /^['’]?000(?:s|['’]s)?(?!\d)/.exec(text);
  if (thousands) return { power: 3, rest: text.slice(thousands[0].length).trim() };
  const [whole = "", factor = ""] = /^(1[\d,. ]*0)(?!\d)\s*/.exec(text) ?? [];
  const noughts = /^1(0+)$/.exec(factor.replace(/[,. ]/g, ""))?.[1];
  if (noughts !== undefined) return { power: noughts.length, rest: text.slice(whole.length) };
  const word = scaleAfter(text, false, false);
  const [power] = word?.powers ?? [];
  // A letter may be a unit ("m"), unless money follows ("m USD").
  if (word === null || power === undefined) return null;
  const rest = text.slice(word.length).trim();
  return word.powers.length > 1 && currenciesOf(rest).length === 0 ? null : { power, rest };
}

function scaleAtEnd(text: string): Scaled | null {
  for (const { index } of [...text.matchAll(/[\s(-]+(?=\S)|(?<=[\p{Sc}])(?=\p{L})|(?<=[A-Z]{3})(?=(?:bn|mn|k)$)/gu)]) {
    const tail = text.slice(index).replace(/^[\s(-]+/, "");
    const word = scaleAfter(tail, false, false);
    if (word?.powers.length === 1 && word.length === tail.length)
      return { power: word.powers[0] ?? 0, rest: text.slice(0, index).trim() };
  }
  return null;
}

/** The currencies that a whole text names, by name, sign or code. */
function currenciesOf(text: string): readonly string[] {
  if (/^[¥￥]$/.test(text)) return ["CNY", "JPY"];
  const sign = CURRENCY_SIGNS.find(([written]) => written === text)?.[1];
  if (sign !== undefined) return [sign];
  const upper = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(upper) && isCurrencyCode(upper)) return [upper];
  return CURRENCIES.filter(([, pattern]) => pattern.exec(text)?.[0].length === text.length).map(([code]) => code);
}
