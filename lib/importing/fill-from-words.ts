import { readDateSpan, spanText } from "@/lib/dates/date-text";
import { readWorded, timeOf } from "@/lib/importing/as-worded";
import type { FieldName } from "@/lib/importing/fields";
import type { RowCells } from "@/lib/importing/row-cells";
import type { QuantityReading, UnitSaid } from "@/lib/importing/units/read-quantity";
import type { NumberWriting } from "@/lib/importing/units/read-value";
import type { Candidate } from "@/lib/reading/candidate";

interface Filled {
  readonly parts: Readonly<Record<string, unknown>>;
  readonly units: readonly UnitSaid[];
}

/** The field whose column may say another thing than the words. */
const FIELD_OF: Readonly<Record<string, FieldName>> = {
  value: "value",
  valueHigh: "value_high",
  wording: "wording",
  period: "period",
  asOf: "as_of",
};

/**
 * What the words of a source ("As worded") add to the parts of a figure: what no column says. Where a column and the words say
 * different numbers or wordings the row is refused; another time is a warning, for words may tell less. Null without such words.
 */
export function fillFromWords(
  cells: RowCells,
  { parts, isWorded }: Pick<QuantityReading, "parts" | "isWorded">,
  writing: NumberWriting,
  language: string | null,
): Filled | null {
  const words = cells.text("as_worded");
  const value = digitsIn(parts.value);
  // A value that could not be read is told already.
  if (!words || (value === null && cells.text("value"))) return null;
  const { format } = writing;
  const spoken = format === undefined || format === "plain" ? language : format;
  const reading = readWorded(words, value, spoken);
  if (!reading.ok) {
    cells.refuse("as_worded", reading.code, reading.message);
    return null;
  }
  const { found, doubt, isFall } = reading;
  if (doubt !== null) cells.warn("as_worded", "doubt", doubt);
  const filled: Record<string, unknown> = {};
  for (const [part, said] of Object.entries(saidBy(found))) {
    const own = parts[part];
    const isOpen = own === undefined || own === null || (part === "wording" && !isWorded);
    if (isOpen) filled[part] = said;
    else if (!isAlike(part, own, said, isFall)) tellConflict(cells, part, own, said);
  }
  if (found.unit === null) return { parts: filled, units: [] };
  const isForeign = spoken !== null && spoken !== "en" && spoken !== "zh";
  return { parts: filled, units: [{ field: "as_worded", isHeader: false, unit: found.unit, power: 0, isForeign }] };
}

/** What words say, in the parts of the figure input; those that they do not say are left out. */
function saidBy(found: Candidate): Readonly<Record<string, unknown>> {
  const { value, valueHigh, wording, qualifier, speaker, alternative, target } = found;
  return {
    value: { digits: value },
    wording,
    ...timeOf(found),
    ...(valueHigh === null ? {} : { valueHigh: { digits: valueHigh } }),
    ...(qualifier === null ? {} : { qualifier }),
    ...(speaker === null ? {} : { speaker }),
    ...(alternative === null ? {} : { alternative: { digits: alternative.digits }, alternativeUnit: alternative.unit }),
    ...(target ? { outlook: "target" } : {}),
  };
}

function isAlike(part: string, own: unknown, said: unknown, isFall: boolean): boolean {
  const [written, worded] = [digitsIn(own), digitsIn(said)];
  if (written !== null && worded !== null) {
    // Words may tell of a fall, and the column gives it a sign.
    return Number(written) === Number(worded) || (part === "value" && Number(written) === -Number(worded) && isFall);
  }
  return part === "period" || part === "asOf" ? spanOf(own) === spanOf(said) : own === said;
}

function tellConflict(cells: RowCells, part: string, own: unknown, said: unknown): void {
  const field = FIELD_OF[part];
  if (field === undefined) return;
  const [ours, words] = [own, said].map((one) => (digitsIn(one) ?? String(one)).replaceAll("_", " "));
  const message = `The words say “${words}” and the column “${cells.header(field)}” says “${ours}”`;
  if (part === "period" || part === "asOf") cells.warn("as_worded", "other_time", message);
  else cells.refuse("as_worded", "conflict", `${message}: put right whichever is wrong`);
}

function digitsIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "digits" in value ? String(value.digits) : null;
}

function spanOf(text: unknown): string {
  const reading = readDateSpan(String(text));
  return reading.ok ? spanText(reading.start, reading.end) : String(text);
}
