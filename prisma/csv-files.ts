import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import type { z } from "zod";
import * as rows from "@/lib/schemas/seed-rows";

const folder = path.join(import.meta.dirname, "data");

const FILES = {
  regions: rows.regionRow,
  topics: rows.topicRow,
  metrics: rows.metricRow,
  "metric-details": rows.metricDetailRow,
  sources: rows.sourceRow,
  speakers: rows.speakerRow,
  figures: rows.figureRow,
  milestones: rows.milestoneRow,
  charts: rows.chartRow,
} as const;

/** SHA-256 of everything that is seeded, hexadecimal. */
export function hashOfFiles(): string {
  const hash = createHash("sha256");
  for (const name of Object.keys(FILES)) hash.update(readFileSync(path.join(folder, `${name}.csv`)));
  return hash.digest("hex");
}

/** The rows of a file, checked; the error names file, row and column. */
export function read<Name extends keyof typeof FILES>(name: Name): z.output<(typeof FILES)[Name]>[] {
  const text = readFileSync(path.join(folder, `${name}.csv`), "utf8");
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`prisma/data/${name}.csv, row ${(errors[0].row ?? 0) + 2}: ${errors[0].message}`);
  return data.map((row, index) => {
    const result = FILES[name].safeParse(row);
    if (result.success) return result.data as z.output<(typeof FILES)[Name]>;
    const [issue] = result.error.issues;
    throw new Error(`prisma/data/${name}.csv, row ${index + 2}, ${issue?.path.join(".")}: ${issue?.message}`);
  });
}

/** Keys of rows with their internal ids; asking for an unknown key names the file that should have it. */
export class KeyIndex {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #file: string;
  constructor(file: string, entries: Iterable<readonly [string, number]>) {
    this.#file = file;
    this.#ids = new Map(entries);
  }
  get(key: string): number {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`“${key}” is not in prisma/data/${this.#file}.csv`);
    return id;
  }
}

/** Rows whose key is not in the database yet. */
export function missing<Row>(
  all: readonly Row[],
  keyOf: (row: Row) => string,
  present: readonly string[],
): readonly Row[] {
  const known = new Set(present);
  return all.filter((row) => !known.has(keyOf(row)));
}
