import type { Cell } from "@/lib/importing/files/read-csv";
import type { PlaceMatcher } from "@/lib/importing/places/match-place";
import { parseUnit } from "@/lib/importing/units/stated-unit";

/** "REF_AREA: Reference area": a dimension of SDMX with its name. */
const HEADER = /^([A-Z][A-Z0-9_]*): (\S.*)$/;
const CELL = /^([^\s:]+): (\S.*)$/;

/** The code in a header that SDMX-CSV writes with its name, or the ILO behind which it says that names follow; the header itself where there is none. */
export function headerCode(header: string): string {
  return HEADER.exec(header)?.[1] ?? header.replace(/\.label$/i, "");
}

/** Code and name of a cell ("DEU: Germany") in a column whose header has both; null for any other. */
export function labelledParts(cell: string, header: string): { readonly code: string; readonly label: string } | null {
  if (!HEADER.test(header)) return null;
  const [, code, label] = CELL.exec(cell.trim()) ?? [];
  return code === undefined || label === undefined ? null : { code, label };
}

/** Of "DEU: Germany" in a column that has codes with their names, the part that is known; any other cell as it is. */
export function partOf(cell: Cell, header: string, use: string, places: PlaceMatcher): Cell {
  const parts = typeof cell === "string" ? labelledParts(cell, header) : null;
  if (parts === null) return cell;
  if (use === "region") return places.match(parts.code).kind === "unknown" ? parts.label : parts.code;
  if (use === "unit") return parseUnit(parts.code).kind === "noun" ? parts.label : parts.code;
  return use === "metric" || use === "basis" ? parts.label : parts.code;
}
