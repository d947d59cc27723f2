import type { NounInput } from "@/lib/schemas/nouns";

/**
 * What tells a figure from others where no key does: what is measured, where, about whom, when, as outcome or target, and the
 * place in the source that says so. The as-of date counts only where no period is stated.
 */
export function identityOf(input: NounInput<"figures">): string {
  const [citation] = input.citations;
  return JSON.stringify([
    input.metric,
    input.region,
    input.organisation,
    input.period ?? `as of ${input.asOf}`,
    input.outlook,
    citation?.source ?? null,
    citation?.locator ?? null,
  ]);
}
