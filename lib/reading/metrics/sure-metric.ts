import type { Stretch } from "@/lib/reading/article/split-text";
import { meaningsIn, withoutMeanings } from "@/lib/reading/chinese/meanings";
import { inOneWord, stems } from "@/lib/reading/english/stems";
import { type Counted, fitUnit, isOfChange, type Measure } from "@/lib/reading/metrics/fit-unit";

/** Words of a name that a sentence need not say: what kind of number it is shows in the unit. */
const KIND = new Set(stems("number total share percentage proportion rate the and for with from that its their"));
/** Words beside a figure that tell of nothing else: where, when, that there is so much of it. */
const NEUTRAL = new Set(
  stems(
    "the and for with from that than its their this these those there all own our his her now then today still already so far as has have had was were are been being is be " +
      "about around some roughly nearly almost over more less under fewer least most up to between approximately exactly only " +
      "number total share percent percentage proportion rate figure amount count counted count counts counting numbered stood stands stand came comes reached reach hit totalled totaled made make makes up accounted accounts account represented represents equalled exceeded passed topped home houses host hosts " +
      "year years month quarter half end beginning start early late last first second third fourth past previous same period time by in at of on during since until " +
      "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
      "country nation national nationwide province state city region district county area zone world there here it operates operate runs run " +
      "grew grow grows grown growing growth rose rise rises risen rising increased increase increases increasing climbed jumped expanded fell fall falls fallen falling declined decline decreased decrease dropped drop shrank down year-on-year annually compared " +
      "according said says official officials report data statistics bureau office ministry million billion trillion thousand hundred percent yuan dollars euros rupees reais pounds francs won yen rand lira pesos usd cny eur also however meanwhile " +
      "what who which where",
  ),
);
/** The same in Chinese, longest first, with what times and measures are written with. */
const NEUTRAL_ZH =
  /[\p{Script=Han}]{2,4}?(?:省|市|区|县)|截至|目前|已经|同比|环比|增长|增速|增幅|上升|下降|减少|减|增|达到|超过|突破|约有|左右|以上|以下|以内|将近|接近|大约|不到|全国|全省|全市|共有|拥有|其中|年底|年末|月底|月末|占比|占|比重|比上年|去年|今年|家|个|名|位|亿|万|千|百|元|人|年|月|日|底|末|的|有|共|为|达|至|到|约|近|超|逾|余|多|了|已|和|与|在/gu;
/** What tells of growth, whatever the name of the metric says for it. */
const GROWTH =
  /\b(?:growth|grow|grew|grown|ris|rose|increas|climb|expand|jump|fall|fell|declin|drop|decreas)|增长|增速|增幅|上升|下降/i;

/**
 * The one metric that a figure can stand under without a question: its unit is what the source counts, every word of its name is said
 * in the figure's own clause, and nothing is said there that may tell of something else. `own` is the stretch of the text that speaks
 * of this figure and of no other, `places` are names of places in the text. Null where none is sure.
 */
export function sureMetric<Metric extends Measure & { readonly slug: string }>(
  text: string,
  figure: Stretch & Counted,
  own: Stretch,
  metrics: readonly Metric[],
  places: readonly string[] = [],
): string | null {
  const clause = clauseOf(text, figure, own);
  const said = new Set([...stems(clause), ...meaningsIn(clause).flatMap(stems)]);
  if (figure.change !== null || GROWTH.test(clause)) for (const stem of stems("growth change")) said.add(stem);
  const fitting = metrics.flatMap((metric) => {
    if (fitUnit(figure, metric) !== "same") return [];
    const named = namedBy(metric);
    const isSaid = named.length > 0 && named.every((stem) => said.has(stem));
    return isSaid && isOfChange(metric) === tellsChange(figure, clause) ? [{ metric, named: new Set(named) }] : [];
  });
  const [best, ...others] = fitting.sort((a, b) => b.named.size - a.named.size);
  if (best === undefined) return null;
  // Another that is as fully said, and says something that this one does not: either may be meant.
  const isAlone = others.every(
    ({ named }) => named.size < best.named.size && [...named].every((stem) => best.named.has(stem)),
  );
  const rest = places.reduce((left, place) => left.replaceAll(place, " "), clause);
  return isAlone && !tellsMore(rest, best.metric) ? best.metric.slug : null;
}

/** The metrics of which sureMetric may name one for a figure of the text: those of whose names every word stands in it. */
export function mayBeSure<Metric extends Measure>(text: string, metrics: readonly Metric[]): readonly Metric[] {
  // A clause by itself may read otherwise than within the text: "gross" at its end is no GDP.
  const said = new Set([
    ...[text, ...text.split(/[,;:.，；：。、\n]|\p{N}+/u)].flatMap(stems),
    ...meaningsIn(text).flatMap(stems),
    ...stems("growth change"),
  ]);
  return metrics.filter((metric) => namedBy(metric).every((stem) => said.has(stem)));
}

const namedStems = new WeakMap<Measure, readonly string[]>();

/** Stems of the words of a metric's name that a clause has to say; looked up once for each metric. */
function namedBy(metric: Measure): readonly string[] {
  const known = namedStems.get(metric);
  if (known !== undefined) return known;
  const named = stems(metric.name).filter((stem) => !KIND.has(stem));
  namedStems.set(metric, named);
  return named;
}

/** Whether a percentage is said to be one of a change: by its verb, or as "growth of". */
function tellsChange({ unit, change, whole }: Counted, clause: string): boolean {
  if (unit?.kind !== "percent" && unit?.kind !== "points" && unit?.kind !== "times") return false;
  return change !== null || (whole === null && GROWTH.test(clause));
}

/** The words about a figure: back to the last comma before it, on to the next comma or "and" behind it. */
function clauseOf(text: string, figure: Stretch, own: Stretch): string {
  const before = text.slice(own.start, figure.start);
  const after = text.slice(figure.end, own.end);
  const start = before.search(/[^,;:，；：。、]*$/);
  const end = after.search(/[,;:.，；：。、]|\b(?:and|or|but|while|compared)\b|[和及与]/);
  return before.slice(start) + text.slice(figure.start, figure.end) + (end < 0 ? after : after.slice(0, end));
}

/** Whether a clause says more than the name of a metric, amounts, times and names of places. */
function tellsMore(clause: string, metric: Measure): boolean {
  const known = new Set([...stems(metric.name), ...stems(metric.unit), ...stems(metric.counted ?? "")]);
  const words = inOneWord(clause).match(/[\p{Script=Latin}\p{N}'’]+(?:-[\p{Script=Latin}]+)*/gu) ?? [];
  const isMore = words.some((word, index) => {
    // A name, unless it begins the sentence.
    if (/\d/.test(word) && !/\p{L}/u.test(word)) return false;
    if (index > 0 && /^\p{Lu}\p{Ll}/u.test(word)) return false;
    return stems(word).some((stem) => !known.has(stem) && !NEUTRAL.has(stem));
  });
  if (isMore) return true;
  const han = withoutMeanings(clause).replaceAll(NEUTRAL_ZH, "");
  return /\p{Script=Han}/u.test(han);
}
