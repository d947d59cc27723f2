import type { NumberText } from "@/components/admin/fields/number-field";
import {
  EMPTY_CITATION,
  EMPTY_FIGURE,
  EMPTY_METRIC,
  type FigureDraft,
  type NewMetric,
} from "@/components/admin/figure-form/state/figure-draft";
import { numberTextOf } from "@/components/admin/figure-form/state/figure-record";
import { type PhraseReading, readPhrase } from "@/lib/reading/read-phrase";

/** Fields that a phrase may fill. */
const FILLED = [
  "wording",
  "value",
  "valueHigh",
  "qualifier",
  "alternative",
  "alternativeUnit",
  "period",
  "asOf",
  "speaker",
  "outlook",
] as const;
type Filled = Pick<FigureDraft, (typeof FILLED)[number]>;

/** The fields as a phrase fills them; those of an empty figure where it holds no number. */
function filledBy(words: string): Filled {
  const reading = readPhrase(words);
  return reading === null ? EMPTY_FIGURE : fieldsFrom(reading);
}

/** The fields of a figure as one number of a phrase fills them. */
export function fieldsFrom(reading: PhraseReading): Filled {
  return {
    wording: reading.wording,
    value: numberTextOf(reading.digits),
    valueHigh: numberTextOf(reading.digitsHigh),
    qualifier: reading.qualifier,
    alternative: numberTextOf(reading.alternative?.digits ?? null),
    alternativeUnit: reading.alternative?.unit ?? "",
    period: reading.period,
    asOf: reading.asOf,
    speaker: reading.speaker,
    outlook: reading.target ? "target" : "outcome",
  };
}

/** The kind and unit of a new metric as the words tell them; a count of nothing yet where they tell none. */
export function measureOf(words: string): Pick<NewMetric, "kind" | "unit"> {
  const unit = readPhrase(words)?.unit ?? null;
  if (unit === null) return { kind: EMPTY_METRIC.kind, unit: EMPTY_METRIC.unit };
  const kinds = {
    percent: "share",
    points: "rate",
    currency: "money",
    noun: "count",
    times: "rate",
    place: "rate",
  } as const;
  return { kind: kinds[unit.kind], unit: unit.text };
}

/**
 * A draft whose words have changed: fields that still say what the words before filled in (or nothing) follow the new words; what
 * the person wrote by hand stays. The phrase of the first citation follows as long as it is the words themselves.
 */
export function withWords(draft: FigureDraft, words: string): FigureDraft {
  const [before, after] = [filledBy(draft.words), filledBy(words)];
  const follows = (field: keyof Filled) =>
    sameText(draft[field], before[field]) || sameText(draft[field], EMPTY_FIGURE[field]);
  const filled = Object.fromEntries(FILLED.filter(follows).map((field) => [field, after[field]]));
  const { metric } = draft;
  const isNewMetric = metric !== null && typeof metric === "object";
  const followsUnit = isNewMetric && (metric.unit === "" || metric.unit === measureOf(draft.words).unit);
  const [first = EMPTY_CITATION, ...others] = draft.citations;
  const phrase = first.phrase === draft.words ? words : first.phrase;
  return {
    ...draft,
    ...filled,
    words,
    metric: followsUnit ? { ...metric, ...measureOf(words) } : metric,
    citations: [{ ...first, phrase }, ...others],
  };
}

function sameText(a: NumberText | null, b: NumberText | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
