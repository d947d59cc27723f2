import type { FieldName } from "@/lib/importing/fields";
import type { FileRow } from "@/lib/importing/files/read-csv";
import { fieldOfHeader } from "@/lib/importing/match-columns";
import { textOfCell } from "@/lib/importing/table/cell-kind";
import { isDimensionName } from "@/lib/importing/table/header-uses";
import { headerCode } from "@/lib/importing/table/labelled";

/** What a row with one cell alone says of the rows below it: "地区：吉林省" that they are about a region. */
export interface Section {
  /** Null for words that name no field. */
  readonly field: FieldName | null;
  readonly text: string;
}

const TOTAL =
  /^(?:grand |sub)?(?:totals?|sum|insgesamt|gesamt|zusammen|summe|somme|ensemble|totale|合计|总计|小计)\s*[:：]?$/i;

/** What a row says where only one of its cells is filled; null for any other row. */
export function sectionOf({ cells }: FileRow): Section | null {
  const texts = cells.map(textOfCell).filter((text) => text !== "");
  const [text, another] = texts;
  if (text === undefined || another !== undefined) return null;
  const [, name, said] = /^([^:：]{1,40})[:：]\s*(.+)$/.exec(text) ?? [];
  if (name === undefined || said === undefined) return { field: null, text };
  const { field, by } = fieldOfHeader(name);
  const isNamed = field !== null && (by === "name" || by === "synonym");
  return { field: isNamed ? field : null, text: isNamed ? said.trim() : text };
}

/** Whether a name is that of a sum over other rows: “Total”, not “Total exports”. The total of sexes or ages is what is counted. */
export function isSum(text: string, header: string): boolean {
  return TOTAL.test(text.trim()) && !isDimensionName(headerCode(header));
}
