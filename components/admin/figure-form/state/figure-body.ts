import type { Issue } from "@/components/admin/fields/error-summary";
import type { NumberText } from "@/components/admin/fields/number-field";
import {
  type CitationDraft,
  type FigureDraft,
  isBlankCitation,
  speakerKindOf,
} from "@/components/admin/figure-form/state/figure-draft";
import { metricOf } from "@/components/admin/figure-form/state/preview-figure";
import type { WantedStatus } from "@/components/admin/record-form/definitions/record-spec";
import { REFERENCES } from "@/components/admin/record-form/definitions/reference-definitions";
import { toInput } from "@/components/admin/record-form/state/values";
import { byName } from "@/lib/figures/by-name";
import { CITATION_TEXTS } from "@/lib/figures/citation-fields";
import type { ChoiceResource, FigureChoices } from "@/lib/figures/figure-choices";
import { TYPED_FIELDS } from "@/lib/figures/figure-fields";
import { valuesInUnit } from "@/lib/importing/units/number-in-unit";
import { parseNew } from "@/lib/schemas/resources";

/** The body that the API takes, by field. */
export type FigureBody = Readonly<Record<string, unknown>>;

const orNull = (text: string) => (text.trim() === "" ? null : text);
const number = (value: NumberText) => (typeof value === "string" ? orNull(value) : value);

/** What is sent for a draft. A citation in which nothing stands is left out; a reference not made yet is missing. */
export function bodyOf(draft: FigureDraft, choices: FigureChoices): FigureBody {
  const { metric, region, organisation } = draft;
  const body = {
    metric: referenceBody("metrics", metric),
    region: referenceBody("regions", region),
    organisation: referenceBody("organisations", organisation) ?? null,
    wording: draft.wording,
    value: number(draft.value) ?? "",
    valueHigh: draft.wording === "between" ? number(draft.valueHigh) : null,
    qualifier: draft.wording === "exactly" ? draft.qualifier : null,
    alternative: number(draft.alternative),
    ...byName(TYPED_FIELDS, (name) => orNull(draft[name])),
    alternativeUnit: orNull(draft.alternativeUnit.toUpperCase()),
    speakerKind: speakerKindOf(draft, choices),
    outlook: draft.outlook,
    release: draft.release,
    citations: draft.citations.flatMap((citation) => {
      if (isBlankCitation(citation)) return [];
      const { source, role } = citation;
      return {
        source: referenceBody("sources", source),
        ...byName(CITATION_TEXTS, (name) => orNull(citation[name])),
        role,
      };
    }),
  };
  return valuesInUnit(body, metricOf(draft, choices));
}

/** A key, or a whole new record as its own form sends it; undefined where nothing is chosen. */
function referenceBody(resource: ChoiceResource, reference: string | null | object) {
  if (reference === null || typeof reference === "string") return reference ?? undefined;
  return toInput(REFERENCES[resource], { ...reference });
}

/** What keeps a new source from being saved, with paths of the form; nothing where one on record is chosen. */
export function sourceIssues(source: CitationDraft["source"]): readonly Issue[] {
  const path = "citations.0.source";
  if (source === null) return [{ path, code: "missing", message: "Choose the source, or add a new one" }];
  if (typeof source === "string") return [];
  const parsed = parseNew("sources", referenceBody("sources", source));
  return parsed.ok ? [] : parsed.issues.map((issue) => ({ ...issue, path: `${path}.${issue.path}` }));
}

/** Sentences for what the schema can only call missing. */
const MISSING: readonly (readonly [RegExp, string])[] = [
  [/^metric$/, "Choose the metric, or add a new one"],
  [/^region$/, "Choose the region, or add a new one"],
  [/^metric\.topic$/, "Choose the topic it stands under"],
  [/\.source$/, "Choose the source, or add a new one"],
];

/**
 * What keeps a draft from being saved with a status: the schema's own rules, with paths of the form. What the schema would find
 * only after the rest is right (a missing source, the ends of a range) is found at once.
 */
export function figureIssues(draft: FigureDraft, choices: FigureChoices, status: WantedStatus): readonly Issue[] {
  const body = bodyOf(draft, choices);
  const parsed = parseNew("figures", { ...body, status });
  const found: Issue[] = parsed.ok
    ? []
    : parsed.issues.map((issue) => ({ ...issue, path: formPath(draft, issue.path) }));
  const filled = draft.citations.filter((citation) => !isBlankCitation(citation));
  const own: Issue[] = [];
  if (status === "published" && filled.length === 0) {
    own.push({
      path: "citations.0.source",
      code: "missing",
      message: "A published figure needs a source: choose or add it, or save a draft",
    });
  }
  if (status === "published") {
    for (const [index, { phrase, ...citation }] of draft.citations.entries()) {
      if (phrase.trim() === "" && !isBlankCitation({ ...citation, phrase })) {
        own.push({
          path: `citations.${index}.phrase`,
          code: "missing",
          message: "Write the phrase that holds the number, or save a draft",
        });
      }
    }
  }
  const said = [...own, ...found.map(inOurWords)];
  return said.filter(({ path }, index) => said.findIndex((other) => other.path === path) === index);
}

function inOurWords(issue: Issue): Issue {
  const isMissing = issue.code === "missing" || issue.message === "Fill this in";
  const words = isMissing ? MISSING.find(([path]) => path.test(issue.path))?.[1] : undefined;
  return words === undefined ? issue : { ...issue, message: words };
}

/** The path in the form of a path in the body, where blank citations are left out. */
export function formPath(draft: FigureDraft, path: string): string {
  if (path === "citations") return "citations.0.source";
  const [, index, rest = ""] = /^citations\.(\d+)(.*)$/.exec(path) ?? [];
  if (index === undefined) return path;
  const kept = [...draft.citations.entries()].filter(([, citation]) => !isBlankCitation(citation));
  return `citations.${kept[Number(index)]?.[0] ?? 0}${rest === "" ? ".source" : rest}`;
}
