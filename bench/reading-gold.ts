import { readdirSync, readFileSync } from "node:fs";
import type { Candidate } from "@/lib/reading/candidate";
import { readText } from "@/lib/reading/read-text";

/**
 * Sentences with the figures in them and how they must be read, one a line:
 *   In 2018, {more than 8,900 companies} moved in. => more_than 8900 companies; @2018
 * Several figures are parted by " || ". After wording, value (low..high, ? for none) and unit (- for none): of X, per X,
 * = digits CUR, @period, @@as of, by NAME, target, record, up, down, low (unsure), asked (not sure). A sentence without " => " has no
 * figure. In it \n is a line break, \t a tab and \uXXXX a character.
 */
export interface GoldFigure {
  readonly start: number;
  readonly end: number;
  readonly wording: string;
  readonly value: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly tags: readonly string[];
}

export interface GoldSentence {
  readonly text: string;
  readonly language: string | null;
  readonly figures: readonly GoldFigure[];
}

/** The date against which the sentences are read. */
export const GOLD_DATE = "2019-02-28";

const FOLDER = "bench/reading";

/** The files of a language's sentences ("english", "chinese"), by name. */
export function goldFiles(language: string): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith(language) && name.endsWith(".txt"))
    .sort()
    .map((name) => `${FOLDER}/${name}`);
}

/** Reads a file of sentences. "[de]" before a sentence names its language. */
export function readGold(file: string): readonly GoldSentence[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [marked = "", expected] = line.split(/\s=>\s/);
      const language = /^\[([a-z]{2})\]/.exec(marked)?.[1] ?? null;
      const body = marked
        .replace(/^\[[a-z]{2}\]\s?/, "")
        .replace(/\\(?:u([0-9a-f]{4})|([nt]))/g, (_, code, letter) =>
          code === undefined ? (letter === "n" ? "\n" : "\t") : String.fromCharCode(Number.parseInt(code, 16)),
        );
      const spans: { start: number; end: number }[] = [];
      let text = "";
      for (const mark of body) {
        if (mark === "{") spans.push({ start: text.length, end: text.length });
        else if (mark === "}") spans[spans.length - 1] = { start: spans.at(-1)?.start ?? 0, end: text.length };
        else text += mark;
      }
      const readings = expected === undefined ? [] : expected.split(" || ");
      if (readings.length !== spans.length)
        throw new Error(`${spans.length} spans, ${readings.length} readings: ${line}`);
      return { text, language, figures: spans.map((span, index) => ({ ...span, ...reading(readings[index] ?? "") })) };
    });
}

function reading(text: string) {
  const [head = "", ...tags] = text.split(";").map((part) => part.trim());
  const [wording = "", value = "", ...unit] = head.split(" ");
  const [low = "", high] = value.split("..");
  return {
    wording,
    value: low === "?" ? null : low,
    high: high ?? null,
    unit: unit.join(" ") === "-" ? null : unit.join(" "),
    tags,
  };
}

/** What went wrong with one figure: what was looked at, and both texts. */
export interface Miss {
  readonly what: string;
  readonly sentence: string;
  readonly expected: string;
  readonly got: string;
}

export interface Score {
  readonly rates: Readonly<Record<string, readonly [right: number, of: number]>>;
  readonly misses: readonly Miss[];
}

/** Reads the sentences and counts what is right. A span is right only when both its ends are. */
export function scoreGold(gold: readonly GoldSentence[]): Score {
  const rates: Record<string, [number, number]> = {};
  const misses: Miss[] = [];
  const count = (what: string, isRight: boolean) => {
    rates[what] ??= [0, 0];
    const rate = rates[what];
    rate[0] += isRight ? 1 : 0;
    rate[1] += 1;
  };
  for (const { text, language, figures } of gold) {
    const { candidates } = readText(text, { language, published: GOLD_DATE });
    for (const candidate of candidates) {
      const isRight = figures.some(({ start, end }) => start === candidate.start && end === candidate.end);
      count("precision", isRight);
      if (!isRight) misses.push({ what: "precision", sentence: text, expected: "", got: candidate.text });
    }
    for (const figure of figures) {
      const span = text.slice(figure.start, figure.end);
      const found = candidates.find(({ start, end }) => start === figure.start && end === figure.end);
      count("recall", found !== undefined);
      if (found === undefined) misses.push({ what: "recall", sentence: text, expected: span, got: "" });
      const near = found ?? candidates.find(({ start, end }) => start < figure.end && end > figure.start);
      if (near === undefined) continue;
      for (const [what, expected, got] of compared(figure, near)) {
        count(what, expected === got);
        if (expected !== got) misses.push({ what, sentence: text, expected, got });
      }
    }
  }
  return { rates, misses };
}

function compared(
  { wording, value, high, unit, tags }: GoldFigure,
  got: Candidate,
): (readonly [string, string, string])[] {
  const tag = (start: string) => tags.find((one) => one.startsWith(start))?.slice(start.length) ?? "";
  const alternative = got.alternative === null ? "" : `${got.alternative.digits} ${got.alternative.unit}`;
  const time = got.period;
  const span = time === null ? "" : time.start === time.end ? time.start : `${time.start}/${time.end}`;
  const period = time === null ? "" : `${time.kind === "as_of" ? "@@" : "@"}${span}`;
  const by = tag("by ");
  return [
    [
      "wording",
      wording === "order" ? "order" : `${wording}${tags.includes("record") ? " record" : ""}`,
      got.wording === null ? "order" : `${got.wording}${got.qualifier === null ? "" : " record"}`,
    ],
    ["value", `${value}..${high} ${tag("= ")}`, `${got.value}..${got.valueHigh} ${alternative}`],
    [
      "unit",
      `${unit ?? "-"}${part(" of ", tag("of "))}${part(" per ", tag("per "))}`,
      `${isSameNounBefore(unit, got) ? unit : (got.unit?.text ?? "-")}${part(" of ", got.whole ?? "")}${part(" per ", got.per ?? "")}`,
    ],
    ["period", tags.find((one) => one.startsWith("@")) ?? "", period],
    ["speaker", by, by !== "" && got.speaker?.startsWith(by) ? by : (got.speaker ?? "")],
    ["target", String(tags.includes("target")), String(got.target)],
    ...(tags.includes("asked") ? [["unsure", "asked", got.confidence === "high" ? "high" : "asked"] as const] : []),
    ...(tags.includes("low") ? [["unsure", "low", got.confidence] as const] : []),
    ["change", tags.find((one) => one === "up" || one === "down") ?? "", got.change ?? ""],
  ];
}

/** Whether a noun that stands before the number, outside the span, was found with more or fewer of the words before its head. */
function isSameNounBefore(unit: string | null, got: Candidate): boolean {
  const found = got.unit?.text ?? "";
  if (unit === null || found === "" || got.text.includes(unit) || got.text.includes(found)) return false;
  return found.endsWith(unit) || unit.endsWith(found);
}

function part(lead: string, text: string): string {
  return text === "" ? "" : lead + text;
}
