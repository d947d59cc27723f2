import type { FigureContent } from "@/lib/figures/figure-fields";

/** What tells a figure from others where no key does. Times are EDTF text; null means not stated. */
export interface Identity {
  readonly metric: string;
  readonly region: string;
  readonly organisation: string | null;
  readonly period: string | null;
  readonly asOf: string | null;
  readonly outlook: string;
  readonly source: string | null;
  readonly locator: string | null;
}

/**
 * One text for what is measured, where, about whom, when, as outcome or target, and the place in the source that says so. The
 * as-of date counts only where no period is stated.
 */
export function identityText({
  metric,
  region,
  organisation,
  period,
  asOf,
  outlook,
  source,
  locator,
}: Identity): string {
  return JSON.stringify([metric, region, organisation, period ?? `as of ${asOf}`, outlook, source, locator]);
}

/** The identity of what is said of a figure, by its first citation. */
export function identityOf(content: FigureContent): string {
  return identityFrom(content, content.citations[0]?.locator ?? null);
}

/** The same wherever in its source it is said. */
export function claimOf(content: FigureContent): string {
  return identityFrom(content, null);
}

function identityFrom(content: FigureContent, locator: string | null): string {
  const { metric, region, organisation, period, asOf, outlook, citations } = content;
  return identityText({
    metric,
    region,
    organisation,
    period,
    asOf,
    outlook,
    source: citations[0]?.source ?? null,
    locator,
  });
}
