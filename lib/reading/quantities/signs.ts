import { BRACKET_MINUS } from "@/lib/reading/compact-text";
import { kindOf } from "@/lib/reading/english/noun-words";
import type { FoundNumber } from "@/lib/reading/quantities/found-number";
import { currencyBefore } from "@/lib/reading/quantities/money";

/** What makes a number negative, at the end of what precedes it. */
interface Sign {
  readonly length: number;
  readonly doubt: string | null;
  /** Set for a mark that means a rise here: the number is kept as it is, and doubted. */
  readonly isRise?: boolean;
}

/** Any of the signs, to tell quickly that none stands there. */
const ANY = /[-–\u2212▲△▼▽下负ス]|minus|negative|menos|moins|meno/i;
/** Farthest a sign reaches before its number. */
const REACH = 40;

const WORDS =
  /(?<![\p{L}-]|\d |\bplus or )(?:minus|negative)\s$|(?<=^|[为是至到达率速幅度长动约近在由从值额差于:：,，(（\s])负\s?$|零下\s?$|マイナス\s?$/iu;
/** "Menos 3 %": less by, in some places; "al menos" and "menos de" are wordings. */
const OTHER_WORDS = /(?<![\p{L}-])(?<!\b(?:al|lo|pelo|ao|au|du|il|o|or) )(?:menos|moins|meno)\s$/iu;
/** A minus that touches its number, and what may stand before it. */
const TIGHT = /(?:^|[\s("'“‘:=~≈|,，；;：、。（《\p{Sc}]|\p{Script=Han})([-–])$/u;
const HAN_SURE = /[为是至到达长速率比幅度约近在由从和与及值额差润动化了减少降在低高温升]-$/u;
/** "Was - 3.2 percent". */
const LOOSE = /\b(?:is|was|were|be|been|of|at|by|to|from|reached|averaged|than|and|between)\s([-–])\s$/i;
const TRIANGLE = /([▲△▼▽])\s?$/;

/** The same numbers with their signs: minus signs and dashes that are one, "minus", 负, accountants' brackets and triangles. */
export function withSigns(text: string, numbers: readonly FoundNumber[]): readonly FoundNumber[] {
  const isJapanese = /[ぁ-んァ-ヶ]/.test(text);
  return numbers.map((number) => {
    if (number.digits === null || number.unit?.kind === "place") return number;
    const before = text.slice(Math.max(0, number.start - REACH), number.start);
    if (!ANY.test(before.slice(-20))) return number;
    const touching = signAtEnd(before, isJapanese);
    if (touching !== null)
      return negative(number, withClosing(text, number, touching), number.start - touching.length, 0);
    const money = currencyBefore(before, "CNY");
    const apart = money === null ? null : signAtEnd(before.slice(0, before.length - money.length), isJapanese);
    return apart === null ? number : negative(number, apart, number.start, apart.length);
  });
}

/** "The firm -300 engineers strong- moved": a dash that is closed again is doubted. */
function withClosing(text: string, { start, end }: FoundNumber, sign: Sign): Sign {
  const isDash = /[-–]/.test(text[start - 1] ?? "");
  const isClosed = isDash && /^[^-–]{0,60}\p{L}[-–](?:\s|$)/u.test(text.slice(end, end + 64));
  return isClosed ? { ...sign, doubt: sign.doubt ?? dashDoubt(text[start - 1] ?? "-") } : sign;
}

function negative(number: FoundNumber, sign: Sign, start: number, signBefore: number): FoundNumber {
  if (sign.isRise === true) return { ...number, doubt: number.doubt ?? sign.doubt };
  const digits = /^0(?:\.0+)?$/.test(number.digits ?? "") ? number.digits : `-${number.digits}`;
  return { ...number, start, signBefore, digits, doubt: number.doubt ?? sign.doubt };
}

function signAtEnd(before: string, isJapanese: boolean): Sign | null {
  if (before.endsWith(BRACKET_MINUS))
    return { length: 1, doubt: "It stands in brackets: read as negative, as accounts write a loss. Say if it is not." };
  const word = WORDS.exec(before)?.[0];
  if (word !== undefined) return { length: word.length, doubt: null };
  const other = OTHER_WORDS.exec(before)?.[0];
  if (other !== undefined)
    return { length: other.length, doubt: `“${other.trim()}” before it is read as minus: say if it is not.` };
  const [triangle, shape] = TRIANGLE.exec(before) ?? [];
  if (triangle !== undefined) {
    // Japanese accounts write a loss with ▲; elsewhere it marks a rise.
    const isRise = /[▲△]/.test(shape ?? "") && !isJapanese;
    return {
      length: triangle.length,
      isRise,
      doubt: `“${shape}” before it is read as ${isRise ? "plus" : "minus"}: say if it is not.`,
    };
  }
  const loose = LOOSE.exec(before)?.[1];
  if (loose !== undefined) return { length: 2, doubt: dashDoubt(loose) };
  const mark = TIGHT.exec(before)?.[1];
  if (mark === undefined || /[\d%]\s?[-–]$|\+\/-$/.test(before)) return null;
  return { length: 1, doubt: isSure(before, mark) ? null : dashDoubt(mark) };
}

function dashDoubt(mark: string): string {
  return `“${mark}” before it is read as minus: say if it is a dash.`;
}

/** Whether a mark is a minus and no dash: by what stands before it. */
function isSure(before: string, mark: string): boolean {
  if (/\p{Script=Han}[-–]$/u.test(before)) return HAN_SURE.test(before.replace("–", "-"));
  if (/^[-–]$/.test(before)) return false;
  if (mark === "-") return true;
  const word = /([\p{L}]+)[\s:(]*–$/u.exec(before)?.[1];
  return word !== undefined && ["stop", "verb"].includes(kindOf(word));
}
