import type { FieldName } from "@/lib/importing/fields";
import type { Cell } from "@/lib/importing/files/read-csv";
import type { NewMetric, NewRegion } from "@/lib/importing/table/recipe";

/** Fields that every row of a shaped table may have, with what is said of regions and metrics that are made. */
export const SHAPED_FIELDS: readonly FieldName[] = [
  ...(["metric", "region", "value", "unit", "unit_multiplier", "flags", "outlook"] as const),
  ...(["phrase", "locator", "basis"] as const),
  ...(["region_name", "region_name_local", "region_level", "region_parent"] as const),
  ...(["metric_name", "metric_unit", "metric_kind", "metric_topic", "metric_definition"] as const),
  ...(["metric_accumulation", "metric_share_of", "metric_counted"] as const),
];

type Said = Partial<Record<FieldName, string>>;

/** What a row says of a region that is made. */
export function regionFields({ code, name, nameLocal, level, parent }: NewRegion): Said {
  return {
    region: code,
    region_name: name,
    region_level: level,
    ...(nameLocal === null ? {} : { region_name_local: nameLocal }),
    ...(parent === null ? {} : { region_parent: parent }),
  };
}

/** What a row says of a metric that is made. */
export function metricFields(metric: NewMetric): Said {
  const { slug, name, unit, kind, topic, definition, accumulation, shareOf, counted } = metric;
  const said: Readonly<Partial<Record<FieldName, string | null>>> = {
    metric: slug ?? name,
    metric_name: name,
    metric_unit: unit,
    metric_kind: kind,
    metric_topic: topic,
    metric_definition: definition,
    metric_accumulation: accumulation,
    metric_share_of: shareOf,
    metric_counted: counted,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)) as Said;
}

/** What the file says of a figure by being its source: the cell as the phrase, its place, by row and name of its column, as the locator. */
export function ownCitation(cell: Cell, [row, column]: readonly [number, string], sheet: string | null): Said {
  return {
    phrase: typeof cell === "string" ? cell.trim() : [cell.digits, cell.unit].filter(Boolean).join(" "),
    locator: `${sheet === null ? "" : `sheet ${sheet}, `}row ${row}, ${column}`.slice(0, 200),
  };
}
