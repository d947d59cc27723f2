import type { MetricRef } from "@/lib/figures/figure";
import { withoutPrices } from "@/lib/importing/units/price-basis";
import { scaleAfter } from "@/lib/numbers/scale-words";
import { CURRENCIES, CURRENCY_SIGNS } from "@/lib/reading/quantities/currencies";
import { countsAs } from "@/lib/reading/quantities/noun-units";
import { isCurrencyCode } from "@/lib/schemas/text";
import { remembered } from "@/lib/text/remembered";
import { visibleText } from "@/lib/text/visible-text";

/** A unit that a file states beside its numbers. */
export interface StatedUnit {
  /** As written. */
  readonly text: string;
  /** Power of ten that its words of scale stand for; 0 without any. */
  readonly power: number;
  readonly kind: "percent" | "points" | "index" | "currency" | "number" | "noun" | "none";
  /** ISO 4217 codes that a currency may be; a noun as written; empty otherwise. */
  readonly names: readonly string[];
  /** What it says of prices ("constant 2015 prices"), or what a percentage is of ("% of GDP"). Null where it says nothing. */
  readonly basis: string | null;
}

type Measured = Pick<MetricRef, "unit" | "counted" | "kind">;
export type ComparedUnit =
  | { readonly ok: true; readonly power: number; readonly basis: string | null }
  | { readonly ok: false; readonly message: string };

const PERCENT =
  /^(?:%|(?:annual|yearly) (?:%|per ?cent)|per ?cent|percentages?|pct|pc|pt|prozent|procent|pour cent|por ?ciento|por cento|percento|百分比|百分率)$/i;
/** What it is a part of belongs to the figure, as its basis. */
const PERCENT_OF = /^(?:%|per ?cent|percentages?|pct\.?|prozent) (?:of|der|des|du|de|am) ?\S/i;
/** Codes of Eurostat and the OECD for percentages of something: PC_GDP, PT_LF, PCH_PRE. */
const PERCENT_CODE = /^(?:PCH?|PT)_[A-Z\d_]+$/;
const INDEX =
  /^(?:ind(?:ex|ices|exes)|indizes|índice|indice|指数)(?!\p{L})|(?:\d{4}|上年(?:同[期月])?|上月)\s?=\s?100(?!\d)/iu;
const POINTS = /^(?:percentage[ -]points?|pct\.? points?|p\.?p\.?|ppts?|points?|个?百分点|prozentpunkte?)$/i;
const NUMBER =
  /^(?:numbers?|no\.?|nr\.?|counts?|units?|anzahl|nombre|número|numero|quantity|pieces|pcs\.?|items?|[个個家名位件项座台辆所条处种]|数量)$/i;
