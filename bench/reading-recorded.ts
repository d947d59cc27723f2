import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { Candidate, Unit } from "@/lib/reading/candidate";
import { countsAs } from "@/lib/reading/quantities/noun-units";
import { readText } from "@/lib/reading/read-text";

/** A recorded figure whose phrase is not read as people recorded it. */
export interface RecordedMiss {
  readonly id: string;
  readonly phrase: string;
  readonly what: "value" | "wording" | "unit";
  readonly recorded: string;
  readonly read: string;
}

type Row = Readonly<Record<string, string | undefined>>;

/**
 * Reads the phrase of every recorded figure and looks for the figure among what is read: its value, then its wording, then a unit
 * that does not speak against the metric's. A phrase that names no unit speaks against none.
 */
export function readRecorded(): {
  readonly count: number;
  readonly misses: readonly RecordedMiss[];
  readonly withoutUnit: number;
} {
  const units = new Map(rows("prisma/data/metrics.csv").map((row) => [row.metric_id, row.unit ?? ""]));
  const languages = new Map(rows("prisma/data/sources.csv").map((row) => [row.source_id, row.language ?? null]));
  const figures = rows("prisma/data/figures.csv");
  let withoutUnit = 0;
  const misses = figures.flatMap((row): RecordedMiss[] => {
    const unit = units.get(row.metric_id) ?? "";
    const { candidates } = readText(row.phrase ?? "", {
      language: languages.get(row.source_id) ?? null,
      published: row.period_end || row.as_of || null,
    });
    const miss = missOf(row, unit, candidates);
    if (miss === null && candidates.every((candidate) => candidate.unit === null)) withoutUnit += 1;
    return miss === null ? [] : [{ id: row.figure_id ?? "", phrase: row.phrase ?? "", ...miss }];
  });
  return { count: figures.length, misses, withoutUnit };
}

function missOf(
  row: Row,
  unit: string,
  candidates: readonly Candidate[],
): Pick<RecordedMiss, "what" | "recorded" | "read"> | null {
  const high = row.value_high ?? "";
  const ofValue = candidates.filter(
    ({ value, valueHigh }) => Number(value) === Number(row.value) && Number(valueHigh ?? 0) === Number(high),
  );
  if (ofValue.length === 0) {
    return { what: "value", recorded: row.value ?? "", read: candidates.map(({ value }) => value).join(", ") };
  }
  const wording = (row.qualifier ?? "").replace(/^exact$/, "exactly");
  const ofWording = ofValue.filter((one) => (one.qualifier ?? one.wording) === wording);
  if (ofWording.length === 0)
    return { what: "wording", recorded: wording, read: String(ofValue[0]?.qualifier ?? ofValue[0]?.wording) };
  if (ofWording.some((one) => fits(one, unit))) return null;
  return { what: "unit", recorded: unit, read: `${ofWording[0]?.unit?.text}` };
}

function fits({ unit: read, per }: Candidate, unit: string): boolean {
  if (read === null) return true;
  const plain: Readonly<Record<Unit["kind"], boolean>> = {
    percent: unit === "percent",
    points: unit === "percentage points" || unit === "points",
    currency: unit === read.text,
    times: unit === "times",
    place: unit === "place",
    noun: countsAs(read.text, unit) || (per !== null && countsAs(read.text, unit.replace(/ per .*/, ""))),
  };
  return plain[read.kind];
}

function rows(file: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(file, "utf8"), { header: true, skipEmptyLines: true }).data;
}
