import { splitParagraphs } from "@/lib/reading/article/split-text";
import { timesZh } from "@/lib/reading/chinese/times";
import { timesEn } from "@/lib/reading/english/times";
import { normalizeText } from "@/lib/reading/normalize-text";

/** What the head of a pasted article may say of it; "" and null for what it does not. To be confirmed by a person. */
export interface DetectedMetadata {
  readonly title: string;
  readonly publisher: string;
  /** Several separated by "; ". */
  readonly authors: string;
  /** ISO 8601 date, whole days only. */
  readonly published: string | null;
  readonly language: "en" | "zh";
  readonly url: string;
}

/** How many paragraphs from the start are looked at, and how long the lines of a head can be. */
const HEAD = 8;
const LONGEST_TITLE = 200;
const LONGEST_HEAD_LINE = 120;

const HEAD_LINE =
  /^By\s|^https?:|\s[|•·]\s|^(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:\d{1,2}, )?(?:19|20)\d{2}$|^(?:Source|Updated?|Published)\b|^(?:来源|作者|记者|时间|发布)|(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/i;
const SOURCE =
  /\b(?:Source|Publisher|Published by|From)\s?:\s?([\p{L}\d .&'’-]{2,50})|(?:来源|出处)\s?[:：]\s?([\p{Script=Han}A-Za-z]{2,24})/iu;
/** "GUIYANG, May 26 (Xinhua) --" */
const DATELINE = /^[A-Z][A-Z' -]{2,30}, \p{Lu}\p{L}+\.? \d{1,2} \(([^)]{2,30})\)/u;
const BY_LINE = /^By\s+([^|(•·\d]{2,100})/i;
/** 记者 吴蔚, 作者：李平、王伟; what has a colon behind it is the next label. */
const BY_LINE_ZH =
  /(?:作者|记者)\s?[:：/]?\s?([\p{Script=Han}]{2,4}(?:[、 ][\p{Script=Han}]{2,4}(?!\s?[:：]))*)(?![\p{Script=Han}])/u;
const PARTS = /\s+[|•·]\s+|,\s+|\t| {2,}/;
const DATE = /(?<!\d)((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)/;
/** Words in the names of papers and agencies. */
const PAPER =
  /\b(?:Daily|News|Times|Post|Gazette|Journal|Herald|Tribune|Agency|Press|Weekly|Reuters|Xinhua|Observer|Review|Chronicle|Telegraph|Guardian|Bloomberg|Online)$|(?:日报|晚报|早报|时报|新闻|网|社|电视台|周刊)$/u;

/**
 * Guesses title, publisher, by-line, date, language and address from the first lines of an article. `publishers` are names of
 * publishers that are known.
 */
export function detectMetadata(text: string, publishers: readonly string[] = []): DetectedMetadata {
  const lines = headOf(text)
    .flatMap(linesOf)
    .map((line) => line.replaceAll(/^[#*\s]+|[*\s]+$/g, "").replaceAll(/[^\S\t]+/g, " "));
  const head = lines.join("\n");
  const isChinese = (head.match(/\p{Script=Han}/gu)?.length ?? 0) > head.length / 5;
  const known = new Set(publishers.map((name) => name.toLowerCase()));
  const isPublisher = (name: string) => known.has(name.toLowerCase()) || isPaper(name);
  const at = lines.slice(0, 3).findIndex((line) => isTitle(line) && !isPublisher(line));
  const { title, tail } = titleOf(lines[at] ?? "", isPublisher);
  const near = lines.slice(0, 5).filter((_, index) => index !== at);
  const byLine = near.flatMap((line) => BY_LINE.exec(line)?.[1] ?? [])[0] ?? "";
  const authors = byLine.split(/,\s+|\s+(?:and|&)\s+|;\s*/).map((name) => name.replace(/\s+in \p{Lu}.*$/u, "").trim());
  return {
    title,
    publisher: sourceIn(head) ?? tail ?? publisherIn(near, isPublisher) ?? "",
    authors:
      byLine === ""
        ? (BY_LINE_ZH.exec(head)?.[1] ?? "").replaceAll(/[、 ]/g, "; ")
        : authors.filter((name) => name !== "" && !isPublisher(name)).join("; "),
    published: dateOf(lines, isChinese),
    language: isChinese ? "zh" : "en",
    url: /https?:\/\/[^\s)"'<>]{4,300}/.exec(head)?.[0] ?? "",
  };
}

/** How many paragraphs at the start are no part of the article's own text: its title, by-line, date, address. */
export function headParagraphs(text: string): number {
  const lines = headOf(text);
  const title = lines.slice(0, 3).findIndex((line) => isTitle(line) && !isPaper(line));
  const first = lines.findIndex(
    (line, index) => index !== title && !isHeadLine(line) && !(index < title && isTitleLine(line)),
  );
  // A text of nothing but short lines has no head that could be told from it.
  return Math.max(first, 0);
}

function headOf(text: string): readonly string[] {
  return splitParagraphs(normalizeText(text.slice(0, 6000)))
    .slice(0, HEAD)
    .map(({ start, end }) => text.slice(start, end));
}

/** The lines of a paragraph where each is short and ends no sentence, as in a head; else the paragraph as one. */
function linesOf(paragraph: string): readonly string[] {
  const lines = paragraph.split("\n").map((line) => line.trim());
  return lines.every((line) => isTitleLine(line) && line.length <= LONGEST_HEAD_LINE) ? lines : [paragraph];
}

/** Whether it reads like the name of a paper or an agency. */
function isPaper(name: string): boolean {
  return name.length <= 40 && PAPER.test(name) && /^[\p{Lu}\p{Script=Han}]/u.test(name) && !/\s[|–—-]\s/.test(name);
}

function isTitle(line: string): boolean {
  return isTitleLine(line) && !/^By\s|^https?:|^(?:Source|Updated?|Published)\b\s?:/i.test(line);
}

function isTitleLine(line: string): boolean {
  return line.length <= LONGEST_TITLE && !/[.。!?！？]["”]?$/.test(line);
}

function isHeadLine(line: string): boolean {
  return line.length <= LONGEST_HEAD_LINE && HEAD_LINE.test(line) && !/[.。!?！？]["”]?$/.test(line);
}

/** "Hills of data | Example Times" is a title and its publisher; behind a dash only what is a publisher's name is one. */
function titleOf(line: string, isPublisher: (name: string) => boolean) {
  const [, title = line, mark = "", tail = ""] = /^(.*\S)\s+([|–—-])\s+(.+)$/.exec(line) ?? [];
  return mark === "|" || isPublisher(tail) ? { title: title.trim(), tail } : { title: line.trim(), tail: null };
}

function sourceIn(head: string): string | null {
  const named = SOURCE.exec(head);
  const name = named?.[1] ?? named?.[2] ?? null;
  return name === null ? null : name.replace(/\s+(?:Updated|Published|Date)\b.*$/i, "").trim();
}

/** The publisher among the parts of the lines: a name known or like one; else what stands beside a date or a by-line; else the agency of the dateline. */
function publisherIn(lines: readonly string[], isPublisher: (name: string) => boolean): string | null {
  const short = lines.filter((line) => line.length <= LONGEST_HEAD_LINE && isTitleLine(line));
  const parts = short.map((line) => line.replace(/^By\s+/i, "").split(PARTS));
  const named = parts.flat().find((part) => isPublisher(part.trim()));
  if (named !== undefined) return named.trim();
  for (const [index, line] of parts.entries()) {
    const [, ...beside] = /^By\s/i.test(short[index] ?? "") ? (short[index] ?? "").split(/\s+[|•·]\s+/) : ["", ...line];
    const name = beside.find(
      (part) => !/\d{4}/.test(part) && !/\d:\d|^(?:Updated|Published)\b/i.test(part) && /^\p{Lu}/u.test(part),
    );
    if (name !== undefined && (beside.length > 1 || /\d{4}/.test(line.join(" "))) && !isDayOnly(name))
      return name.trim();
  }
  return lines.flatMap((line) => DATELINE.exec(line)?.[1] ?? [])[0] ?? null;
}

/** "March 3", the part of a date that a comma parts from its year. */
function isDayOnly(part: string): boolean {
  return /^\p{L}+\.? \d{1,2}$/u.test(part.trim());
}

function dateOf(lines: readonly string[], isChinese: boolean): string | null {
  for (const line of lines) {
    const [, year, month = "", day = ""] = DATE.exec(line) ?? [];
    if (year !== undefined && Number(month) <= 12 && Number(day) <= 31) {
      return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    }
    const times = isChinese ? timesZh(normalizeText(line), null) : timesEn(normalizeText(line), null);
    const whole = times.find(({ time }) => time !== null && time.start === time.end && time.start.length === 10);
    if (whole?.time != null && line.length < 160) return whole.time.start;
  }
  return null;
}
