/** How numbers are written: "en" 1,234.5 · "de" 1.234,5 · "fr" 1 234,5 · "plain" 1234.5 without groups. */
export type NumberFormat = "en" | "de" | "fr" | "plain";

/** What digits with their marks may mean, as plain digits, the larger first; none where they are no number. */
interface Meanings {
  readonly code: "ambiguous" | "grouping" | null;
  readonly digits: readonly string[];
}

const MARKS: Readonly<Record<NumberFormat, { readonly group: string; readonly decimal: string }>> = {
  en: { group: ",", decimal: "." },
  de: { group: ".", decimal: "," },
  fr: { group: " ", decimal: "," },
  plain: { group: "", decimal: "." },
};
const INDIAN = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;
/** One point or comma with three digits behind it: a group or a fraction. */
const TWO_READINGS = /^[1-9]\d{0,2}\.\d{3}$/;

/**
 * What unsigned digits mean. Without a format, English grouping is understood and what another country would read differently
 * ("1.234") has two meanings. `scale` says what kind of word of scale stands behind: "1.234 million" is a fraction, "1.234 Mio." may be either.
 */
export function meaningsOf(
  written: string,
  format: NumberFormat | undefined,
  scale: "none" | "english" | "continental",
): Meanings {
  if (/^0\d.*\D/.test(written)) return { code: null, digits: [] };
  if (format !== undefined) return { code: null, digits: readAs(written, format) ?? [] };
  const english = readAs(written, "en");
  const others = (["de", "fr"] as const).flatMap((other) => readAs(written, other) ?? []);
  if (scale === "continental") {
    const all = [...new Set([...(english ?? []), ...others.flat()])].sort((a, b) => Number(b) - Number(a));
    return { code: all.length > 1 ? "ambiguous" : null, digits: all };
  }
  if (scale === "none" && TWO_READINGS.test(written))
    return { code: "ambiguous", digits: [written.replace(".", ""), written] };
  if (english !== null) return { code: null, digits: english };
  return { code: "grouping", digits: [...new Set(others.flat())] };
}

/** Plain digits of text in one format; null when it is not written so. Spaces and apostrophes group in every format but plain. */
function readAs(written: string, format: NumberFormat): readonly string[] | null {
  const { group, decimal } = MARKS[format];
  const [whole = "", fraction, ...rest] = written.split(decimal);
  if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  if (/^\d*$/.test(whole)) return [join(whole, fraction)];
  if (format === "plain") return null;
  if (format === "en" && INDIAN.test(whole)) return [join(whole.replaceAll(",", ""), fraction)];
  for (const separator of new Set([group, " ", "'"])) {
    const [first = "", ...groups] = whole.split(separator);
    // No group begins a number with a nought: 0,125 has a fraction.
    const isGrouped = groups.length > 0 && /^[1-9]\d{0,2}$/.test(first) && groups.every((part) => /^\d{3}$/.test(part));
    if (isGrouped) return [join(first + groups.join(""), fraction)];
  }
  return null;
}

function join(whole: string, fraction: string | undefined): string {
  const trimmed = whole.replace(/^0+(?=\d)/, "") || "0";
  return fraction === undefined ? trimmed : `${trimmed}.${fraction}`;
}

/** How many significant digits plain decimal digits have; zeros at the end of a whole number are not counted. */
export function significantDigits(digits: string): number {
  const bare = digits.replace("-", "");
  const counted = bare.includes(".") ? bare.replace(".", "") : bare.replace(/0+$/, "");
  return counted.replace(/^0+/, "").length;
}
