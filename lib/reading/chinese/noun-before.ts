import { CLASSIFIERS_ZH, fits } from "@/lib/reading/chinese/classifiers";
import { type Word, wordsOf } from "@/lib/reading/chinese/word-classes";

/** Farthest a noun may stand before its number, in characters and in words between. */
const FARTHEST = 40;
const MOST_BETWEEN = 10;
/** Most characters of a noun with what stands before its head. */
const LONGEST = 8;
/** What a number is spread over is not what it counts: 人均0.9册, 每秒8.6万次. */
const AVERAGED = /(?:[人户村校店县班]均|每\p{Script=Han}{1,2})(?:约|近|超过?|不足|达)?\s?$/u;
/** Another number, with its measure and time: what it says stands between the noun and the number that is read. */
const NUMBERS = new RegExp(
  `(?:\\d[\\d.,]*(?![\\dA-Za-z强])\\s?[万亿千百]*|[零一二两三四五六七八九十百千万亿]{2,40}|(?<=[足近逾超过约到])[百千万亿])[余多]?\\s?(?:${CLASSIFIERS_ZH}|年(?:底|末)?|月(?:底|末)?|日|%)?的?`,
  "gu",
);
/** Words for how many there are, behind the noun or grown together with it: 数量, 总数, 用户数. */
const AMOUNT = /(?:[总销产存流]量|总数|[量数])$/;

/**
 * The noun a Chinese number is about where it stands before it in the same clause: 企业总数突破, 数据中心26个, 二手房成交.
 * Behind a bare measure any word may be it (问卷1863份), else only one that is known to be counted. Null where none is.
 */
export function nounBeforeZh(before: string, measure: string | null): string | null {
  if (AVERAGED.test(before.slice(-8))) return null;
  const near = before.slice(-FARTHEST);
  const clause = CLAUSE.exec(near)?.[0] ?? "";
  return nounIn(clause, measure) ?? fittingIn(CLAUSE.exec(near.slice(0, -clause.length - 1))?.[0] ?? "", measure);
}

/** The noun of the clause before, where it is of the kind that the measure goes with: 新能源汽车占比突破5%，全年销售125.6万辆. */
function fittingIn(clause: string, measure: string | null): string | null {
  if (measure === null || clause === "") return null;
  return wordsOf(clause).findLast(({ kind, text }) => kind === "noun" && fits(measure, text) === true)?.text ?? null;
}

function nounIn(clause: string, measure: string | null): string | null {
  const said = clause.replace(NUMBERS, "的").replace(/[^\p{Script=Han}A-Za-z\d]+|\d+(?![A-Za-z\d强])/gu, "的");
  if (/^的*$/.test(said)) return null;
  const words = [...wordsOf(said)];
  for (let between = 0; between < MOST_BETWEEN; between += 1) {
    const last = words.pop();
    if (last === undefined) return null;
    const bare = last.text.replace(AMOUNT, "");
    if (bare === "" || isBetween(last)) {
      // 被下载230万次: how often something was done is not counted in what did it.
      if (measure === "次") return null;
      continue;
    }
    const noun: Word =
      bare === last.text ? last : { text: bare, kind: bare.length > 1 || /[人户]/.test(bare) ? "noun" : "other" };
    return canBeCounted(noun, measure, between) ? withAttributes(words, noun.text) : null;
  }
  return null;
}

/** Whether a word may be what a number counts: one of which nothing is known only right before the number. */
function canBeCounted({ text, kind }: Word, measure: string | null, between: number): boolean {
  if (fits(measure, text) === false || /^(?:第|[全本该各此]\p{Script=Han}$)/u.test(text)) return false;
  if (measure === null) return kind === "noun" && (fits("名", text) === true || /[人户口次]$/.test(text));
  return kind === "noun" || (kind === "other" && text.length > 1 && between === 0);
}

/** Where something is counted, which is no part of what is: 全省大数据企业 counts 大数据企业. */
const WHOLE_PLACE = /^全[省市区县州]$/;

/** What is written since the last mark that parts clauses. */
const CLAUSE = /[^，,。；;：:、()“”"'《》]*$/u;

/** What may stand between a noun and its number: it does what the noun does, or joins them. */
function isBetween({ text, kind }: Word): boolean {
  if (/^(?:全[国省市县球]|[国省市境]内)$/.test(text)) return true;
  return kind === "function" || kind === "verb" || kind === "deed" || (text.length === 1 && kind === "other");
}

function withAttributes(words: readonly Word[], noun: string): string {
  let text = noun;
  for (const [index, word] of [...words.entries()].reverse()) {
    const isWhere = WHOLE_PLACE.test(word.text) || WHOLE_PLACE.test((words[index - 1]?.text ?? "") + word.text);
    if (isWhere || !isPartOfNoun(word) || text.length + word.text.length > LONGEST) break;
    text = word.text + text;
  }
  return text;
}

function isPartOfNoun(word: Word): boolean {
  return word.kind === "attribute" || word.kind === "noun" || (word.kind === "other" && word.text.length === 1);
}
