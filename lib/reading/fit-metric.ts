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
  if (unit.text === metric.unit) return true;
  if (unit.kind === "percent" || unit.kind === "times" || unit.kind === "place") return metric.unit === unit.text;
  if (unit.kind === "points") return metric.unit === "points" || metric.unit === "percentage points";
  if (unit.kind === "currency") return metric.unit === unit.text;
  if (metric.unit === "percent" || metric.unit === "points" || /^[A-Z]{3}$/.test(metric.unit)) return false;
  if (countsAs(unit.text, metric.counted ?? metric.unit) || countsAs(unit.text, metric.unit)) return true;
  // Other nouns of other languages cannot be compared with ours.
  if (/[^\p{Script=Latin}\p{N}\s'’-]/u.test(unit.text)) return null;
  const own = new Set(words(`${metric.unit} ${metric.counted ?? ""}`));
  return words(unit.text).some((word) => own.has(word));
}

/** What Chinese words mean that metrics are about. */
const MEANING: Readonly<Record<string, string>> = {
  企业: "companies",
  公司: "companies",
  独角兽: "unicorns",
  医院: "hospitals",
  医疗机构: "medical institutions",
  专家: "experts",
  服务器: "servers",
  机架: "racks",
  数据中心: "data centres",
  基站: "base stations",
  算力: "computing power",
  带宽: "bandwidth",
  大数据: "big data",
  数字经济: "digital economy",
  软件: "software",
  电信: "telecommunications",
  生产总值: "GDP",
  收入: "revenue",
  营收: "revenue",
  投资: "investment",
  出口: "exports",
  就业: "jobs",
  用户: "users",
};
/** Least that is taken for a likeness: a third of the words of a name that many share. */
const LEAST = 0.7;
/** Words of a phrase that speak of growth, whatever the name of the metric says for it. */
const GROWTH = /\b(?:increas|grow|grew|rose|rise|surg|jump|climb|expand)|\bup\b|增长|增速|增幅|上升/i;

/** What is known of a figure beside its phrase and unit: metrics used before with its noun, those used most first; what it is a share of. */
interface Beside {
  readonly most: number;
  readonly before?: readonly string[];
  readonly whole?: string | null;
}

/**
 * The metrics that a phrase is most likely about, best first, at most `most`: of its unit, by the words they share (a word of few
 * metrics tells more than one of many), by what it is a share of, and by having been used before with its noun. Empty where none
 * stands out.
 */
export function suggestMetrics<Metric extends Measured & { readonly slug: string }>(
  phrase: string,
  unit: PhraseReading["unit"],
  metrics: readonly Metric[],
  { most, before = [], whole = null }: Beside,
): readonly Metric[] {
  const ofWhole = new Set(words(whole ?? ""));
  const meant = Object.entries(MEANING).flatMap(([word, meaning]) => (phrase.includes(word) ? words(meaning) : []));
  const said = new Set([...words(phrase), ...meant, ...(GROWTH.test(phrase) ? words("growth") : [])]);
  const own = metrics.map(({ name, definition }) => [new Set(words(name)), new Set(words(definition))] as const);
  const among = new Map<string, number>();
  for (const [name] of own) for (const word of name) among.set(word, (among.get(word) ?? 0) + 1);
  const tells = (stems: ReadonlySet<string>) =>
    [...stems].reduce((sum, word) => (said.has(word) ? sum + 1 / Math.sqrt(among.get(word) ?? 1) : sum), 0);
  const judged = metrics.flatMap((metric, index) => {
    const fits = fitsUnit(unit, metric);
    const [name, definition] = own[index] ?? [];
    if (fits === false || name === undefined || definition === undefined) return [];
    const place = before.indexOf(metric.slug);
    const used = place < 0 ? 0 : 3 / (place + 1);
    const shared = [...name].some((word) => ofWhole.has(word)) ? 5 : 0;
    const counts = fits === true && unit?.kind === "noun" ? 1 : 0;
    const score = tells(name) * 2 + tells(definition) + counts + shared + used;
    return score >= LEAST ? [{ metric, score }] : [];
  });
  return judged
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ metric }) => metric);
}
/** Stems of the words of three letters or more: their first six letters, in the singular. */
function words(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 2 && !COMMON.has(word))
    .map((word) =>
      word
        .replace(/ies$/, "y")
        .replace(/(?<=[^s])s$/, "")
        .slice(0, 6),
    );
}
