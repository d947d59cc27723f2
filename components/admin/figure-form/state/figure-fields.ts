import type { FigureDraft } from "@/components/admin/figure-form/state/figure-draft";
import { fieldsOf } from "@/components/admin/record-form/definitions/field";
import { REFERENCES } from "@/components/admin/record-form/definitions/reference-definitions";
import { byName } from "@/lib/figures/by-name";
import { CITATION_FIELDS, CITATION_NAMES } from "@/lib/figures/citation-fields";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { FIGURE_FIELDS, FIGURE_NAMES } from "@/lib/figures/figure-fields";
import type { Counted } from "@/lib/reading/metrics/fit-unit";

/** What each part of the figure form is given. */
export interface FigurePart {
  readonly draft: FigureDraft;
  readonly choices: FigureChoices;
  /** What the source says that the number counts; null where it is not known. */
  readonly said: Counted | null;
  /** Lays changes over the draft. */
  readonly change: (changes: Partial<FigureDraft> | ((before: FigureDraft) => Partial<FigureDraft>)) => void;
}

/** Names of the fields, as they stand above them. */
const LABELS: Readonly<Record<string, string>> = {
  words: "The figure, in the source’s words",
  ...byName(FIGURE_NAMES, (name) => FIGURE_FIELDS[name].label),
  cause: "Kind of change",
  reason: "Reason",
  replacedBy: "What replaces it",
  source: "Source",
  ...byName(CITATION_NAMES, (name) => CITATION_FIELDS[name].label),
  slug: "Short name in addresses",
};

/** The label of a field by its path: "Metric", "New metric: name", "New topic: name", "Source 2: title". Null where there is no such field. */
export function labelOf(path: string): string | null {
  const parts = path.split(".");
  const last = labelIn(parts);
  if (last === null || parts.length === 1) return last;
  const inner = last.slice(0, 1).toLowerCase() + last.slice(1);
  if (parts[0] !== "citations") return `New ${parts.at(-2)}: ${inner}`;
  const number = Number(parts[1]) + 1;
  const isNewSource = parts[2] === "source" && parts.length > 3;
  if (number === 1) return isNewSource ? `New source: ${inner}` : last;
  return `${isNewSource ? "New source" : "Source"} ${number}: ${inner}`;
}

/** The label above the last field of a path: of the figure, or of the new record that it stands in ("metric", "name"). */
function labelIn(parts: readonly string[]): string | null {
  const [name = "", within = ""] = parts.toReversed();
  const [, definition] = Object.entries(REFERENCES).find(([resource]) => resource === `${within}s`) ?? [];
  const field = definition && fieldsOf(definition).find((one) => one.name === name);
  return field?.label ?? LABELS[name] ?? null;
}
