import type { Issue } from "@/components/admin/fields/error-summary";
import { digitsOf } from "@/components/admin/fields/number-field";
import type { FigureDraft } from "@/components/admin/figure-form/state/figure-draft";
import { numberTextOf } from "@/components/admin/figure-form/state/figure-record";
import { metricOf, previewFigure } from "@/components/admin/figure-form/state/preview-figure";
import { LOCALE } from "@/components/ui/locale";
import type { Wording } from "@/lib/figures/figure";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { exactNumber } from "@/lib/format/number";
import { wordedQuantity } from "@/lib/format/quantity";
import { isCurrency, unitText } from "@/lib/format/unit";
import { type Counted, fitUnit, isOfChange, type Measure } from "@/lib/reading/metrics/fit-unit";
import { readPhrases } from "@/lib/reading/read-phrase";

/** What stands between what a source counts and the metric it is put under. */
export interface MetricQuestion {
  /** Names the question: what was agreed to once is not asked again, and another metric is another question. */
  readonly key: string;
  readonly text: string;
  /** What a person agrees to, with what readers would see; null where there is no agreeing. */
  readonly agree: string | null;
  /** Whether a person has agreed to it: nothing stands in the way then. */
  readonly isAgreed: boolean;
  /** The number as a fall; null where it is none, or none yet. */
  readonly negative: Pick<FigureDraft, "wording" | "value" | "valueHigh"> | null;
}

/**
 * What the words of a draft say of the number that is recorded: of the first as long as there is none, of their only one where it is
 * another. Null where they hold several others, or no number.
 */
export function saidBy(draft: FigureDraft): Counted | null {
  const words = draft.words.trim() === "" ? (draft.citations[0]?.phrase ?? "") : draft.words;
  const readings = readPhrases(words);
  const digits = digitsOf(draft.value);
  const [first = null] = readings;
  if (digits === null || first === null) return first;
  const isIt = (said: string) => Math.abs(Number(said)) === Math.abs(Number(digits));
  const found = readings.find((reading) => isIt(reading.digits));
  if (found !== undefined) return found;
  const converted = readings.find(({ alternative }) => alternative !== null && isIt(alternative.digits))?.alternative;
  if (converted == null) return readings.length === 1 ? first : null;
  const kind = isCurrency(converted.unit) ? "currency" : "noun";
  return { unit: { kind, text: converted.unit }, per: null, whole: null, change: null };
}

/** What has to be asked before a draft can stand under its metric; null where nothing has to be. */
export function questionOf(draft: FigureDraft, said: Counted | null, choices: FigureChoices): MetricQuestion | null {
  const ref = metricOf(draft, choices);
  if (ref === null || said === null || ref.unit === "") return null;
  const metric = { ...ref, definition: choices.metrics.find(({ slug }) => slug === ref.slug)?.definition ?? "" };
  const question = fallQuestion(draft, said, metric) ?? unitQuestion(draft, said, metric, choices);
  return question === null ? null : { ...question, isAgreed: question.agree !== null && draft.agreed === question.key };
}

/** The same as a message at the metric. What stood in a record before it was changed is not asked about. */
export function metricIssues(draft: FigureDraft, said: Counted | null, choices: FigureChoices): readonly Issue[] {
  const { base } = draft;
  const isAsItWas =
    base !== null &&
    base.metric === draft.metric &&
    base.value === digitsOf(draft.value) &&
    [draft.words, draft.citations[0]?.phrase].every((text) => text === (base.citations[0]?.phrase ?? ""));
  const question = isAsItWas ? null : questionOf(draft, said, choices);
  return question === null || question.isAgreed
    ? []
    : [{ path: "metric", code: "unit_mismatch", message: question.text }];
}

type Question = Omit<MetricQuestion, "isAgreed">;
type Asked = Measure & { readonly slug: string };

function unitQuestion(draft: FigureDraft, said: Counted, metric: Asked, choices: FigureChoices): Question | null {
  const fit = fitUnit(said, metric);
  if (fit === "same") return null;
  const key = `${fit} ${metric.slug} ${metric.unit} ${said.unit?.text ?? ""}`;
  const own = metric.counted ?? unitText(metric.unit, "");
  const figure = previewFigure(draft, choices);
  const reads = figure === null ? own : wordedQuantity(figure, LOCALE);
  const text =
    said.change !== null && !isOfChange(metric)
      ? `The source says by how much it ${said.change === "up" ? "rose" : "fell"}; “${metric.name}” is no change but the level itself, in ${own}.`
      : fit === "unsaid"
        ? `The source does not say beside the number what it counts; this metric is in ${own}.`
        : `The source says ${saidText(said)}; this metric is in ${own}.`;
  if (fit === "clash") return { key, text: `${text} Choose another metric.`, agree: null, negative: null };
  return { key, text, agree: `It is the same here: it will read “${reads}”`, negative: null };
}

/** A fall that stands as a positive number, under a metric that can have negative ones. */
function fallQuestion(draft: FigureDraft, said: Counted, metric: Asked): Question | null {
  const digits = digitsOf(draft.value);
  if (said.change !== "down" || digits === null || !(Number(digits) > 0)) return null;
  if (fitUnit(said, metric) === "clash") return null;
  const negative = asFall(draft);
  return {
    key: `fall ${metric.slug}`,
    text: `A fall: record ${exactNumber(`-${digits}`, LOCALE)}?`,
    agree: `No: the metric counts falls, and ${exactNumber(digits, LOCALE)} is right`,
    negative,
  };
}

const MIRRORED: Readonly<Record<Wording, Wording>> = {
  exactly: "exactly",
  about: "about",
  more_than: "less_than",
  less_than: "more_than",
  at_least: "up_to",
  up_to: "at_least",
  // A fall of nearly 3 has not come to −3: there is no wording for "just above" but the one that gives the same bound.
  nearly: "more_than",
  between: "between",
};

/** The number of a draft as a fall: −3.2 for 3.2, with the wording that bounds it from the same side. */
function asFall({ wording, value, valueHigh }: FigureDraft): Pick<FigureDraft, "wording" | "value" | "valueHigh"> {
  const negative = (text: typeof value) => {
    const digits = digitsOf(text);
    return digits === null ? "" : numberTextOf(`-${digits}`);
  };
  const isRange = wording === "between";
  return {
    wording: MIRRORED[wording],
    value: negative(isRange ? valueHigh : value),
    valueHigh: isRange ? negative(value) : "",
  };
}

/** “resident firms”, percent, “base stations” per 10,000 people. */
function saidText({ unit, per, whole, change }: Counted): string {
  if (unit === null) return "no unit";
  const name = unit.kind === "noun" ? `“${unit.text}”` : unitText(unit.text, "");
  const of = whole === null ? "" : ` of ${whole}`;
  const by = per === null ? "" : ` per ${per}`;
  return `${name}${of}${by}${change === null ? "" : `, ${change}`}`;
}
