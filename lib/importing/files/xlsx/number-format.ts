import type { Cell, ShownScale } from "@/lib/importing/files/read-csv";
import { scaleAfter } from "@/lib/numbers/scale-words";

/** What a number format shows of a number (ECMA-376, 18.8.31): a date or a time, or the number with what stands around it. */
export type NumberFormat =
  | { readonly kind: "day" | "month" | "year" | "time" }
  | { readonly kind: "number"; readonly sections: readonly Section[] };

/** How numbers of one kind are shown: by default those above nought, below it, and nought. */
interface Section {
  /** For which numbers; null for those that its place says. */
  readonly condition: ((value: number) => boolean) | null;
  readonly isPercent: boolean;
  /** Whether digits are shown at all; where not, `words` are all that a reader sees. */
  readonly hasDigits: boolean;
  /** What is written around the digits: a unit, a currency, a word of scale. */
  readonly words: string;
  /** How many digits it leaves out, where `words` say another scale than that; 0 otherwise. */
  readonly leftOut: number;
  /** The scale in which it shows numbers, where no word says another; null where all digits are shown. */
  readonly shown: ShownScale | null;
  /** A sign that is only written before the digits, so that it makes a number above nought look negative. */
  readonly sign: "" | "-" | "(";
}

/** Formats that every workbook has by number (18.8.30); those of 27 to 58 as Chinese Excel shows them. Others are plain numbers. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: "0%",
  10: "0.00%",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  ...Object.fromEntries([27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'])),
  ...Object.fromEntries([28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'])),
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, "h:mm"])),
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
};

/** Words of scale that a format writes where it divides, by how many digits it leaves out: three for each comma behind them, and those behind a written point (0!.0,"万"). */
const LEFT_OUT: Readonly<Record<number, RegExp>> = {
  3: /^(?:thousands?|thou|tsd\.?|k|тыс\.?|千)(?![a-z])/iu,
  6: /^(?:millions?|mio\.?|mn?|млн\.?|百万|百萬)(?![a-z])/iu,
  9: /^(?:billions?|bn?|mrd\.?|mds?|млрд\.?|十亿|十億)(?![a-z])/iu,
  12: /^(?:trillions?|tn?|万亿|兆)(?![a-z])/iu,
  4: /^[万萬](?![亿億])/u,
  5: /^十[万萬]/u,
  7: /^千[万萬]/u,
  8: /^[亿億]/u,
};

/** The format of a number or code of styles.xml. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  const parts = split(code ?? BUILT_IN[id] ?? "General");
  const kind = dateKind(parts[0]?.letters ?? "");
  return kind === null ? { kind: "number", sections: parts.map(sectionOf) } : { kind };
}

/**
 * A number as the reader of a sheet sees it. It is taken in full: digits that a format rounds or leaves out are kept, a percentage is 20.5
 * where the sheet holds 0.205, a word of scale or a unit that the format writes stands beside, and so does a sign that it writes before a
 * number above nought. What shows no digits is its words.
 */
export function shownNumber(digits: string, value: number, sections: readonly Section[]): Cell {
  const section = sectionFor(value, sections);
  if (section === undefined) return { digits };
  if (!section.hasDigits) return section.words;
  const words = section.isPercent ? `%${section.words}` : section.words;
  const shown = signed(divided(digits, section.leftOut), value > 0 ? section.sign : "");
  return {
    digits: shown,
    ...(words === "" ? {} : { unit: words }),
    ...(section.shown === null || Number(digits) === 0 ? {} : { shown: section.shown }),
  };
}

function signed(digits: string, sign: Section["sign"]): string {
  return sign === "(" ? `(${digits})` : sign + digits;
}

/** Plain digits without the last `power` of them, which become a fraction. */
function divided(digits: string, power: number): string {
  if (power === 0) return digits;
  const [, minus = "", whole = "", fraction = ""] = /^(-?)(\d+)\.?(\d*)$/.exec(digits) ?? [];
  const padded = whole.padStart(power + 1, "0");
  const behind = (padded.slice(-power) + fraction).replace(/0+$/, "");
  return `${minus}${padded.slice(0, -power)}${behind === "" ? "" : `.${behind}`}`;
}

/** Whether the format that shows a number shows it as a percentage, so that its digits are a hundred times what the sheet holds. */
export function isPercentage(value: number, sections: readonly Section[]): boolean {
  return sectionFor(value, sections)?.isPercent ?? false;
}

/** The section that shows a number: the first whose condition holds, else the one of its sign. */
function sectionFor(value: number, sections: readonly Section[]): Section | undefined {
  const place = value > 0 ? 0 : value < 0 ? 1 : 2;
  return (
    sections.find(({ condition }) => condition?.(value)) ?? sections[place < Math.min(sections.length, 3) ? place : 0]
  );
}

