import type { Unit } from "@/lib/reading/candidate";
import { nounAfterZh } from "@/lib/reading/chinese/noun";
import { membersAfter, nounAfter } from "@/lib/reading/english/noun";
import { currencyAfter, currencyBefore, type MoneyOfText } from "@/lib/reading/quantities/money";

/** The unit that stands with a number. */
export interface FoundUnit {
  readonly unit: Unit | null;
  /** How many characters before the number belong to it (a currency sign). */
  readonly before: number;
  /** How many characters after the number belong to it. */
  readonly after: number;
  readonly doubt: string | null;
  /** The Chinese measure of the number (个). */
  readonly measure?: string | null;
  /** Set where only that stands there: a noun before the number says more. */
  readonly isMeasure?: boolean;
}

/** What reading a unit needs to know of the text around it. */
interface UnitContext {
  readonly isChinese: boolean;
  readonly language: string | null;
  readonly money: MoneyOfText;
}

const POINTS = /^\s?-?(?:percentage[ -]points?|pct\.? points?|个?百分点|pontos percentuais|Prozentpunkte?)/i;
const PER_MILLE = /^\s?-?(?:‰|per ?mill?e?(?!\p{L})|pour mille|por mil(?!\p{L})|promille)/iu;
const PERCENT =
  /^(?:\s|-)?(?:%|per[ -]?cent(?!\p{L}| points)|pct\b|Prozent|por ?cien?to|pour cent|per cento|procent)/iu;
const TIMES =
  /^(?:-|\s)?(?:fold(?!\p{L})|times(?= (?:as|more|larger|higher|faster|bigger|what|the|that|over|greater|its|their|his|her|our|last|this|\p{Lu}?\p{L}+['’]s?\s))|倍)|^x(?![\p{L}\d])/iu;
const TRUNCATED_PERCENT = /^\sper$/i;

/** Reads the unit around a number: the sign before it, and percent, currency, multiple or counted noun after it. */
export function unitAround(before: string, after: string, context: UnitContext): FoundUnit {
  const { isChinese, language, money } = context;
  const near = after.slice(0, 160);
  const points = POINTS.exec(near)?.[0].length;
  if (points !== undefined) return at({ kind: "points", text: "points" }, 0, points);
  const mille = PER_MILLE.exec(near)?.[0].length;
  if (mille !== undefined) return at({ kind: "noun", text: "per mille" }, 0, mille);
  const percent = PERCENT.exec(near)?.[0].length ?? TRUNCATED_PERCENT.exec(near)?.[0].length;
  if (percent !== undefined) return at({ kind: "percent", text: "percent" }, 0, percent);
  const sign = currencyBefore(before, money.yen);
  const code = currencyAfter(near, money);
  if (sign !== null) {
    // "CNY10 billion yuan" says it twice, and so does 新台币52亿元.
    const unit = sign.code === null ? null : ({ kind: "currency", text: sign.code } as const);
    const isSame = code !== null && (code.code === sign.code || code.isBare);
    const doubt = sign.code === "INR" ? money.rupee : null;
    return { unit, before: sign.length, after: isSame ? code.length : 0, doubt: sign.doubt ?? doubt };
  }
  if (code !== null) {
    const unit = code.code === null ? null : ({ kind: "currency", text: code.code } as const);
    return { unit, before: 0, after: code.length, doubt: code.doubt };
  }
  const times = TIMES.exec(near)?.[0].length;
  if (times !== undefined) return at({ kind: "times", text: "times" }, 0, times);
  const chinese = isChinese ? nounAfterZh(near) : null;
  if (chinese !== null)
    return {
      ...at({ kind: "noun", text: chinese.text }, 0, chinese.length),
      measure: chinese.measure,
      isMeasure: chinese.isMeasure,
    };
  const isOther = language !== null && !/^(?:en|zh)$/.test(language);
  // "2,4 milioni di passeggeri", "12 mi de clientes"
  const lead = isOther ? (/^ (?:de |di |d['’])(?=\p{L})/iu.exec(near)?.[0].length ?? 0) : 0;
  const found = nounAfter(lead === 0 ? near : ` ${near.slice(lead)}`, isOther ? 1 : undefined) ?? membersAfter(near);
  const noun = found === null || lead === 0 ? found : { ...found, length: found.length + lead - 1 };
  if (noun === null) return { unit: null, before: 0, after: 0, doubt: null };
  return counted(noun.text, noun.length, near);
}

/** "Six consecutive years" and "six years in a row" are six years. */
function counted(text: string, length: number, near: string): FoundUnit {
  const bare = text.replace(/^(?:consecutive|straight|successive|full|whole)\s/i, "");
  const row = /^\s(?:in a row|running|in succession)/i.exec(near.slice(length))?.[0].length ?? 0;
  return at({ kind: "noun", text: bare }, 0, length + row);
}

function at(unit: Unit, before: number, after: number): FoundUnit {
  return { unit, before, after, doubt: null };
}
