import { db } from "@/lib/data/db/client";
import { readableFile } from "@/lib/data/import/file";
import type { ImportOptions } from "@/lib/data/import/options";
import { type ImportRequest, runImport } from "@/lib/data/import/run-import";
import type { PlannedRow } from "@/lib/importing/plan";

const HEADER =
  "metric,region,organisation,wording,value,period,as_of,speaker,source,locator,phrase,note,source_title,source_url,source_publisher,source_kind,source_language";

/** What is asked of an import of a text, published unless told otherwise. */
export function request(
  text: string,
  options: Partial<ImportOptions> = {},
  changeReason: Partial<ImportRequest["changeReason"]> = {},
): ImportRequest {
  return {
    ...readableFile(new TextEncoder().encode(text)),
    label: "test.csv",
    options: { overrides: new Map(), format: undefined, status: "published", ...options },
    changeReason: { cause: null, reason: null, ...changeReason },
    author: { id: null, name: "test" },
  };
}

/** Does an import or a dry run; answers what came of it, with its rows. */
export async function run(asked: ImportRequest, mode: "dry-run" | "import" = "import") {
  const rows: PlannedRow[] = [];
  const outcome = await runImport(db(), asked, mode, {
    row: (row) => rows.push(row),
    again: () => rows.splice(0),
    step: async () => undefined,
  });
  return { ...outcome, rows };
}

/** Everything that an import could touch. */
export async function everything() {
  return JSON.stringify([
    await db().figure.findMany({ include: { citations: true } }),
    await db().metric.findMany(),
    await db().region.findMany(),
    await db().organisation.findMany(),
    await db().source.findMany(),
    await db().revision.count(),
    await db().importBatch.count(),
  ]);
}

const row = (cells: Readonly<Record<string, string>>) => {
  const all: Record<string, string> = {
    metric: "companies-attracted",
    region: "CN-GZ",
    wording: "about",
    value: "2,000",
    period: "2020",
    source: "china-daily-2019-guizhou-looms",
    locator: "para 90",
    phrase: "about 2,000 companies",
    ...cells,
  };
  return HEADER.split(",")
    .map((name) => `"${(all[name] ?? "").replaceAll('"', '""')}"`)
    .join(",");
};

/** CSV text of rows, each the sample with other cells. */
export const file = (...rows: Readonly<Record<string, string>>[]) => [HEADER, ...rows.map(row)].join("\r\n");
