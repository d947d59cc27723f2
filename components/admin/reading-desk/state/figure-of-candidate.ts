import {
  EMPTY_CITATION,
  EMPTY_FIGURE,
  type FigureDraft,
  type NewMetric,
} from "@/components/admin/figure-form/state/figure-draft";
import { numberTextOf } from "@/components/admin/figure-form/state/figure-record";
import {
  type DeskState,
  type ReadFigure,
  type Span,
  sentenceOf,
} from "@/components/admin/reading-desk/state/desk-state";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { headParagraphs } from "@/lib/reading/article/detect-metadata";
import { speakerKind } from "@/lib/reading/article/speaker-kind";
import type { Counted } from "@/lib/reading/metrics/fit-unit";
import { findMentions, type Mention, mostNamed, recordAt } from "@/lib/reading/metrics/match-records";
import { organisationNames, regionNames } from "@/lib/reading/metrics/record-names";
import { sureMetric } from "@/lib/reading/metrics/sure-metric";
import { phraseAround } from "@/lib/reading/phrase-around";
import { readPhraseFor } from "@/lib/reading/phrase-holds";

/** Where the article names regions and organisations that are on record. */
export interface Mentions {
  readonly regions: readonly Mention[];
  readonly organisations: readonly Mention[];
}

/** Looks for the regions and organisations on record in the article. */
export function mentionsIn(
  text: string,
  { regions, organisations }: Pick<FigureChoices, "regions" | "organisations">,
): Mentions {
  return {
    regions: findMentions(
      text,
      regions.map((region) => ({ key: region.code, names: regionNames(region) })),
    ),
    organisations: findMentions(
      text,
      organisations.map((organisation) => ({ key: organisation.slug, names: organisationNames(organisation) })),
    ),
  };
}

/** Figures that stand within the name of an organisation on record ("39 Internet Hospital") are doubted. */
export function withNamesDoubted(
  text: string,
  figures: readonly ReadFigure[],
  { organisations }: Mentions,
): readonly ReadFigure[] {
  return figures.map((figure) => {
    const name = organisations.find(({ start, end }) => start <= figure.start && figure.end <= end);
    if (name === undefined) return figure;
    const reason = `It stands in the name “${text.slice(name.start, name.end)}”: perhaps not a figure.`;
    return { ...figure, confidence: "low", reason };
  });
}

/** The kind and unit of a new metric for a figure, with its noun for a name. */
export function newMetricOf({
  unit,
  unitKind,
  whole,
}: ReadFigure): Pick<NewMetric, "name" | "kind" | "unit" | "shareOf"> {
  const text = unit ?? "";
  if (unitKind === "percent" && whole !== null) return { name: "", kind: "share", unit: text, shareOf: whole };
  const kind = unitKind === "currency" ? "money" : unitKind === "noun" || unitKind === null ? "count" : "rate";
  const name = kind === "count" ? text.slice(0, 1).toUpperCase() + text.slice(1) : "";
  return { name, kind, unit: text, shareOf: "" };
}

/** The number of a paragraph as a reader of the article counts it: title and by-line have none ("head" is 0 or less). */
export function paragraphNumber({ text }: Pick<DeskState, "text">, paragraph: number): number | string {
  const number = paragraph - headParagraphs(text);
  return number > 0 ? number : "0 (head)";
}

/** What the source says that a figure of the article counts. */
export function countedBy({ unit, unitKind, per, whole, change }: ReadFigure): Counted {
  return { unit: unit === null || unitKind === null ? null : { kind: unitKind, text: unit }, per, whole, change };
}

/** The words of its sentence near a figure: those that tell what it may be about. */
export function wordsNear(state: DeskState, figure: ReadFigure): string {
  const { start, end } = sentenceOf(state, figure);
  return state.text.slice(Math.max(start, figure.start - 120), Math.min(end, figure.end + 80));
}

/** The metric that a figure can stand under without a question, by its own words: those between the figures beside it. Null where none is sure. */
function sureMetricOf(
  state: DeskState,
  figure: ReadFigure,
  { metrics }: Pick<FigureChoices, "metrics">,
  { regions }: Mentions,
): string | null {
  const { start, end } = sentenceOf(state, figure);
  const figures = state.figures ?? [];
  const own = {
    start: Math.max(start, ...figures.filter((one) => one.end <= figure.start).map((one) => one.end)),
    end: Math.min(end, ...figures.filter((one) => one.start >= figure.end).map((one) => one.start)),
  };
  const places = regions.flatMap((one) =>
    one.start < own.start || one.end > own.end ? [] : [state.text.slice(one.start, one.end)],
  );
  return sureMetric(state.text, { ...countedBy(figure), start: figure.start, end: figure.end }, own, metrics, places);
}

