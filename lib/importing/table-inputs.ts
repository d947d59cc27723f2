import { spanText } from "@/lib/dates/date-text";
import { byName } from "@/lib/figures/by-name";
import { FIGURE_NAMES, fieldSpec } from "@/lib/figures/figure-fields";
import type { TableRow } from "@/lib/importing/table-row";

/** A row of our own table of metrics as the input of a metric. */
export function metricOf(row: TableRow) {
  return {
    name: row.text("name"),
    unit: row.text("unit"),
    kind: row.text("kind"),
    topic: row.text("topic"),
    definition: row.text("definition"),
    accumulation: row.text("accumulation"),
    shareOf: row.text("share_of"),
    counted: row.text("counted"),
    higherIs: row.text("higher_is"),
    shelfLifeMonths: row.number("shelf_life_months"),
  };
}

/** A row of our own table of sources as the input of a source. */
export function sourceOf(row: TableRow) {
  return {
    title: row.text("title"),
    publisher: row.text("publisher"),
    authors: row.text("author"),
    published: row.text("published_on"),
    url: row.text("url"),
    language: row.text("language"),
    kind: row.text("kind"),
    archiveUrl: row.text("archive_url"),
    archivedAt: row.text("archived_on"),
    accessed: row.text("accessed"),
    licence: row.text("licence"),
    note: row.text("note"),
  };
}

/** A row of our own table of figures as the input of a figure, without its citations. */
export function figureOf(row: TableRow) {
  return byName(FIGURE_NAMES, (name) => {
    const field = fieldSpec(name);
    if (field.kind === "span") return spanText(row.text(field.start.csv), row.text(field.end.csv)) || null;
    const text = row.text(field.csv);
    return field.kind === "number" && text !== null ? { digits: text } : text;
  });
}
