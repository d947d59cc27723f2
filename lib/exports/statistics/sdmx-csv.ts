import { csvRows, type TableCell } from "@/lib/exports/csv-table";
import { FIGURE_COLUMNS, type FigureTable, type FigureToExport, figureTable } from "@/lib/exports/figure-row";
import { sdmxTime } from "@/lib/exports/statistics/sdmx-time";

/** Columns of a file of figures that have names of their own in SDMX. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  figure: "FIGURE",
  region: "REF_AREA",
  value: "OBS_VALUE",
  unit: "UNIT_MEASURE",
};
const FIRST = Object.keys(OWN_NAMES);
const OTHERS = FIGURE_COLUMNS.filter((name) => !FIRST.includes(name));

/**
 * Figures of one metric as SDMX-CSV 2.0, set after set: the figure, its area and time are the dimensions, since several sources may say the
 * same of one time; wording, bounds, source and all else that a file of figures has are attributes. `site` is where the site is found, without a slash at its end.
 */
export async function* sdmxCsv(
  metric: string,
  sets: AsyncIterable<readonly FigureToExport[]>,
  site: string,
): AsyncGenerator<string> {
  const table = figureTable({ site, disagreementOf: null });
  const structure = ["datastructure", `FOOTNOTE:${metric.toUpperCase().replaceAll("-", "_")}(1.0.0)`, "I"];
  const head = [
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "FIGURE",
    "REF_AREA",
    "TIME_PERIOD",
    "OBS_VALUE",
    "UNIT_MEASURE",
  ];
  yield csvRows([[...head, "OBS_STATUS", ...OTHERS.map((name) => name.toUpperCase())]]);
  for await (const figures of sets) yield csvRows(figures.map((figure) => [...structure, ...rowOf(figure, table)]));
}

function rowOf(figure: FigureToExport, table: FigureTable): readonly TableCell[] {
  const cells = table.cells(figure);
  const cell = (name: string) => cells[FIGURE_COLUMNS.indexOf(name)] ?? null;
  const [key, area, value, unit] = FIRST.map(cell);
  return [
    key ?? null,
    area ?? null,
    sdmxTime(figure),
    value ?? null,
    unit ?? null,
    statusOf(figure),
    ...OTHERS.map(cell),
  ];
}

/** Code list CL_OBS_STATUS of SDMX by what a source marks a number with. All of its marks stand in the column FLAGS. */
const STATUSES: readonly (readonly [RegExp, string])[] = [
  [/\bprovisional\b|\bpreliminary\b/i, "P"],
  [/\bbreak\b/i, "B"],
  [/\bestimated\b/i, "E"],
  [/\blow reliability\b/i, "U"],
];

/** One code of that list: forecast, provisional and so on; A for a normal figure. */
function statusOf({ outlook, release, flags }: FigureToExport): string {
  if (outlook === "target") return "F";
  if (release === "preliminary") return "P";
  return STATUSES.find(([words]) => words.test(flags ?? ""))?.[1] ?? "A";
}
