import type { SourceRef } from "@/lib/figures/figure";

/** A name of a by-line: a person's in its parts, or a whole name that is not taken apart. */
export type Name =
  | { readonly family: string; readonly given: string; readonly suffix: string | null }
  | { readonly literal: string };

/** Words of institutions: a name with one of them is no person's. */
const INSTITUTION =
  /\b(?:academy|administration|agency|agence|alliance|association|authority|bank|board|bureau|cent(?:er|re)|chamber|college|commission|committee|company|consortium|consulting|corporation|council|daily|department|desk|editorial|editors?|federation|foundation|fund|government|group|herald|institut[eo]?|international|journal|laborator(?:y|ies)|labs|magazine|ministry|nations|network|news|newsroom|office|organi[sz]ation|partners|post|press|province|reporters?|correspondents?|research|school|service|society|staff|state|statistics|team|times|tribune|trust|union|university|universit[äé]|weekly|writers?|inc|ltd|llc|plc|corp|gmbh|limited)\b|\b(?:of|for|the)\b|[&+/@\d]/iu;
/** What stands after the comma of a company's name. */
const COMPANY = /^(?:inc|ltd|llc|llp|plc|co|corp|gmbh|ag|s\.?a|b\.?v|pte|pty|limited|incorporated)\b\.?/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Small words that belong to the family name that follows them. */
const PARTICLE =
  /^(?:van|von|de|der|den|del|della|di|da|dos|das|do|du|des|la|le|los|las|el|al|bin|ibn|ben|ter|ten|te|zu|zur|zum|af|av|y|e)$/;
/** "By" in the languages of by-lines, where a whole name follows. */
const BY = /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+(?=\p{Lu}[^\s,]*\s+\p{Lu}[^,]*$)/u;
/** Romanised Chinese surnames of most bearers: such a name says the family first, unless both its words may be one. */
const SURNAMES = new Set(
  "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin lei ou".split(
    " ",
  ),
);
/** Surnames of other languages that say the family first at home and last abroad. */
const EITHER_WAY = new Set(
  "kim lee park choi jeong jung cho yoon jang lim nguyen tran pham hoang phan bui ngo dang".split(" "),
);
/** One to three syllables of Pinyin, as given names have. */
const PINYIN =
  /^(?:(?:[bpmfdtnlgkhjqxryw]|[zcs]h?)?(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)){1,3}$/;

/** Names of a by-line (several separated by ";", in Chinese also by "、"), as they stand; empty when there is none. */
export function authorNames(authors: string | null): readonly string[] {
  return (authors ?? "")
    .split(/[;；]|(?<=\p{Script=Han})、(?=\p{Script=Han})/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/**
 * The names of a source's by-line in their parts. "Berg, Anna" says itself where the family name is; "Anna van der Berg" has it last,
 * with its small words; a romanised Chinese name has it first. Names of institutions, of the publisher, of one word, in other scripts,
 * and those that may be read both ways stay whole.
 */
export function readNames({
  authors,
  language,
  publisher,
}: Pick<SourceRef, "authors" | "language" | "publisher">): readonly Name[] {
  return authorNames(authors).flatMap((written): readonly Name[] => {
    const name = written.replace(BY, "").replace(/\s+/g, " ");
    if (name === publisher) return [{ literal: name }];
    const several = name.split(/ (?:and|&|und|et|y|e) (?=\p{Lu})/u).map((part) => readName(part, language));
    return several.every((each) => "family" in each) ? several : [readName(name, language)];
  });
}

function readName(name: string, language: string): Name {
  const whole = { literal: name };
  if (/[^\p{Script=Latin}\p{M}\s.,'’‘ʼ-]/u.test(name)) return whole;
  return name.includes(",") ? (readTurned(name) ?? whole) : (readStraight(name, language) ?? whole);
}

/** "Family, Given", "Family, Jr., Given" or "Given Family, Jr."; null for a list of names, and for what is no person. */
function readTurned(name: string): Name | null {
  const parts = name.split(",").map((part) => part.trim());
  const [family = "", second = "", third] = parts;
  if (parts.length > 3 || family === "" || second === "" || COMPANY.test(second)) return null;
  if (SUFFIX.test(second)) {
    if (third !== undefined) return { family, given: third, suffix: second };
    const straight = readStraight(family, "en");
    return straight && "family" in straight ? { ...straight, suffix: second } : null;
  }
  if (third !== undefined && !SUFFIX.test(third)) return null;
  const given = second;
  // Two whole names with a comma between look alike: "Anna Berg, Conor Hill". Initials and small words tell.
  const isList = wordsBesideParticles(family) > 1 && wordsBesideParticles(given) > 1 && !/\b\p{L}\./u.test(given);
  if (isList || (INSTITUTION.test(name) && (INSTITUTION.test(given) || wordsBesideParticles(family) > 1))) return null;
  return { family, given, suffix: third ?? null };
}

function wordsBesideParticles(text: string): number {
  return text.split(" ").filter((word) => !PARTICLE.test(word)).length;
}

/** "Given Family"; null where that is no person's name, or may be the other way round. */
function readStraight(name: string, language: string): Name | null {
  const words = name.split(" ");
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? "") ? (words.pop() ?? null) : null;
  const [first = "", second = ""] = words;
  if (words.length < 2 || words.length > 6 || INSTITUTION.test(name)) return null;
  if (words.some((word) => !PARTICLE.test(word) && !/^\p{Lu}/u.test(word)) || PARTICLE.test(first)) return null;
  // Capitals alone may be an institution's short name.
  if (words.every((word) => /^\p{Lu}{2,}$/u.test(word))) return null;
  if (words.length === 2 && words.every((word) => PINYIN.test(word.toLowerCase().replace(/[-'’]/g, "")))) {
    const [isFirst, isLast] = [SURNAMES.has(first.toLowerCase()), SURNAMES.has(second.toLowerCase())];
    if (isFirst !== isLast)
      return isFirst ? { family: first, given: second, suffix } : { family: second, given: first, suffix };
    return null;
  }
  if (SURNAMES.has(first.toLowerCase()) || EITHER_WAY.has(first.toLowerCase())) return null;
  const particle = words.findIndex((word) => PARTICLE.test(word));
  const start = particle > 0 ? particle : words.length - 1;
  // In Spanish two family names follow, as a rule, and nothing tells how many given names go before.
  if (language === "es" && particle < 0 && words.length > 2) return null;
  return { family: words.slice(start).join(" "), given: words.slice(0, start).join(" "), suffix };
}

/** "Lopez, Maria", as indexes have it; a whole name as it is. */
export function turnedName(name: Name): string {
  if ("literal" in name) return name.literal;
  return [name.family, name.given, name.suffix].filter((part) => part !== null).join(", ");
}

/** "Maria Lopez", as a text has it. */
export function straightName(name: Name): string {
  if ("literal" in name) return name.literal;
  return [name.given, name.family, name.suffix].filter((part) => part !== null).join(" ");
}
