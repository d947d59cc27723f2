import { z } from "zod";
import { byName } from "@/lib/figures/by-name";
import { type FigureSaid, NUMBER_FIELDS, type NumberField } from "@/lib/figures/figure-fields";
import { chartInput, milestoneInput } from "@/lib/schemas/resources/charts-and-milestones";
import { figureInput } from "@/lib/schemas/resources/figure";
import { metricInput } from "@/lib/schemas/resources/metric";
import { organisationInput, regionInput, topicInput } from "@/lib/schemas/resources/places";
import { sourceInput } from "@/lib/schemas/resources/source";
import { choice, optionalText } from "@/lib/schemas/text";

/** The resources that editors write, as they stand in addresses. */
export const RESOURCES = [
  "figures",
  "metrics",
  "regions",
  "organisations",
  "topics",
  "sources",
  "milestones",
  "charts",
] as const;
export type Resource = (typeof RESOURCES)[number];

/** A resource as an address names it; null for anything else. */
export function parseResource(text: string): Resource | null {
  return RESOURCES.find((resource) => resource === text) ?? null;
}

/** What a new row of each resource is made from. Parsing gives the canonical form; unknown keys are refused. */
export const INPUTS = {
  figures: figureInput,
  metrics: metricInput,
  regions: regionInput,
  organisations: organisationInput,
  topics: topicInput,
  sources: sourceInput,
  milestones: milestoneInput,
  charts: chartInput,
} as const;

/** A new row of a resource in canonical form. */
export type ResourceInput<N extends Resource> = z.output<(typeof INPUTS)[N]>;

/** Why a public number differs from before. */
export const CAUSES = ["typo", "source_corrected", "newer_figure", "retracted", "other"] as const;

/**
 * Why something is changed; both parts are needed where something published changes. `affectedFigures` says that whoever changes
 * the measure of a metric has seen what its figures would then say: how many they are.
 */
const whyShape = {
  cause: choice(CAUSES).nullable().default(null),
  reason: optionalText(500),
  affectedFigures: z.number({ error: "Write how many figures would change" }).int().min(0).optional(),
};
export const changeReason = z.strictObject(whyShape);
export type ChangeReasonFields = z.output<typeof changeReason>;

/** One thing that is wrong with an input: path in dotted form ("citations.0.source"), a code for programs, a sentence for people. */
export interface InputIssue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

type Parsed<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** Reads the body of a create. */
export function parseNew<N extends Resource>(resource: N, body: unknown): Parsed<ResourceInput<N>> {
  const result = INPUTS[resource].safeParse(body);
  return result.success
    ? { ok: true, data: result.data as ResourceInput<N> }
    : { ok: false, issues: issuesOf(result.error) };
}

/**
 * Reads the body of a change: any of the resource's fields, each right by itself, and why. What fields must be together is checked
 * by parseNew's rules on the changed row. The key of a row is not among the fields, so naming it is an unknown key.
 */
export function parseChange<N extends Resource>(
  resource: N,
  body: unknown,
): Parsed<{ readonly changes: Partial<ResourceInput<N>>; readonly changeReason: ChangeReasonFields }> {
  const { shape, schema } = changeOf(resource);
  const result = schema.safeParse(body);
  if (!result.success) return { ok: false, issues: issuesOf(result.error) };
  // Defaults have filled in what was not named: only what was named is changed.
  const data: Record<string, unknown> = result.data;
  const named = Object.keys(body as object).filter((name) => name in shape);
  const changes = Object.fromEntries(named.map((name) => [name, data[name]]));
  return {
    ok: true,
    data: {
      changes: changes as Partial<ResourceInput<N>>,
      changeReason: changeReason.parse({
        cause: data.cause,
        reason: data.reason,
        affectedFigures: data.affectedFigures,
      }),
    },
  };
}

const changeSchemas = new Map<
  Resource,
  { readonly shape: object; readonly schema: z.ZodType<Record<string, unknown>> }
>();

/** What a change of a resource is read by, made once: making it takes longer than reading. */
function changeOf(resource: Resource) {
  const known = changeSchemas.get(resource);
  if (known) return known;
  const { slug: _slug, code: _code, ...shape } = INPUTS[resource].shape as Record<string, z.ZodType>;
  const made = { shape, schema: z.strictObject({ ...shape, ...whyShape }).partial() };
  changeSchemas.set(resource, made);
  return made;
}

/** The body of a change of a resource: any of its fields but its key, and why. */
export function changeSchema(resource: Resource): z.ZodType {
  return changeOf(resource).schema;
}

/** What is wrong with a row in canonical form as a whole, after a change was laid over it; empty when nothing is. */
export function wholeIssues<N extends Resource>(resource: N, row: ResourceInput<N>): readonly InputIssue[] {
  const result = INPUTS[resource].safeParse(resource === "figures" ? withDigits(row as ResourceInput<"figures">) : row);
  return result.success ? [] : issuesOf(result.error);
}

/** The same figure with its numbers marked as plain digits, so that none is asked back. */
export function withDigits<Said extends Pick<FigureSaid, NumberField>>(figure: Said) {
  const marked = byName(NUMBER_FIELDS, (name) => {
    const digits = figure[name];
    return digits === null ? null : { digits };
  });
  return { ...figure, ...marked };
}

/** What is wrong, one entry for each thing, in the order of the fields. */
export function issuesOf(error: z.ZodError): readonly InputIssue[] {
  return error.issues.flatMap((issue) => flatten(issue, []));
}

function flatten(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly InputIssue[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => ({
      path: dotted([...path, name]),
      code: "unknown",
      message: `“${name.slice(0, 60)}” is not a field here: take it away`,
    }));
  }
  if (issue.code === "invalid_union") {
    // A key or a whole new record: what was meant is the branch whose type fits.
    const meant = issue.errors.find((branch) =>
      branch.some((inner) => inner.path.length > 0 || inner.code !== "invalid_type"),
    );
    if (meant) return meant.flatMap((inner) => flatten(inner, path));
    return [{ path: dotted(path), code: "invalid_type", message: issue.errors[0]?.[0]?.message ?? issue.message }];
  }
  const code = issue.code === "custom" ? String(issue.params?.code ?? "invalid") : issue.code;
  return [{ path: dotted(path), code, message: issue.message }];
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}
