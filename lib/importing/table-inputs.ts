import { spanText } from "@/lib/figures/date-text";
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
  const digits = (name: string) => {
    const text = row.text(name);
    return text === null ? null : { digits: text };
  };
  return {
    metric: row.text("metric"),
    region: row.text("region"),
    organisation: row.text("organisation"),
    wording: row.text("wording"),
    qualifier: row.text("qualifier"),
    value: digits("value"),
    valueHigh: digits("value_high"),
    alternative: digits("alternative"),
    alternativeUnit: row.text("alternative_unit"),
    period: spanText(row.text("period_start"), row.text("period_end")) || null,
    asOf: row.text("as_of"),
    speaker: row.text("speaker"),
    speakerKind: row.text("speaker_kind"),
    outlook: row.text("outlook"),
    note: row.text("note"),
  };
}
