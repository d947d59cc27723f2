import { readPhrase } from "@/lib/reading/read-phrase";

/** Metrics by the nouns that figures were counted in under them, those used most first. */
export type MetricHints = Readonly<Record<string, readonly string[]>>;

/** Most metrics remembered for one noun. */
const MOST = 4;

/** Gathers which metrics were used with which counted noun, from phrases recorded before. */
export function metricHints(phrases: readonly { readonly metric: string; readonly phrase: string }[]): MetricHints {
  const counts = new Map<string, Map<string, number>>();
  for (const { metric, phrase } of phrases) {
    const unit = readPhrase(phrase)?.unit ?? null;
    if (unit?.kind !== "noun") continue;
    for (const noun of nounKeys(unit.text)) {
      const metrics = counts.get(noun) ?? new Map<string, number>();
      counts.set(noun, metrics.set(metric, (metrics.get(metric) ?? 0) + 1));
    }
  }
  return Object.fromEntries(
    [...counts].map(([noun, metrics]) => [
      noun,
      [...metrics]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST)
        .map(([metric]) => metric),
    ]),
  );
}

/** Metrics used before with a noun: the whole of it ("medical experts"), else its last word. Empty for one never counted. */
export function metricsUsedWith(noun: string, used: MetricHints): readonly string[] {
  for (const key of nounKeys(noun)) {
    const metrics = Object.hasOwn(used, key) ? used[key] : undefined;
    if (metrics !== undefined) return metrics;
  }
  return [];
}

/** A noun as it is looked up: in lower case and the singular, whole and its last word. */
function nounKeys(noun: string): readonly string[] {
  const whole = noun
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?<=[^s])s$/, "");
  const last = whole.split(" ").at(-1) ?? whole;
  return last === whole ? [whole] : [whole, last];
}
