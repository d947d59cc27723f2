import Papa from "papaparse";
import { type FigureRow, figureRow } from "@/lib/exports/figure-row";
import { FORMULA } from "@/lib/exports/formula-cells";
import type { Figure } from "@/lib/figures/figure";

const COLUMNS: readonly (keyof FigureRow)[] = [
  "figure",
  "metric",
  "metric_name",
  "unit",
  "region",
  "region_name",
  "organisation",
  "wording",
  "qualifier",
  "value",
  "value_high",
  "lower_bound",
  "lower_bound_included",
  "upper_bound",
  "upper_bound_included",
  "outlook",
  "period_start",
  "period_end",
  "as_of",
  "speaker",
  "speaker_kind",
  "phrase",
  "locator",
  "source",
  "source_title",
  "publisher",
  "published",
  "source_url",
  "further_sources",
  "alternative_value",
  "alternative_unit",
  "note",
  "version",
];

/**
 * Figures as CSV (RFC 4180: CRLF, one header row, UTF-8). Text that a spreadsheet could run as a formula gets an apostrophe
 * before it; numbers are left alone.
 */
export function figuresCsv(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const row = figureRow(figure);
    return COLUMNS.map((column) => row[column]);
  });
  return `${Papa.unparse({ fields: [...COLUMNS], data: rows }, { newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
}
