import { CLASSIFIERS_ZH, fits, holds, isDone, UNITS_ZH } from "@/lib/reading/chinese/classifiers";
import { isNounEnd, type Word, wordsOf } from "@/lib/reading/chinese/word-classes";

/** What a Chinese number counts, and how many characters behind the number say it. */
export interface CountedZh {
  readonly text: string;
  readonly length: number;
  /** The measure of the number (家, 个); null where none stands there. */
  readonly measure: string | null;
  /** Set where no noun stands behind the measure: one before the number says more. */
  readonly isMeasure: boolean;
}

const MEASURED = new RegExp(`^\\s?(${CLASSIFIERS_ZH})`);
const UNIT = new RegExp(`^\\s?(${UNITS_ZH}|级(?![别市响]))`, "i");
/** Farthest a noun reaches, in characters: attributes and a head have room. */
const FARTHEST = 20;
const RUN =
  /^(?:\p{Script=Han}|\s?[A-Za-z][A-Za-z\d-]{0,11}\s?(?=\p{Script=Han})|\s?\d{1,4}[A-Za-z]{1,3}\s?(?=\p{Script=Han})|\s?\d{2,3}\s?(?=[强后]))+/u;

/** The counted noun after a Chinese number, measure included in the length; the measure's own text only where no noun follows. */
export function nounAfterZh(after: string): CountedZh | null {
  const unit = UNIT.exec(after);
  if (unit?.[1] !== undefined) {
    return { text: unit[1].replace(/^个(?!月)/, ""), length: unit[0].length, measure: null, isMeasure: false };
  }
  const measured = MEASURED.exec(after);
  const measure = measured?.[1] ?? null;
  const skipped = measured?.[0].length ?? 0;
  const rest = after.slice(skipped, skipped + FARTHEST + 2);
  if (measure === null && /^\s?[零一二两三四五六七八九十百千万亿]/.test(rest)) return null;
  const gap = /^(?:的|\s(?=[\p{Script=Han}A-Za-z\d]))?/u.exec(rest)?.[0].length ?? 0;
  // 5个人中: people are a noun of one character, whatever follows.
  const isPeople = measure !== null && /^人(?![员才口民士工群类物家生造偶行均])/.test(rest.slice(gap));
  const noun = isPeople ? "人" : nounAt(RUN.exec(rest.slice(gap, gap + FARTHEST))?.[0] ?? "", measure);
  if (noun !== "") return { text: noun, length: skipped + gap + noun.length, measure, isMeasure: false };
  return measure === null ? null : { text: measure, length: skipped, measure, isMeasure: true };
}

/** The noun at the start of a run: its attributes up to the last noun before a verb, a function word or the end of the run. */
function nounAt(run: string, measure: string | null): string {
  if (run === "") return "";
  const words = wordsOf(run);
  let end = 0;
  let at = 0;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const isTail = end > 0 && isNounEnd(word, next);
    if (word.kind === "function" && !isPlaceBefore(word, index, next)) break;
    if (word.kind === "verb" && !(end === 0 && isAttributive(words[index - 1], next, measure))) break;
    if (end > 0 && word.kind === "noun" && word.text.length === 1 && !isTail) break;
    if (end > 0 && word.kind !== "noun" && !isTail && !goesOn(words, index, run.slice(0, end), measure)) break;
    at += word.text.length;
    if (word.kind === "noun" || isTail) end = at;
  }
  if (end > 0) return run.slice(0, end);
  return firstNoun(words, measure);
}

/** 内资企业, 外贸公司: a place that opens an attribute. */
function isPlaceBefore({ text }: Word, index: number, next: Word | undefined): boolean {
  return index === 0 && /^[内外中上下前后全总本地大小]$/.test(text) && next !== undefined && next.kind !== "function";
}

/** 自动驾驶出租车, 参展企业, 过期疫苗: a verb behind an attribute, or before what its measure goes with, says of what kind a noun is. */
function isAttributive(before: Word | undefined, next: Word | undefined, measure: string | null): boolean {
  if (before !== undefined) return before.kind === "attribute" && (next?.kind === "noun" || next?.kind === "deed");
  return next?.kind === "noun" && (fits(measure, next.text) === true || holds(measure));
}

/** Whether a word that is no noun stands within one: 国家重点项目, 企业技术中心; what people and firms do follows them. */
function goesOn(words: readonly Word[], index: number, noun: string, measure: string | null): boolean {
  const [kind, next] = [words[index]?.kind, words[index + 1]];
  if (kind === "other") {
    if ((words[index]?.text.length ?? 0) < 2 || fits(measure, noun) === true || isActor(noun)) return false;
    // 国家|自然|科学|基金: nothing is known of several words, and a noun follows them.
    const rest = words.slice(index + 1);
    return rest.find((word) => word.kind !== "other" && word.kind !== "attribute")?.kind === "noun";
  }
  if (next?.kind !== "noun" && next?.kind !== "attribute" && next?.kind !== "deed") return false;
  return kind === "attribute" || (kind === "deed" && !isActor(noun));
}

function isActor(noun: string): boolean {
  return fits("名", noun) === true || fits("家", noun) === true;
}

/** Where no word is known as a noun: the first of which nothing is known, with its attributes; or what is done (12 项服务). */
function firstNoun(words: readonly Word[], measure: string | null): string {
  const [first, second] = words;
  if (first === undefined) return "";
  if (first.kind === "deed") return isDone(measure) && second?.kind !== "other" ? first.text : "";
  if (first.kind === "attribute" && second?.kind === "deed") return measure === null ? "" : first.text + second.text;
  let text = "";
  let unknown = "";
  for (const { kind, text: word } of words) {
    // 抽|水|蓄: single characters of which nothing is known are parts of one word.
    const isOpen = unknown.length < 2 || word.length === 1;
    const isDeed = kind === "deed" && unknown !== "" && fits(measure, "企业") === null;
    if (!(kind === "other" && isOpen) && !(kind === "attribute" && unknown === "") && !isDeed) break;
    text += word;
    if (kind === "other") unknown += word;
  }
  return measure !== null && (text.length > 1 || words.length === 1) ? text : "";
}