/** The phrase of a figure; that of a fall reaches as far as the words that tell it. */
function phraseOf({ text }: DeskState, figure: ReadFigure, sentence: Span): string {
  const around = phraseAround(text, figure, sentence);
  if (figure.change !== "down" || figure.value === null || Number(figure.value) <= 0) return around;
  const said = { digits: figure.value, digitsHigh: figure.valueHigh };
  const clause = phraseAround(text, { start: clauseStart(text, figure, sentence), end: figure.end }, sentence);
  const whole = phraseAround(text, { start: figure.start, end: clauseEnd(text, figure, sentence) }, sentence);
  return [around, clause, whole].find((phrase) => readPhraseFor(said, phrase).check.kind === "fall") ?? around;
}

function clauseStart(text: string, { start }: Span, sentence: Span): number {
  return start - (/[^,;，；。]*$/.exec(text.slice(sentence.start, start))?.[0].trimStart().length ?? 0);
}

function clauseEnd(text: string, { end }: Span, sentence: Span): number {
  return end + (/^[^,;.，；。]*/.exec(text.slice(end, sentence.end))?.[0].length ?? 0);
}

/** Where the region of a figure comes from, in words, where its sentence does not name it; null where it does. */
export function regionDoubt(
  state: DeskState,
  figure: ReadFigure,
  { region }: Pick<FigureDraft, "region">,
  { regions }: Mentions,
): string | null {
  const named = regions.filter(({ key }) => key === region);
  const within = ({ start, end }: Span) => named.some((one) => one.start >= start && one.end <= end);
  if (named.length === 0 || within(sentenceOf(state, figure))) return null;
  const isInParagraph = within(state.paragraphs[figure.paragraph - 1] ?? figure);
  return isInParagraph
    ? "Named in the paragraph, not in the sentence of the figure"
    : "Not named in this paragraph: the article names it elsewhere";
}

/** The speaker of a figure; one who goes by a single name ("Wang said") as the article named them last in full. */
function fullName({ figures }: DeskState, { speaker, start }: ReadFigure): string | null {
  if (speaker === null || /[\s,（]/.test(speaker)) return speaker;
  const before = (figures ?? []).flatMap((one) => (one.start < start && one.speaker !== null ? [one.speaker] : []));
  return before.findLast((name) => (name.split(",")[0] ?? "").split(" ").includes(speaker)) ?? speaker;
}

/** A figure of the article as the form would have it: what the text says, and what it is likely about. Nothing is invented: what is not known stays empty. */
export function draftOf(
  state: DeskState,
  figure: ReadFigure,
  { choices, mentions }: { readonly choices: FigureChoices; readonly mentions: Mentions },
): FigureDraft {
  const sentence = sentenceOf(state, figure);
  const paragraph = state.paragraphs[figure.paragraph - 1] ?? sentence;
  const speaker = fullName(state, figure);
  const phrase = phraseOf(state, figure, sentence);
  return {
    ...EMPTY_FIGURE,
    words: phrase,
    metric: sureMetricOf(state, figure, choices, mentions),
    region: recordAt(mentions.regions, figure, sentence, paragraph) ?? mostNamed(mentions.regions),
    organisation: recordAt(mentions.organisations, figure, sentence, paragraph),
    wording: figure.wording ?? "exactly",
    value: numberTextOf(figure.value),
    valueHigh: numberTextOf(figure.valueHigh),
    qualifier: figure.qualifier,
    alternative: numberTextOf(figure.alternative?.digits ?? null),
    alternativeUnit: figure.alternative?.unit ?? "",
    period: figure.period ?? "",
    asOf: figure.asOf ?? "",
    speaker: speaker ?? "",
    speakerKind: speakerKind(speaker),
    outlook: figure.target ? "target" : "outcome",
    citations: [
      {
        ...EMPTY_CITATION,
        source: state.source,
        locator: `para ${paragraphNumber(state, figure.paragraph)}`,
        phrase,
      },
    ],
  };
}
