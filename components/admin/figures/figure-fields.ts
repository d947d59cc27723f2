import { type Issue, messageAt } from "@/components/admin/fields/error-summary";
import type { FigureDraft } from "@/components/admin/figures/figure-draft";
import { byName } from "@/lib/figures/by-name";
import { CITATION_FIELDS, CITATION_NAMES } from "@/lib/figures/citation-fields";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { FIGURE_FIELDS, FIGURE_NAMES } from "@/lib/figures/figure-fields";
import type { Counted } from "@/lib/reading/fit-unit";

/** What each part of the figure form is given. */
export interface FigurePart {
  readonly draft: FigureDraft;
  readonly choices: FigureChoices;
  readonly issues: readonly Issue[];
  /** What the source says that the number counts; null where it is not known. */
  readonly said: Counted | null;
  /** Lays changes over the draft; messages at the changed fields go away. */
  readonly change: (changes: Partial<FigureDraft>) => void;
  /** Takes the figure from new words of the source. */
  readonly changeWords: (words: string) => void;
}

/** The message at a field of the form, or null. */
export function errorAt({ issues }: Pick<FigurePart, "issues">, path: string): string | null {
  return messageAt(issues, path);
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
  name: "Name",
  kind: "Kind",
  unit: "Unit",
  counted: "What is counted",
  shareOf: "Share of what",
  accumulation: "How it adds up",
  definition: "Definition",
  topic: "Topic",
  code: "Code",
  nameLocal: "Name in the local script",
  level: "Level",
  parent: "Lies in",
  url: "Address",
  title: "Title",
  publisher: "Publisher",
  authors: "By-line",
  published: "Published",
  language: "Language",
  archiveUrl: "Archived copy",
  archivedAt: "Archived on",
  slug: "Short name in addresses",
};

/** The label of a field by its path: "Metric", "New metric: name", "New topic: name", "Source 2: title". Null where there is no such field. */
export function labelOf(path: string): string | null {
  const parts = path.split(".");
  const last = LABELS[parts.at(-1) ?? ""] ?? null;
  if (last === null || parts.length === 1) return last;
  const inner = last.slice(0, 1).toLowerCase() + last.slice(1);
  if (parts[0] !== "citations") return `New ${parts.at(-2)}: ${inner}`;
  const number = Number(parts[1]) + 1;
  const isNewSource = parts[2] === "source" && parts.length > 3;
  if (number === 1) return isNewSource ? `New source: ${inner}` : last;
  return `${isNewSource ? "New source" : "Source"} ${number}: ${inner}`;
}
