import { isAttribute, isFunctionWord, isHead, isKnownHead, isVerb, openingAt } from "@/lib/reading/word-classes-zh";
import { MEASURES_ZH } from "@/lib/reading/words";

const MEASURED = new RegExp(`^\\s?(${MEASURES_ZH})`);
/** Units that need no measure before them, and measures that are what is counted: 人次, 标准箱. */
const UNITS =
  /^\s?(平方公里|平方千米|平方米|立方米|公里|千米|海里|米(?!饭)|厘米|毫米|微米|纳米|公顷|公斤|千克|毫克|克|吨公里|吨|标准箱|标箱|亩|千瓦时|千瓦|兆瓦|吉瓦|度电|个?小时|个?工作日|分钟|秒|天|个月|周|年|倍|Gbps|Mbps|Tbps|EFlops|PFlops|TB|PB|GB|EB|MW|GW|kWh|kW|km|kg|人次|户次|辆次|架次|班次|艘次|台次|例次|摄氏度|℃|度|分贝|个?基点|人)/i;
/** Farthest a noun reaches, in characters: an attribute and a head have room. */
const FARTHEST = 16;
const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

/** The counted noun after a Chinese number, measure included in the length; the measure's own text only where nothing else is known. */
export function nounAfterZh(
  after: string,
): { readonly text: string; readonly length: number; readonly isMeasure: boolean } | null {
  const unit = UNITS.exec(after);
  const measured = MEASURED.exec(after);
  if (unit?.[1] !== undefined) {
    return { text: unit[1].replace(/^个(?!月)/, ""), length: unit[0].length, isMeasure: false };
  }
  const skipped = measured?.[0].length ?? 0;
  const rest = after.slice(skipped).replace(/^的|^\s(?=[\p{Script=Han}A-Za-z\d])/u, "");
  const wide = after.length - skipped - rest.length;
  const noun = nounAt(rest);
  if (noun !== "") return { text: noun, length: skipped + wide + noun.length, isMeasure: false };
  return measured?.[1] === undefined ? null : { text: measured[1], length: skipped, isMeasure: true };
}

/** The noun at the start of a text: its attributes up to the last head before a verb, a function word or the end of the run. */
function nounAt(text: string): string {
  const run = /^[\p{Script=Han}A-Za-z\d-]+(?: ?[\p{Script=Han}]+)?/u.exec(text.slice(0, FARTHEST))?.[0] ?? "";
  if (run === "") return "";
  const words = wordsOf(run);
  let end = 0;
  let at = 0;
  for (let index = 0; index < words.length; ) {
    const [length, count, isOpening] = wordOrOpening(words, index, run.slice(at));
    const word = run.slice(at, at + length);
    const isEnd = isKnownHead(word) || (isHead(word) && !isAttribute(word));
    if (!isOpening && !isKnownHead(word) && (isFunctionWord(word) || word.startsWith(" "))) break;
    if (!isEnd && isVerb(word) && !isAttribute(word) && !isOpening) break;
    at += length;
    index += count;
    if (isEnd) end = at;
    else if (end > 0 && !(isAttribute(word) && index < words.length && isHead(headAt(words, run, index, at)))) break;
  }
  if (end > 0) return run.slice(0, end);
  return firstNoun(words);
}

/** Where no head is known: the first word with the single characters right behind it (机械臂), or one that stands alone. */
function firstNoun(words: readonly string[]): string {
  const [first = "", second = "", third = ""] = words;
  const isWord = (word: string) => /^\p{Script=Han}/u.test(word) && !isFunctionWord(word) && !isVerb(word);
  if (!isWord(first) || openingAt(words.join("")) !== "") return "";
  const isTail = second.length === 1 && isWord(second) && (third === "" || !isWord(third));
  if (isTail) return first + second;
  return first.length >= 2 || second === "" ? first : "";
}

function wordsOf(run: string): readonly string[] {
  return [...SEGMENTER.segment(run)].map(({ segment }) => segment);
}

