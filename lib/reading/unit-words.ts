import { CURRENCIES } from "@/lib/reading/words";

/** The unit that stands with a number: percent, points, a currency (ISO 4217), or the counted noun as written; null when none is. */
export interface ReadUnit {
  readonly kind: "percent" | "points" | "currency" | "noun";
  readonly text: string;
  /** How many characters after the number belong to it. */
  readonly length: number;
}

const POINTS = /^\s*(?:percentage points?|pct\.? points?|个?百分点)/i;
const PERCENT = /^\s*(?:%|％|per ?cent\b|percent\b|pct\b)/i;
const CURRENCY_BEFORE = /(US\$|R\$|Rs\.?|RMB|CNY|USD|EUR|GBP|JPY|INR|ILS|BRL|[$€£₩₹₪])\s*$/i;
const MEASURES_ZH = /^\s*[余多]?[个家名座台位所项次户件种处条辆例篇只间]?/;

/** Words that end a counted noun: what follows them says where, when or how. */
const STOP =
  /^(?:in|at|by|of|from|to|for|with|on|as|and|or|that|which|who|since|during|across|within|over|under|through|per|a|an|the|were|was|is|are|have|has|had|will|would|this|last|each|every|into|than|worth|while|so|more|fewer|less|annually|yearly|now|today|nationwide)$/i;
/** Longest noun phrase taken, in words: "medical experts", "5G base stations in service" ends at "in". */
const MOST_WORDS = 4;

/** Reads the unit around a number: what stands right before it (a currency sign) and what follows it. */
export function readUnit(before: string, after: string): ReadUnit | null {
  const points = POINTS.exec(after);
  if (points) return { kind: "points", text: "points", length: points[0].length };
  const percent = PERCENT.exec(after);
  if (percent) return { kind: "percent", text: "percent", length: percent[0].length };
  const sign = CURRENCY_BEFORE.exec(before)?.[1];
  if (sign !== undefined) return currency(sign, 0);
  const gap = /^[\s-]*/.exec(after)?.[0].length ?? 0;
  const following = currency(after.slice(gap), gap);
  return following ?? noun(after);
}

function currency(text: string, gap: number): ReadUnit | null {
  for (const [code, pattern] of CURRENCIES) {
    const match = pattern.exec(text);
    if (match) return { kind: "currency", text: code, length: gap + match[0].length };
  }
  return null;
}

function noun(after: string): ReadUnit | null {
  const chinese = /^[\p{Script=Han}]{1,12}/u.exec(after.trimStart())?.[0];
  if (chinese !== undefined) {
    const text = chinese.replace(MEASURES_ZH, "");
    return text === "" ? null : { kind: "noun", text, length: chinese.length };
  }
  const [gap = "", ...rest] = /^([\s-]+)(.*)$/s.exec(after)?.slice(1) ?? [];
  const words: string[] = [];
  for (const word of (rest[0] ?? "").split(/\s+/)) {
    const bare = /^[\p{L}\d][\p{L}\d'’-]*/u.exec(word)?.[0] ?? "";
    if (bare === "" || STOP.test(bare) || words.length === MOST_WORDS) break;
    words.push(bare);
    if (bare.length < word.length) break;
  }
  const text = words.join(" ");
  return text === "" ? null : { kind: "noun", text, length: gap.length + text.length };
}
