import type { Remark } from "@/lib/importing/table/scan-table";
import { scaleAfter } from "@/lib/numbers/scale-words";
import { visibleText } from "@/lib/text/visible-text";

/** What flags of Eurostat mean, in lower case as its tables print them. */
const EUROSTAT: Readonly<Record<string, string>> = {
  b: "break in series",
  c: "confidential",
  d: "definition differs",
  e: "estimated",
  f: "forecast",
  i: "imputed",
  n: "not significant",
  p: "provisional",
  r: "revised",
  s: "estimated by the publisher",
  u: "low reliability",
  z: "not applicable",
};

/** The code list CL_OBS_STATUS of SDMX, in capitals; A is a normal figure. */
const SDMX: Readonly<Record<string, string>> = {
  A: "",
  B: "break in series",
  D: "definition differs",
  E: "estimated",
  F: "forecast",
  G: "experimental",
  I: "imputed",
  N: "not significant",
  P: "provisional",
  R: "revised",
  S: "strike or other special event",
  U: "low reliability",
  V: "unvalidated",
};

/** What the offices and ministries of South Asia write behind financial years. */
const ESTIMATES: ReadonlyMap<string, string> = new Map([
  ["AE", "advance estimate"],
  ["BE", "budget estimate"],
  ["PE", "provisional estimate"],
  ["RE", "revised estimate"],
]);

/** What Statistics Canada's letters say of quality; those before E that it is good. */
export const CANADIAN: ReadonlyMap<string, string> = new Map([
  ...["A", "B", "C", "D"].map((letter) => [letter, ""] as const),
  ["E", "use with caution"],
  ["F", "too unreliable to be published"],
  ["p", "preliminary"],
  ["r", "revised"],
  ["t", "terminated"],
]);

/** Letters that are words of scale or units, too: alone they say nothing of flags. */
const ALSO_SCALES: ReadonlySet<string> = new Set(["b", "m", "k", "t", "g", "d", "h", "c", "n"]);
/** A number with letters behind it, or a mark for no figure with them. */
const FLAGGED = /^(.*[\d)]|:|\.{2,3}|-) ?(?<=[\d)]|[:.-] ?)\s*([a-z]{1,3})$/;

/** Flags as a file prints them, in words. */
export class Flags {
  readonly #legend: ReadonlyMap<string, string>;

  readonly #isPacked: boolean;

  /**
   * `remarks` are the lines around the table: "p = provisional" in them says what a letter means there; `own` what its office means.
   * In a packed table letters are nothing else.
   */
  constructor(remarks: readonly Remark[], isPacked = false, own: ReadonlyMap<string, string> = new Map()) {
    this.#isPacked = isPacked;
    this.#legend = new Map([...own, ...remarks.flatMap(({ text }) => legendOf(text))]);
  }

  /** What a text of flags says: "be" is "break in series; estimated"; "" for a normal figure. Words stay as they are. */
  words(text: string): string {
    const flags = visibleText(text);
    const whole = this.#legend.get(flags) ?? ESTIMATES.get(flags) ?? SDMX[flags];
    if (whole !== undefined) return whole;
    const parts = /^[a-zA-Z]{1,3}$/.test(flags) ? [...flags] : flags.split(/[,;/ ]+/);
    const words = parts.map((part) => this.#legend.get(part) ?? EUROSTAT[part] ?? SDMX[part]);
    return words.some((word) => word === undefined) ? flags : [...new Set(words.filter(Boolean))].join("; ");
  }

  /** Splits flags from the cell they stand in; null where there are none that are known. */
  split(text: string): { readonly rest: string; readonly flags: string } | null {
    const [, rest, letters] = FLAGGED.exec(visibleText(text)) ?? [];
    if (rest === undefined || letters === undefined) return null;
    return this.#isFlags(letters) ? { rest: rest.trim(), flags: letters } : null;
  }

  /** Letters each of which is a flag, unless they are a word of scale together ("bn"): what it may mean is then for the number to say. */
  #isFlags(letters: string): boolean {
    if (this.#legend.has(letters)) return true;
    if (!this.#isPacked && letters.length > 1 && scaleAfter(letters, false, false) !== null) return false;
    return [...letters].every((letter) => EUROSTAT[letter] !== undefined || this.#legend.has(letter));
  }

  /** Whether letters behind numbers of a column are flags: the file explains them, or some of them can be nothing else. */
  areFlags(letters: ReadonlySet<string>): boolean {
    if (this.#isPacked) return true;
    return [...letters].some(
      (one) => this.#legend.has(one) || (this.#isFlags(one) && [...one].some((letter) => !ALSO_SCALES.has(letter))),
    );
  }
}

/** "p = provisional", "Note: p = provisional; e = estimated", "p provisional" alone in a line. */
function legendOf(text: string): readonly (readonly [string, string])[] {
  const said = text.replace(
    /^(?:notes?|legend|flags?|special values?|footnotes?|zeichenerklärung|注)\s*[:：]?\s*/i,
    "",
  );
  return said.split(/[;,]\s*(?=\S{1,2}\s*[=:–])/).flatMap((part) => {
    const [, flag, meaning] = /^\s*([a-z]{1,2})\s*[=:–-]?\s+(\p{L}[^=;]{2,60})$/u.exec(part) ?? [];
    return flag === undefined || meaning === undefined ? [] : [[flag, meaning.trim()] as const];
  });
}
