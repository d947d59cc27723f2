import { z } from "zod";
import { ENUMS } from "@/lib/enums";
import type { FigureFilter, FilterChoices } from "@/lib/figures/view-models";

/** Query parameters as Next hands them to a page. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The region that the dashboard opens with. */
export const DEFAULT_REGION = "CN-GZ";
/** Value of `region` that stands for every region. */
export const ALL_REGIONS = "all";

/** The first value of a parameter, trimmed; null when it is missing or empty. */
export function firstValue(params: SearchParams, name: string): string | null {
  const raw = params[name];
  const value = (typeof raw === "string" ? raw : raw?.[0])?.trim();
  return value === undefined || value === "" ? null : value;
}

const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(z.number().int().min(1900).max(2100))
  .nullable()
  .catch(null);

/** A calendar year from 1900 to 2100; null when it is missing or nonsense. */
export function parseYear(params: SearchParams, name: string): number | null {
  return year.parse(firstValue(params, name));
}

/** Two years in order; either may be null. */
export function parseYears(params: SearchParams): { readonly fromYear: number | null; readonly toYear: number | null } {
  const [from, to] = [parseYear(params, "from"), parseYear(params, "to")];
  return from !== null && to !== null && from > to ? { fromYear: to, toYear: from } : { fromYear: from, toYear: to };
}

const key = z.string().max(200).nullable().catch(null);

/** The view that an address asks for. Anything that makes no sense falls to its default; keys are checked by settleView. */
export function parseView(params: SearchParams): FigureFilter {
  const region = key.parse(firstValue(params, "region"));
  return {
    region: region === ALL_REGIONS ? null : (region ?? DEFAULT_REGION),
    topic: key.parse(firstValue(params, "topic")),
    source: key.parse(firstValue(params, "source")),
    organisation: key.parse(firstValue(params, "organisation")),
    wording: z.enum(ENUMS.Wording).nullable().catch(null).parse(firstValue(params, "wording")),
    outlook: z.enum(ENUMS.Outlook).nullable().catch(null).parse(firstValue(params, "outlook")),
    ...parseYears(params),
    age: z.enum(["fresh"]).nullable().catch(null).parse(firstValue(params, "age")),
  };
}

/** The same view with keys that do not exist replaced by their defaults; region codes are found in any case. */
export function settleView(filter: FigureFilter, choices: FilterChoices): FigureFilter {
  const region = choices.regions.find(({ code }) => code.toLowerCase() === filter.region?.toLowerCase());
  const fallback = choices.regions.some(({ code }) => code === DEFAULT_REGION) ? DEFAULT_REGION : null;
  const known = (slug: string | null, all: readonly { readonly slug: string }[]) =>
    all.some((item) => item.slug === slug) ? slug : null;
  return {
    ...filter,
    region: filter.region === null ? null : (region?.code ?? fallback),
    topic: known(filter.topic, choices.topics),
    source: known(filter.source, choices.sources),
    organisation: known(filter.organisation, choices.organisations),
  };
}
