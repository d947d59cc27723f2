import { spanText } from "@/lib/dates/date-text";
import type { Candidate } from "@/lib/reading/candidate";
import { readText } from "@/lib/reading/read-text";
import { visibleText } from "@/lib/text/visible-text";

/** The words of a source for one number, read; or why they are not, with a code for programs. */
export type WordedReading =
  | { readonly ok: true; readonly found: Candidate; readonly isFall: boolean; readonly doubt: string | null }
  | { readonly ok: false; readonly code: "no_number" | "several_numbers" | "fall"; readonly message: string };

/** Words of a fall right before the number of it: "fell by 12 firms", 减少12家. What something fell to is a level. */
const FALL =
  /\b(?:fell|falls?|fallen|falling|dropped|drops?|declined?|declines|decreased?|decreases|shrank|shrunk|down|lost|(?:loss|fall|drop|decline|decrease|reduction)(?: of)?|cut|reduced)\s(?:by\s)?$|(?:减少|下降|下跌|降低|减)了?$/i;

/**
 * Reads the words of a source ("more than 9,500 companies by the end of 2018") as the form reads them. Of several numbers the one that
 * another column gives (`value`, plain digits; null when none does) is meant; without it they are asked back, and so is a fall without
 * a sign. `language` is ISO 639-1; null leaves it to the words.
 */
export function readWorded(words: string, value: string | null, language: string | null): WordedReading {
  const text = visibleText(words).replace(/ +/g, " ");
  const { candidates } = readText(text, { language });
  const read = candidates.filter(({ value: digits, wording }) => digits !== null && wording !== null);
  const [first] = read;
  if (first === undefined) {
    const reason = candidates.find(({ reason: why }) => why !== null)?.reason;
    return refuse("no_number", `No number can be read in “${short(text)}”${reason ? `: ${reason}` : ""}`);
  }
  const meant = value === null ? read : read.filter((one) => Math.abs(Number(one.value)) === Math.abs(Number(value)));
  const [found, another] = meant.length === 0 ? read : meant;
  if (found === undefined || (value === null && another !== undefined)) {
    const all = read.map(({ value: digits }) => digits).join(" and ");
    return refuse("several_numbers", `“${short(text)}” holds ${all}: write the one that is meant in a column “value”`);
  }
  const isDown = found.change === "down" || FALL.test(text.slice(0, found.start));
  const isFall = isDown && !found.value?.startsWith("-");
  if (isFall && value === null)
    return refuse("fall", `“${short(text)}” tells of a fall: write the value with its sign in a column “value”`);
  return { ok: true, found, isFall, doubt: found.unit === null ? null : found.reason };
}

/** When the number of the words held, as the figure's parts; empty where they do not say. */
export function timeOf({ period }: Candidate): { readonly period?: string; readonly asOf?: string } {
  if (period === null) return {};
  const text = spanText(period.start, period.end);
  return period.kind === "during" ? { period: text } : { asOf: text };
}

function refuse(code: "no_number" | "several_numbers" | "fall", message: string): WordedReading {
  return { ok: false, code, message };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