const NUMBER_OF = /^(?:numbers?|no\.|count|anzahl|nombre)(?: (?:of|der|von|de|d')?\s?)(?=\p{L})/iu;
const LEAD = /^(?:(?:units?|einheit|unité|unidad)\s?:|[单単]位\s?:?|(?:in|of|en|de|em|von|x|×)(?= )|d['’])\s*/i;
/** "$ in millions", "€, thousands", "€ x 1.000": a currency before its scale. */
const IN_SCALE = /^(\p{Sc}|[A-Z]{1,3}\p{Sc}|[A-Z]{3})(?:,| in| x| ×)? (\p{L}.*|1[\d,. ]*0)$/u;
/** "TEUR", "T€", "kUSD". */
const THOUSANDS = /^[Tk](?=(?:EUR|USD|CHF|GBP|CNY|€|\$|£)$)/;
const OF_PESOS = /(?<!\p{L})(?:mil|miles|millones|millón|milhões|milhares)(?!\p{L})/iu;
/** In Spanish and Portuguese "mil" is a thousand; elsewhere it may be a million. */
const MIL =
  /^mil (?=(?:euros|reais|r\$|pesos|pessoas|personas|habitantes|postos|puestos|empresas|unidades|toneladas)(?!\p{L}))/iu;
const PEOPLE = /^(?:per|pers\.?|persons?|heads?|人次?|人数)$/i;
const RATE = /(?<!\p{L})per\s|\/|每/iu;
/** Eurostat writes million euro so. */
const MILLIONS = /^M(EUR|USD|GBP|CHF|CNY)$/;
const MONEY_LETTER = /^(.*\S)\s?(mm|[mbt])$/i;

/** What a text that names a unit says: "billion yuan", "CNY million", "%", "万人", "'000", "10,000 people". What it does not know it keeps as a noun. */
export const parseUnit = remembered(readUnit);

function readUnit(text: string): StatedUnit {
  const code = text.trim();
  if (PERCENT_CODE.test(code)) return { text: code, power: 0, kind: "percent", names: [], basis: code };
  // German and Norwegian offices shorten a million so; without its point it is a mill.
  const spelled = text.replace(/(?<!\p{L})mill\.(?=\s)/giu, "Mio.");
  const priced = withoutPrices(bare(bare(spelled).replace(LEAD, "")));
  const { basis } = priced;
  let rest = bare(priced.rest).replace(IN_SCALE, scaleFirst);
  let power = THOUSANDS.test(rest) || MIL.test(rest) ? 3 : 0;
  rest = rest.replace(THOUSANDS, "").replace(MIL, "");
  for (let round = 0; round < 4; round += 1) {
    rest = bare(rest.replace(LEAD, ""));
    const found = RATE.test(rest) ? null : (scaleAtStart(rest) ?? scaleAtEnd(rest));
    if (found === null) break;
    power += found.power;
    rest = found.rest;
  }
  const made = (kind: StatedUnit["kind"], names: readonly string[] = []) => ({
    ...{ text: text.trim(), power, kind, names, basis },
  });
  if (rest === "") return made(power > 0 ? "none" : "number");
  const [, currency] = MILLIONS.exec(rest) ?? [];
  if (currency !== undefined && isCurrencyCode(currency)) {
    power += 6;
    return made("currency", [currency]);
  }
  if (PERCENT.test(rest)) return made("percent");
  if (power === 0 && PERCENT_OF.test(rest)) return { ...made("percent"), basis: rest };
  if (POINTS.test(rest)) return made("points");
  if (INDEX.test(rest)) return { ...made("index"), basis: /=/.test(rest) ? rest : basis };
  if (NUMBER.test(rest)) return made("number");
  // In Spanish and Portuguese the sign is that of pesos and reais.
  const codes = rest === "$" && OF_PESOS.test(spelled) ? [] : currenciesOf(rest);
  if (codes.length > 0) return made("currency", codes);
  const [, money = "", letter = ""] = MONEY_LETTER.exec(rest) ?? [];
  const inMoney = currenciesOf(money);
  if (inMoney.length > 0) {
    power += scaleAfter(letter, true, false)?.powers[0] ?? 0;
    return made("currency", inMoney);
  }
  return made("noun", [PEOPLE.test(rest) || rest === "PS" ? "people" : rest.replace(NUMBER_OF, "")]);
}

/** Compares a stated unit with that of a metric: the same, the same in another scale (times ten to `power`), or another one, with the reason. */
export function compareUnit(stated: StatedUnit, metric: Measured): ComparedUnit {
  return isSame(stated, metric)
    ? { ok: true, power: stated.power, basis: stated.basis }
    : { ok: false, message: `The file says “${stated.text}”, and the metric is in ${metric.unit}` };
}

/**
 * The unit that the header of a column of numbers states: what titleUnit finds, or the last words where they are a unit ("GDP US$ mn"), or
 * the first where they are a scale ("Millions of people online"); a year behind it aside. Null without one.
 */
export const headerUnit = remembered((header: string): string | null => partsOf(header)?.unit ?? null);

/** A header without the unit that it states. */
export function headerName(header: string): string {
  return partsOf(header)?.name ?? visibleText(header);
}

/** Whether a text is a unit and names nothing else: "1000", "Mill. EUR", "(thousand persons)". A noun alone may name anything. */
export function isUnitAlone(text: string): boolean {
  const { kind, power } = parseUnit(text);
  const name = headerName(text);
  const isAlone = name === "" || name.length === visibleText(text).length;
  return (kind !== "noun" || power > 0) && !RATE.test(text) && isAlone;
}

/** Whether a text is a unit with a scale and names nothing else: "(thousands)", "million euro". */
export const isScaledUnit = (text: string): boolean =>
  isUnitAlone(text) && /\p{L}/u.test(text) && parseUnit(text).power > 0;

/**
 * The unit that a title states: what stands in brackets at its end, or behind "in" or a comma where that is a unit, or the whole where it is
 * nothing else. Null without one.
 */
export function titleUnit(title: string): string | null {
  return titleParts(visibleText(title))?.unit ?? null;
}

/** A header in two: what it names (all of it where it is a unit alone), and the unit. */
interface HeaderParts {
  readonly name: string;
  readonly unit: string;
}

const partsOf = remembered((header: string): HeaderParts | null => {
  const seen = visibleText(header).replace(ASIDE, "");
  const [, undated = ""] = DATED.exec(seen) ?? [];
  return titleParts(seen) ?? firstWords(seen) ?? lastWords(seen) ?? titleParts(undated) ?? lastWords(undated);
});

function titleParts(seen: string): HeaderParts | null {
  const bracket = BRACKET.exec(seen)?.[1]?.trim();
  if (bracket !== undefined) return NO_UNIT.test(bracket) ? null : { name: seen.replace(BRACKET, ""), unit: bracket };
  const behind = BEHIND.exec(seen)?.[1];
  // "失业率/%": what stands behind a stroke in Chinese is the unit; of "床位数/万人" nobody can tell whether it is a rate.
  const stroke = STROKE.exec(seen)?.[1];
  if (stroke !== undefined && isUnitOfStroke(stroke))
    return { name: seen.replace(STROKE, ""), unit: parseUnit(stroke).kind === "noun" ? `/${stroke}` : stroke };
  for (const unit of [behind, seen]) {
    const isLetter = unit === behind && /^[mbt]$/i.test(unit ?? "");
    // "Population, m": a letter that may be a scale is asked about.
    if (unit !== undefined && (isLetter || /^(?:percent|points|index|currency|none)$/.test(parseUnit(unit).kind)))
      return { name: unit === seen ? seen : seen.replace(BEHIND, ""), unit };
  }
  return null;
}

/** The last words of a header, where they can be nothing but a unit. A scale behind "per" is part of what is measured. */
function lastWords(seen: string): HeaderParts | null {
  const words = seen.split(" ");
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const unit = words.slice(-count).join(" ");
    const { kind, power, names } = parseUnit(unit);
    const isMoney = kind === "currency" && (power > 0 || /\p{Sc}/u.test(unit) || isKnownCode(unit, names));
    const isScale =
      (kind === "none" || kind === "noun") && power > 0 && /^\p{L}{2}[^\d()]*$/u.test(unit) && !RATE.test(seen);
    if (isMoney || isScale || (kind === "percent" && !/^p[ct]$/i.test(unit)))
      return { name: words.slice(0, -count).join(" "), unit };
  }
  return null;
}

/** "Millions of people online", "€m GDP". */
function firstWords(seen: string): HeaderParts | null {
  const [, money, rest] = /^(\S*\p{Sc}\S*(?: (?:mn|m|bn|million|billion|thousand))?) (\S.*)$/iu.exec(seen) ?? [];
  if (money !== undefined && rest !== undefined && parseUnit(money).kind === "currency")
    return { name: rest, unit: money };
  const [, unit, name] = /^(\p{L}{2,}) of (\S.*)$/u.exec(seen) ?? [];
  if (unit === undefined || name === undefined || RATE.test(seen)) return null;
  const { kind, power } = parseUnit(unit);
  return kind === "none" && power > 0 ? { name, unit } : null;
}

/** A code of a currency as codes are written; "TOP" and "ALL" are words, too. */
function isKnownCode(text: string, names: readonly string[]): boolean {
  return CURRENCIES.some(([code]) => code === text && names.includes(code));
}

const STROKE = /(?<=\p{Script=Han})[/／]\s?([^/／]+)$/u;

function isUnitOfStroke(text: string): boolean {
  const { kind, power } = parseUnit(text);
  return kind === "percent" || kind === "currency" || power > 0;
}

/** What stands in brackets at the end and says of whom, when or how, and never in what. */
const ASIDE =
  /\s?[([](?:as (?:of|at)|both|all (?:ages|sexes|persons)|including|incl\.?|excluding|excl\.?|(?:not )?seasonally|(?:not |un)adjusted|mid-?year|end of|estimates?|estimated|revised|provisional|preliminary|based on)(?!\p{L})[^()[\]]*[)\]]$|\s?\((?:[年期月季][末底初]|年中|当[季期月]值?|累计值?|现价|不?含[^()]*)\)$/iu;
/** A year in brackets, or the mark of a footnote; "(000)", and letters that may be a scale or a unit, are none. */
const NO_UNIT = /^(?:(?:1[89]|20|21)\d\d|[1-9]\d?|[*†‡]+|[acdefijnopqrsuvxyz]|i{2,3}|iv)$/;
const BRACKET = /\s?[([【]([^()[\]【】]+)[)\]】]$/;
const BEHIND = /(?:,| in )\s*([^,]+)$/i;
/** A header with its year behind it. */
const DATED = /^(.*\S?[^\s\d,(]),?\s?(?:[([]?(?:19|20)\d\d[)\]]?|\d{4}年?)$/;

function isSame({ kind, power, names }: StatedUnit, { unit, counted, kind: metricKind }: Measured): boolean {
  if (unit === "percent") return kind === "percent" && power === 0;
  if (unit === "points" && kind === "index") return power === 0;
  if (unit === "points" || unit === "percentage points") return kind === "points" && power === 0;
  if (/^[A-Z]{3}$/.test(unit)) return kind === "none" || (kind === "currency" && names.includes(unit));
  if (kind === "number" || kind === "none") return metricKind === "count";
  const [noun] = names;
  if (kind !== "noun" || noun === undefined) return false;
  const [written, own] = [plain(noun), plain(unit)];
  if (written === own || written === plain(counted ?? "")) return true;
  // Two that are told as one text are asked about, whatever the last of them counts.
  if (RATE.test(written) || RATE.test(own) || /[;；]/.test(written)) return false;
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

function scaleFirst(text: string, money: string, scale: string): string {
  return currenciesOf(money).length === 0 ? text : `${scale} ${money}`;
}

interface Scaled {
  readonly power: number;
  readonly rest: string;
}

/** "'000", "000s". */
const THOUSAND = /^['’]?000(?:s|['’]s)?(?!\d)/;

function scaleAtStart(text: string): Scaled | null {
  const thousands = THOUSAND.exec(text);
  if (thousands) return { power: 3, rest: text.slice(thousands[0].length).trim() };
  const [whole = "", factor = ""] = /^(1[\d,. ]*0)(?!\d)\s*/.exec(text) ?? [];
  const noughts = /^1(0+)$/.exec(factor.replace(/[,. ]/g, ""))?.[1];
  if (noughts !== undefined) return { power: noughts.length, rest: text.slice(whole.length) };
  if (/^mil(?!\p{L})/iu.test(text)) return null;
  const word = scaleAfter(text, false, false);
  const [power] = word?.powers ?? [];
  // A letter may be a unit ("m"), unless money follows ("m USD").
  if (word === null || power === undefined) return null;
  const rest = text.slice(word.length).trim();
  return word.powers.length > 1 && currenciesOf(rest).length === 0 ? null : { power, rest };
}

function scaleAtEnd(text: string): Scaled | null {
  const [thousands] = /(?<=[\p{Sc}A-Z])\s?['’]000(?:s|['’]s)?$/u.exec(text) ?? [];
  if (thousands !== undefined) return { power: 3, rest: text.slice(0, -thousands.length) };
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
