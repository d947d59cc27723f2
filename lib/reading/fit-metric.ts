import type { MetricRef } from "@/lib/figures/figure";
import { countsAs } from "@/lib/reading/noun-units";
import type { PhraseReading } from "@/lib/reading/read-phrase";

type Measured = Pick<MetricRef, "name" | "unit" | "counted" | "kind"> & { readonly definition: string };

/** Words too common to tell metrics apart. */
const COMMON = new Set([
  "the",
  "and",
  "for",
  "with",
  "from",
  "that",
  "than",
  "more",
  "over",
  "this",
  "its",
  "their",
  "new",
]);

/** Whether the unit of a phrase is that of a metric; null where the phrase does not name one. */
export function fitsUnit(unit: PhraseReading["unit"], metric: Pick<Measured, "unit" | "counted">): boolean | null {
  if (unit === null) return null;
  if (unit.kind === "percent" || unit.kind === "times" || unit.kind === "place") return metric.unit === unit.text;
  if (unit.kind === "points") return metric.unit === "points" || metric.unit === "percentage points";
  if (unit.kind === "currency") return metric.unit === unit.text;
  if (metric.unit === "percent" || metric.unit === "points" || /^[A-Z]{3}$/.test(metric.unit)) return false;
  // Nouns of other languages cannot be compared with ours.
  if (/[^\p{Script=Latin}\p{N}\s'’-]/u.test(unit.text)) return null;
  if (countsAs(unit.text, metric.counted ?? metric.unit) || countsAs(unit.text, metric.unit)) return true;
  const own = new Set(words(`${metric.unit} ${metric.counted ?? ""}`));
  return words(unit.text).some((word) => own.has(word));
}

/** The metrics that a phrase is most likely about, best first, at most `most`: those of its unit that share its words. Empty where none stands out. */
export function suggestMetrics<Metric extends Measured>(
  phrase: string,
  unit: PhraseReading["unit"],
  metrics: readonly Metric[],
  most: number,
): readonly Metric[] {
  const said = new Set(words(phrase));
  const judged = metrics.flatMap((metric) => {
    const fits = fitsUnit(unit, metric);
    if (fits === false) return [];
    const shared = overlap(words(metric.name), said) * 2 + overlap(words(metric.definition), said);
    const score = shared + (fits === true && unit?.kind === "noun" ? 3 : 0);
    return score >= 2 ? [{ metric, score }] : [];
  });
  return judged
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ metric }) => metric);
}

function overlap(own: readonly string[], said: ReadonlySet<string>): number {
  return new Set(own.filter((word) => said.has(word))).size;
}

/** Words of three letters or more in lower case without the plural's ending. */
function words(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 2 && !COMMON.has(word))
    .map((word) => word.replace(/ies$/, "y").replace(/(?<=[^s])s$/, ""));
}
