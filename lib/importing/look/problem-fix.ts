/** Where all rows with one kind of problem are put right at once. */
export interface ProblemFix {
  readonly step: "table" | "columns" | "matches";
  /** What is done there. */
  readonly label: string;
}

const SOURCE: ProblemFix = { step: "columns", label: "Say the source of the file" };
const NAMES: ProblemFix = { step: "matches", label: "Say what these names stand for" };
const FIXES: readonly (readonly [RegExp, ProblemFix])[] = [
  [/^(?:unknown|ambiguous|retracted)_(?:region|metric|topic)$/, NAMES],
  [/^(?:unknown|ambiguous|retracted)_source$/, SOURCE],
  [/^(?:ambiguous|number_format)$/, { step: "columns", label: "Say how the file writes numbers" }],
  [/^ambiguous_time$/, { step: "columns", label: "Say what the times are" }],
  [/^too_long$/, { step: "columns", label: "Round numbers of more than 15 digits" }],
  [/unit/, { step: "columns", label: "Say the unit of all numbers" }],
  [
    /^(?:missing|not_a_number|field_twice|no_figures|rows_differ)$/,
    { step: "columns", label: "Look at what the columns are used for" },
  ],
  [/^(?:too_many_cells|header_twice|no_header)$/, { step: "table", label: "Look at where the table stands" }],
];

/** Parts of records that come with a file, as fields of an import are called. */
const OF_RECORD = /^(?:Metric|Region): /;

/** Where problems of a kind, by its code and column, are put right for all rows that have it; null where each is its own. */
export function fixOf(code: string, column: string | null): ProblemFix | null {
  if (code === "missing" && column === "Source") return SOURCE;
  if (code === "missing" && (column === "Metric" || column === "Region"))
    return { step: "columns", label: `Say the ${column.toLowerCase()} of the file` };
  if (column !== null && OF_RECORD.test(column)) return NAMES;
  return FIXES.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}