/** Length and number of the segmenter's pieces of the word that begins at one of them: it parts 卫生 from 院, 求职 from 者, 签 from 约. */
function wordAt(words: readonly string[], index: number): readonly [length: number, count: number] {
  for (const count of [4, 3, 2]) {
    const joined = words.slice(index, index + count);
    const word = joined.join("");
    if (joined.length < count) continue;
    if (
      isKnownHead(word) ||
      isVerb(word) ||
      (isHead(word) && joined.slice(1).every((piece) => piece.length === 1) && word.length <= 4 && count === 2)
    )
      return [word.length, count];
  }
  return [words[index]?.length ?? 0, 1];
}

function headAt(words: readonly string[], run: string, index: number, at: number): string {
  return run.slice(at, at + wordAt(words, index)[0]);
}

/** The same for an attribute that begins like a verb (参展, 在建), unless a known head begins there (在校生). */
function wordOrOpening(
  words: readonly string[],
  index: number,
  rest: string,
): readonly [length: number, count: number, isOpening: boolean] {
  const [length, count] = wordAt(words, index);
  const opening = openingAt(rest).length;
  if (opening === 0 || isKnownHead(rest.slice(0, length))) return [length, count, false];
  let covered = 0;
  let pieces = 0;
  while (covered < opening && index + pieces < words.length) {
    covered += words[index + pieces]?.length ?? 0;
    pieces += 1;
  }
  return [covered, pieces, true];
}

const LINKS =
  /(?:数量|总数|数|规模|销量|产量|存量|总计|总量|保有量|拥有量|人数|(?<![用农住商租客账门])户数)?(?:已|已经|将|累计|也|就|均|还|却|仍|只)?(?:将|建成|达到?|增至|升至|增加到|降至|减至|提高到|扩大到|有|为|共|共有|突破|超过?|逾|近|约|接近|不足|仅|只有|新增|至少|至|到)*\s?$/;

/** What a number is spread over is not what it counts: 人均0.9册, 每秒8.6万次. */
const AVERAGED = /(?:[人户村校店县]均|每\p{Script=Han}{1,2})(?:约|近|超过?|不足|达)?\s?$/u;
/** A subject whose number has changed: 民宿从2010年的3家发展到如今的70多家. */
const CHANGED = /[从由][^，,。；;]{0,40}$/u;

/**
 * The noun a Chinese number is about where it stands before it: 企业总数突破, 数据中心26个. Behind a bare measure any word may be it
 * (问卷1863份), else only one that is known to be counted. Null where none is.
 */
export function nounBeforeZh(before: string, isMeasured: boolean): string | null {
  const near = before.slice(-64);
  return nounAtEnd(near, isMeasured) ?? (CHANGED.test(near) ? nounAtEnd(near.replace(CHANGED, ""), isMeasured) : null);
}

function nounAtEnd(before: string, isMeasured: boolean): string | null {
  if (AVERAGED.test(before)) return null;
  const bare = before.replace(/[，,、]\s?其中\s?$/, "").replace(LINKS, "");
  const words = wordsOf(/[\p{Script=Han}A-Za-z\d]{1,24}$/u.exec(bare)?.[0] ?? "");
  for (const count of [4, 3, 2, 1]) {
    const head = words.slice(-count).join("");
    if (words.length < count || !(isKnownHead(head) || (count <= 2 && head.length <= 4 && isHead(head)))) continue;
    let first = words.length - count;
    while (first > 0 && isAttribute(words[first - 1] ?? "")) first -= 1;
    return words.slice(first).join("");
  }
  const last = words.at(-1) ?? "";
  // 二手房成交1840套: what was done stands between.
  if (isMeasured && isVerb(last)) return nounAtEnd(bare.slice(0, -last.length), false);
  return isMeasured && last.length >= 2 && !isVerb(last) && !isFunctionWord(last) ? last : null;
}
