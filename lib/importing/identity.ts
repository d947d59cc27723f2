import type { FigureContent } from "@/lib/importing/judge-row";

/**
 * What tells a figure from others where no key does: what is measured, where, about whom, when, as outcome or target, and the
 * place in the source that says so. The as-of date counts only where no period is stated.
 */
export function identityOf(content: FigureContent): string {
  const [citation] = content.citations;
  return JSON.stringify([
    content.metric,
    content.region,
    content.organisation,
    content.period ?? `as of ${content.asOf}`,
    content.outlook,
    citation?.source ?? null,
    citation?.locator ?? null,
  ]);
}
