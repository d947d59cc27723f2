import { fold } from "@/lib/reading/fold";
import { splitParagraphs } from "@/lib/reading/split-text";
import { timesEn } from "@/lib/reading/times-en";
import { timesZh } from "@/lib/reading/times-zh";

/** What the head of a pasted article may say of it; "" and null for what it does not. To be confirmed by a person. */
export interface HeadGuess {
  readonly title: string;
  readonly publisher: string;
  readonly authors: string;
  /** ISO 8601 date, whole days only. */
  readonly published: string | null;
  readonly language: "en" | "zh";
  readonly url: string;
}

/** How many paragraphs from the start are looked at, and how long a title can be. */
const HEAD = 8;
const LONGEST_TITLE = 200;

const PUBLISHER =
  /\b(?:(?:Source|Publisher|Published by|From)\s?:\s?([\p{L}\d .&'’-]{2,50}))|(?:来源|出处)\s?[:：]\s?([\p{Script=Han}A-Za-z ]{2,24})/iu;
/** "By Wang Wei | China Daily | Updated: 2019-02-28" */
const BY_LINE = /^By\s+([^|(•·\d]{2,80}?)\s*(?:$|[|(•·]\s*([^|)•·\d]{2,50}?)\s*(?:$|[|)•·]))/i;
const BY_LINE_ZH = /(?:作者|记者|文)\s?[:：/]?\s?([\p{Script=Han}]{2,4}(?:[、 ][\p{Script=Han}]{2,4})*)/u;
const PARTS = /\s+[|•·]\s+/;
const DATE = /(?<!\d)((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)/;

/** Guesses title, publisher, by-line, date, language and address from the first lines of an article. */
export function guessHead(text: string): HeadGuess {
  const lines = splitParagraphs(text.slice(0, 6000))
    .slice(0, HEAD)
    .flatMap(({ start, end }) => linesOf(text.slice(start, end)))
    .map((line) => line.replaceAll(/\s+/g, " "));
  const head = lines.join("\n");
  const isChinese = (head.match(/\p{Script=Han}/gu)?.length ?? 0) > head.length / 5;
  const [first = ""] = lines;
  const isTitle = isTitleLine(first) && !/^By\s|^https?:/i.test(first);
  const [title = "", ...trailing] = isTitle ? first.split(/\s+[|–—]\s+/) : [];
  const byLine = lines.slice(0, 4).flatMap((line) => BY_LINE.exec(line) ?? []);
  const named = PUBLISHER.exec(head);
  const publisher = named?.[1] ?? named?.[2] ?? byLine[2] ?? trailing.at(-1) ?? publisherAmong(lines.slice(1, 4));
  return {
    title: title.trim(),
    publisher: publisher.replace(/\s+(?:Updated|Published|Date)\b.*$/i, "").trim(),
    authors: (byLine[1] ?? BY_LINE_ZH.exec(head)?.[1] ?? "").replace(/\s+(?:and|&)\s+/g, "; ").trim(),
    published: dateOf(lines, isChinese),
    language: isChinese ? "zh" : "en",
    url: /https?:\/\/[^\s)"'<>]{4,300}/.exec(head)?.[0] ?? "",
  };
}

const HEAD_LINE =
  /^By\s|^https?:|\s[|•·]\s|^(?:Source|Updated?|Published)\b|^(?:来源|作者|记者|时间|发布)|(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/i;
const LONGEST_HEAD_LINE = 120;

/** How many paragraphs at the start are no part of the article's own text: its title, by-line, date, address. */
export function headParagraphs(text: string): number {
  const lines = splitParagraphs(text.slice(0, 6000))
    .slice(0, HEAD)
    .map(({ start, end }) => text.slice(start, end));
  const first = lines.findIndex((line, index) => !(index === 0 && isTitleLine(line)) && !isHeadLine(line));
  // A text of nothing but short lines has no head that could be told from it.
  return Math.max(first, 0);
}

/** The lines of a paragraph where each is short and ends no sentence, as in a head; else the paragraph as one. */
function linesOf(paragraph: string): readonly string[] {
  const lines = paragraph.split("\n").map((line) => line.trim());
  return lines.every((line) => isTitleLine(line) && line.length <= LONGEST_HEAD_LINE) ? lines : [paragraph];
}

function isTitleLine(line: string): boolean {
  return line.length <= LONGEST_TITLE && !/[.。!?！？]["”]?$/.test(line);
}

function isHeadLine(line: string): boolean {
  return line.length <= LONGEST_HEAD_LINE && HEAD_LINE.test(line) && !/[.。!?！？]["”]?$/.test(line);
}

/** "China Daily | 2019-02-28": the part of a short line that is no date. */
function publisherAmong(lines: readonly string[]): string {
  for (const line of lines) {
    const parts = line.split(PARTS);
    if (parts.length < 2 || line.length > 120) continue;
    const name = parts.find((part) => !/\d{4}|^by\s/i.test(part) && /^\p{Lu}/u.test(part));
    if (name !== undefined) return name;
  }
  return "";
}

function dateOf(lines: readonly string[], isChinese: boolean): string | null {
  for (const line of lines) {
    const [, year, month = "", day = ""] = DATE.exec(line) ?? [];
    if (year !== undefined && Number(month) <= 12 && Number(day) <= 31) {
      return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    }
    const times = isChinese ? timesZh(fold(line), null) : timesEn(fold(line), null);
    const whole = times.find(({ time }) => time !== null && time.start === time.end && time.start.length === 10);
    if (whole?.time != null && line.length < 160) return whole.time.start;
  }
  return null;
}
