/** What a column holds: for formats that tell numbers from text. */
export type ColumnType = "string" | "number" | "integer" | "boolean" | "datetime";

interface ColumnNote {
  readonly type: ColumnType;
  /** What it says, in a sentence. */
  readonly note: string;
}

const text = (note: string): ColumnNote => ({ type: "string", note });
const number = (note: string): ColumnNote => ({ type: "number", note });

/** What each column of a file of figures is; a test holds it against the columns. */
const NOTES: Readonly<Record<string, ColumnNote>> = {
  figure: text("Key of the figure: it never changes."),
  metric: text("Key of what is measured."),
  metric_name: text("Its name."),
  unit: text("Unit of every number in the row: a currency (ISO 4217), percent, points, or the counted noun."),
  region: text("Code of the place: ISO 3166, below that parent-place."),
  region_name: text("Its name."),
  organisation: text("Whom the figure is about; empty where it is about the place itself."),
  wording: text("How the source words the number: it decides the bounds."),
  qualifier: text("A word of the source that bounds nothing, such as record."),
  value: number("The number, in the unit, fully expanded; the lower one of two."),
  value_high: number("The upper number, where the source says between."),
  lower_bound: number("What the true value is not below; empty where the wording gives no such bound."),
  lower_bound_included: { type: "boolean", note: "Whether it may be the bound itself." },
  upper_bound: number("What the true value is not above; empty where the wording gives no such bound."),
  upper_bound_included: { type: "boolean", note: "Whether it may be the bound itself." },
  outlook: text("Outcome, or target for a plan or a forecast."),
  period_start: text("First date of the time that it is about (EDTF)."),
  period_end: text("Last date of that time (EDTF)."),
  as_of: text("The moment that it holds for (EDTF)."),
  speaker: text("Who says so, as the source names them; empty where the source itself does."),
  speaker_kind: text("What kind of speaker that is."),
  phrase: text("The words of the source that hold the number."),
  locator: text("Where in the source they stand."),
  source: text("Key of the source."),
  source_title: text("Its title."),
  publisher: text("Who published it."),
  published: text("When (EDTF)."),
  source_url: text("Where it is found."),
  further_sources: text("Keys of other sources that say the same, with semicolons between."),
  alternative_value: number("A conversion that the source states in the same breath."),
  alternative_unit: text("Its currency (ISO 4217)."),
  release: text("Which release of a statistic the number is of, where the source says so."),
  basis: text("What the source counts or compares with, where it says so."),
  looked_again: text("The day on which nothing newer was found."),
  note: text("What has to be known beside."),
  preferred_reason: text("Why this claim is shown before others about the same."),
  version: { type: "integer", note: "How many times the record was written: it rises with each change." },
  digits: text("The value with the digits that were written."),
  digits_high: text("The upper value with the digits that were written."),
  recorded_at: { type: "datetime", note: "When it was recorded here (UTC)." },
  figure_url: text("Its permanent page."),
  flags: text("What the source marks the number with, such as provisional or estimated."),
  disagreement: { type: "integer", note: "Number of the disagreement that it belongs to; the farthest apart is 1." },
};

/** The note of a column. Throws for a column without one. */
export function columnNote(name: string): ColumnNote {
  const note = NOTES[name];
  if (note === undefined) throw new Error(`Column ${name} has no note: write one`);
  return note;
}

/** The columns of the list of sources that goes with a file, in order, with what each says. */
export const SOURCE_COLUMNS = [
  { name: "source", type: "string", note: "Key of the source." },
  { name: "title", type: "string", note: "Its title." },
  { name: "publisher", type: "string", note: "Who published it." },
  { name: "published", type: "string", note: "When (EDTF)." },
  { name: "url", type: "string", note: "Where it is found." },
  { name: "figures", type: "integer", note: "How many figures of the file are cited from it." },
] as const satisfies readonly ({ readonly name: string } & ColumnNote)[];