/** A section of a format taken apart: what stands for digits and dates, and what is only written. */
interface Parts {
  /** Everything that is not only written, in its order; what is written stands in it as a NUL, and a point among the digits as POINT. */
  readonly letters: string;
  readonly written: readonly string[];
  readonly condition: ((value: number) => boolean) | null;
}

/** A point that is only written among the digits, as 0!.0 does to show a tenth. */
const POINT = "\u0001";

/** A comma that is only written among the digits: the groups of India (##\,##\,##0), or a point of the continent. */
const COMMA = "\u0002";
const GROUPING = new RegExp(`${COMMA}(?=[0#?]{3}(?![0#?${COMMA}])|[0#?]{2,3}${COMMA})`, "g");

/** Takes a format apart, character by character. */
function split(code: string): readonly Parts[] {
  const sections: { letters: string; written: string[]; condition: Parts["condition"] }[] = [];
  let section = { letters: "", written: [] as string[], condition: null as Parts["condition"] };
  const write = (text: string) => {
    if (text.trim() === "") return;
    if ((text === "." || text === ",") && /[0#?]$/.test(section.letters)) {
      section.letters += text === "." ? POINT : COMMA;
      return;
    }
    section.letters += "\0";
    section.written.push(text.trim());
  };
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at] ?? "";
    const end = character === '"' ? code.indexOf('"', at + 1) : character === "[" ? code.indexOf("]", at + 1) : -1;
    const inside = end < 0 ? "" : code.slice(at + 1, end);
    if (end >= 0) at = end;
    if (character === '"') write(inside);
    else if (character === "[") {
      const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(inside);
      if (inside.startsWith("$")) write(inside.slice(1).split("-")[0] ?? "");
      else if (condition) section.condition = comparing(condition[1] ?? "", Number(condition[2]));
      else if (/^[hms]+$/i.test(inside)) section.letters += inside;
    } else if (character === "\\" || character === "!") {
      write(code[at + 1] ?? "");
      at += 1;
    } else if (character === "_" || character === "*") at += 1;
    else if (character === ";") {
      sections.push(section);
      section = { letters: "", written: [], condition: null };
    } else section.letters += character;
  }
  return [...sections, section];
}

function comparing(sign: string, bound: number): (value: number) => boolean {
  switch (sign) {
    case "<":
      return (value) => value < bound;
    case "<=":
      return (value) => value <= bound;
    case ">":
      return (value) => value > bound;
    case ">=":
      return (value) => value >= bound;
    case "<>":
      return (value) => value !== bound;
    default:
      return (value) => value === bound;
  }
}

function dateKind(letters: string): "day" | "month" | "year" | "time" | null {
  const lower = letters
    .toLowerCase()
    .replace(/general/g, "")
    .replace(/e[+-]/g, "");
  if (/d/.test(lower)) return "day";
  if (/[yeg]/.test(lower)) return /m/.test(lower) ? "month" : "year";
  if (/[hs]/.test(lower)) return "time";
  return /m/.test(lower) ? "month" : null;
}

function sectionOf({ letters, written, condition }: Parts): Section {
  // What no quotes enclose and is no place of a digit is written, too: signs, brackets, currency.
  const around = letters
    .replace(/general|@/gi, "0")
    .replace(GROUPING, "")
    .replaceAll(COMMA, POINT);
  const commas = /[0#?](,+)(?=[^0#?,]*$)|[0#?](,+)(?=\.)/.exec(around);
  const behindPoint = new RegExp(`${POINT}([0#?]+)`).exec(around)?.[1]?.length ?? 0;
  const power = (commas?.[1] ?? commas?.[2] ?? "").length * 3 + behindPoint;
  const own = LEFT_OUT[power] ?? /(?!)/;
  const signs = around.replace(/[^\p{Sc}‰]/gu, "");
  const bare = written.map((text) => text.replace(/^[-−–—()]+|[()]+$/g, "").trim());
  const words = [signs, ...bare.map((text) => text.replace(own, "").trim())];
  const hasDigits = /[0#?]/.test(around);
  const isOther = power > 0 && bare.some((text) => !own.test(text) && scaleAfter(text, true, true) !== null);
  return {
    condition,
    isPercent: around.includes("%"),
    hasDigits,
    leftOut: isOther ? power : 0,
    shown: power === 0 || isOther ? null : { power, word: bare.map((text) => own.exec(text)?.[0] ?? "").join("") },
    sign: signBefore(around, written),
    words: hasDigits ? words.filter((text) => text !== "").join(" ") : written.join(" "),
  };
}

/** The sign that stands before the first digit of a section, written or as a letter. */
function signBefore(around: string, written: readonly string[]): Section["sign"] {
  let at = 0;
  const before = around.replace(/[0#?].*$/s, "").replaceAll("\0", () => written[at++] ?? "");
  const sign = /[-−–—(]\s*[^\p{L}\d]*$/u.exec(before)?.[0]?.[0];
  return sign === undefined ? "" : sign === "(" ? "(" : "-";
}
