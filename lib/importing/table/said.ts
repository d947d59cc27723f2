import type { FieldName } from "@/lib/importing/fields";
import type { Cell } from "@/lib/importing/files/read-csv";
import { textOfCell } from "@/lib/importing/table/cell-kind";
import type { TableColumn } from "@/lib/importing/table/headers";
import { labelledParts } from "@/lib/importing/table/labelled";
import type { TableUses } from "@/lib/importing/table/propose-uses";
import type { TableFacts } from "@/lib/importing/table/scan-table";
import { partOfYear, periodOf } from "@/lib/importing/times/periods";
import { headerName, headerUnit, parseUnit } from "@/lib/importing/units/stated-unit";

/** What is said of a number so far, by field. */
export type Said = Partial<Record<FieldName, Cell>>;

/** A part of a metric's name, and a unit, is added to those before it; anything else replaces. */
export function joined(before: Said, said: Said): Said {
  const [first, second] = [textOfCell(before.metric), textOfCell(said.metric)];
  const isUnit = textOfCell(before.unit) !== "" && textOfCell(said.unit) !== "";
  return {
    ...said,
    ...(first === "" || second === "" ? {} : { metric: `${first}, ${second}` }),
    ...(isUnit ? { unit: beside(before.unit, said.unit ?? "") } : {}),
  };
}

/** "Jan" above a number in a row of 2019. */
export function partIn(said: Said, says: Said): Said {
  const year = says.period === undefined ? undefined : /^\d{4}(?=年?$)/.exec(textOfCell(said.period))?.[0];
  const part = year === undefined ? null : partOfYear(textOfCell(says.period));
  return year === undefined || part === null ? {} : { period: periodOf({ year, ...part }) };
}

/** What a row says in a column of units in which others have one: no metric is in it, so that it is asked about. */
export const NO_UNIT = "no unit, where other rows have one";

/** What two columns of units say together: "million" and "NOK". */
export function beside(before: Cell | undefined, cell: Cell): Cell {
  const [first, second] = [textOfCell(before), textOfCell(cell)];
  // "Quantity" above the numbers says nothing that the unit of a row does not.
  const isNumber = parseUnit(second).kind === "number";
  return first === "" || first.includes(second) || isNumber ? before || cell : [first, second].join(" ");
}

/** A place, and the unit of its row where that stands behind its name: "Greece (EUR million)". */
export function placeIn(cell: Cell, { unit }: Said): Said {
  const text = textOfCell(cell);
  const own = /[)\]）]$/.test(text) && unit === undefined ? headerUnit(text) : null;
  const { kind, power } = parseUnit(own ?? "");
  // "England (all)" is no place in lek, whose code is ALL.
  const isWord = kind === "currency" && /^[a-z]{3}$/.test(own ?? "");
  const isUnit = own !== null && !isWord && (power > 0 || /^(?:percent|points|index|currency)$/.test(kind));
  return isUnit ? { region: headerName(text), unit: own } : { region: cell };
}

/** The flag of a number of a later year than the last one that is no estimate, as the IMF says it in each row; "" for any other. */
export function estimateFlag(lastYear: Cell | undefined, { period }: Said): string {
  const [last, year] = [lastYear, period].map(textOfCell).map((text) => Number(/^\d{4}/.exec(text)?.[0]));
  return (year ?? Number.NaN) > (last ?? Number.NaN) ? "e" : "";
}

/** The margin of error of a number, for its note; nothing where the cell has no number. */
export function noteOf(margin: string, { note }: Said): Said {
  if (!/\d/.test(margin)) return {};
  const said = `Margin of error in the file: ± ${margin.replace(/^(?:±|\+\/[-−])\s*/, "")}.`;
  return { note: [textOfCell(note), said].filter(Boolean).join(" ") };
}

/** What a description says of the source, unless a person names one. */
export function unlessSaid(described: Said, said: Said): Said {
  return said.source === undefined
    ? described
    : Object.fromEntries(Object.entries(described).filter(([field]) => !field.startsWith("source_")));
}
/** The different times of a table, in its rows or its header. */
export function timesOf(facts: TableFacts, uses: TableUses): readonly string[] {
  return uses.roles.flatMap(({ use, column }) => {
    if (use === "period") return [...(facts.columns[column.index]?.texts.keys() ?? [])];
    return use === "across" ? column.levels.filter((_, at) => uses.levels[at] === "period") : [];
  });
}

/** The flags in a cell of their own: of "p: provisional" the letter. */
export function flagsIn(cell: Cell | undefined, column: TableColumn): string {
  const text = textOfCell(cell);
  return labelledParts(text, column.name)?.code ?? text;
}
