/**
 * The values of every enumeration of prisma/schema.prisma, by its name there and in its order. Code that offers, reads or checks such
 * values takes them from here; tests/structure/enums.test.ts compares them with the schema and with the rules of the database.
 */
export const ENUMS = {
  Wording: ["exactly", "about", "more_than", "at_least", "nearly", "less_than", "up_to", "between"],
  MetricKind: ["share", "count", "money", "rate", "duration", "index"],
  Accumulation: ["stock", "flow", "ratio"],
  HigherIs: ["better", "worse", "neither"],
  RegionLevel: ["country", "province", "city", "district", "zone"],
  Outlook: ["outcome", "target"],
  Release: ["preliminary", "final"],
  Status: ["draft", "published", "retracted"],
  SpeakerKind: ["official_statistic", "official_statement", "company", "outlet", "unnamed"],
  CitationRole: ["origin", "repeat"],
  DatePrecision: ["year", "month", "day"],
  ChartKind: ["bar", "dot", "line", "facts", "timeline"],
  AxisScale: ["linear", "log"],
  ChartRows: ["region", "period", "metric", "organisation"],
  LinkState: ["ok", "moved", "gone", "phrase_missing", "unreachable"],
  BatchStatus: ["running", "done", "undone"],
} as const;

/** A value of an enumeration. */
export type EnumValue<Name extends keyof typeof ENUMS> = (typeof ENUMS)[Name][number];
