import { meaningsIn } from "@/lib/reading/chinese/meanings";
import { stems } from "@/lib/reading/english/stems";
import { type Counted, fitUnit, type Measure } from "@/lib/reading/metrics/fit-unit";

/** Least that is taken for a likeness: a third of the words of a name that many share. */
const LEAST = 0.7;
/** Words of a phrase that speak of growth, whatever the name of the metric says for it. */
const GROWTH = /\b(?:increas|grow|grew|rose|rise|surg|jump|climb|expand)|\bup\b|增长|增速|增幅|上升/i;

/** What is asked of a suggestion: how many to name; metrics used before with its noun, those used most first. */
interface Beside {
  readonly most: number;
  readonly before?: readonly string[];
}

/**
 * The metrics that a phrase is most likely about, best first, at most `most`: of its unit, by the words they share (a word of few
 * metrics tells more than one of many), by what it is a share of, and by having been used before with its noun. Empty where none
 * stands out.
 */
export function suggestMetrics<Metric extends Measure & { readonly slug: string }>(
  phrase: string,
  figure: Counted,
  metrics: readonly Metric[],
  { most, before = [] }: Beside,
): readonly Metric[] {
  const ofWhole = new Set(stems(figure.whole ?? ""));
  const said = new Set([
    ...stems(phrase),
    ...meaningsIn(phrase).flatMap(stems),
    ...(GROWTH.test(phrase) ? stems("growth") : []),
  ]);
  const { own, among } = wordsOf(metrics);
  const tells = (words: ReadonlySet<string>) =>
    [...words].reduce((sum, word) => (said.has(word) ? sum + 1 / Math.sqrt(among.get(word) ?? 1) : sum), 0);
  const judged = metrics.flatMap((metric, index) => {
    const fit = fitUnit(figure, metric);
    const [name, definition] = own[index] ?? [];
    if (fit === "clash" || name === undefined || definition === undefined) return [];
    const place = before.indexOf(metric.slug);
    const used = place < 0 ? 0 : 3 / (place + 1);
    const shared = [...name].some((word) => ofWhole.has(word)) ? 5 : 0;
    const counts = fit === "same" && figure.unit?.kind === "noun" ? 1 : 0;
    // What may be another thing goes behind what is not.
    const doubt = fit === "doubtful" ? 1 : 0;
    const score = tells(name) * 2 + tells(definition) + counts + shared + used;
    return score >= LEAST ? [{ metric, score: score - doubt }] : [];
  });
  return judged
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ metric }) => metric);
}

interface MetricWords {
  /** Stems of the name and of the definition of each metric. */
  readonly own: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[];
  /** In how many names each stem stands. */
  readonly among: ReadonlyMap<string, number>;
}

const known = new WeakMap<readonly Measure[], MetricWords>();

/** The words of a list of metrics, looked up once for each list: there may be thousands. */
function wordsOf(metrics: readonly Measure[]): MetricWords {
  const found = known.get(metrics);
  if (found !== undefined) return found;
  const own = metrics.map(({ name, definition }) => [new Set(stems(name)), new Set(stems(definition))] as const);
  const among = new Map<string, number>();
  for (const [name] of own) for (const word of name) among.set(word, (among.get(word) ?? 0) + 1);
  known.set(metrics, { own, among });
  return { own, among };
}
