import type { MetricGuess } from "@/lib/importing/look/table-look";
import { headerName, headerUnit, parseUnit } from "@/lib/importing/units/stated-unit";

/**
 * What a new metric would be, by the name that a file has for it, the unit that it states and what it says that is the unit of (null for none): for a
 * person to look at, never to be taken unseen. "Male" below "Live births (number)" is "Live births, male".
 */
export function proposeMetric(
  written: string,
  { unit: stated, of }: { readonly unit: string | null; readonly of: string | null },
): MetricGuess["proposal"] {
  const name = of === null || written.toLowerCase().includes(of.toLowerCase()) ? written : `${of}, ${written}`;
  const unit = stated ?? headerUnit(name);
  const parsed = unit === null ? null : parseUnit(unit);
  const named = headerName(name).slice(0, 160) || name.slice(0, 160);
  if (parsed === null || parsed.kind === "none" || parsed.kind === "number")
    return { name: named, unit: "", kind: "count" };
  // What stands behind the unit ("constant prices") belongs to what is measured.
  const full = name.slice(0, 160);
  if (parsed.kind === "percent") return { name: full, unit: "percent", kind: "rate" };
  if (parsed.kind === "points") return { name: full, unit: "percentage points", kind: "rate" };
  const [first = ""] = parsed.names;
  if (parsed.kind === "currency") return { name: full, unit: first, kind: "money" };
  return { name: named, unit: first.slice(0, 60), kind: "count" };
}
