import { EMPTY_CITATION, EMPTY_FIGURE, type FigureDraft } from "@/components/admin/figures/figure-draft";
import { numberTextOf } from "@/components/admin/figures/figure-record";
import type { DeskState, ReadFigure, Span } from "@/components/admin/reading/desk-state";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { suggestMetrics } from "@/lib/reading/fit-metric";
import { findMentions, type Mention, mostNamed, recordAt } from "@/lib/reading/fit-place";
import { headParagraphs } from "@/lib/reading/guess-head";
import { phraseAround } from "@/lib/reading/phrase-around";
import { metricsUsedWith, type UsedNouns } from "@/lib/reading/used-nouns";

/** Where the article names regions and organisations that are on record. */
export interface Mentions {
  readonly regions: readonly Mention[];
  readonly organisations: readonly Mention[];
}

/** Most metrics offered for one figure. */
const MOST_SUGGESTED = 4;

/** Looks for the regions and organisations on record in the article. */
export function mentionsIn(
  text: string,
  { regions, organisations }: Pick<FigureChoices, "regions" | "organisations">,
): Mentions {
  return {
    regions: findMentions(
      text,
      regions.map(({ code, name, nameLocal }) => ({
        key: code,
        names: nameLocal === null ? [name] : [name, nameLocal],
      })),
    ),
    organisations: findMentions(
      text,
      organisations.map(({ slug, name }) => ({ key: slug, names: [name, name.replace(/ \(.*\)$/, "")] })),
    ),
  };
}

/** The sentence of a figure. */
export function sentenceOf(state: DeskState, figure: ReadFigure): Span {
  return state.sentences[figure.sentence - 1] ?? figure;
}

/** The number of a paragraph as a reader of the article counts it: title and by-line have none ("head" is 0 or less). */
export function paragraphNumber({ text }: Pick<DeskState, "text">, paragraph: number): number | string {
  const number = paragraph - headParagraphs(text);
  return number > 0 ? number : "0 (head)";
}

/** What is on record, for suggestions. */
interface OnRecord {
  readonly choices: FigureChoices;
  readonly used: UsedNouns;
}

/** Metrics that a figure may be about, the likeliest first: those used before with its noun, then those whose unit and words fit its sentence. */
export function metricsFor(state: DeskState, figure: ReadFigure, { choices, used }: OnRecord): readonly string[] {
  const { start, end } = sentenceOf(state, figure);
  const unit = figure.unit === null || figure.unitKind === null ? null : { kind: figure.unitKind, text: figure.unit };
  const near = state.text.slice(Math.max(start, figure.start - 120), Math.min(end, figure.end + 80));
  const before = unit?.kind === "noun" ? metricsUsedWith(unit.text, used) : [];
  const known = before.filter((slug) => choices.metrics.some((metric) => metric.slug === slug));
  const fitting = suggestMetrics(near, unit, choices.metrics, MOST_SUGGESTED).map(({ slug }) => slug);
  // What both say comes first.
  const both = fitting.filter((slug) => known.includes(slug));
  return [...new Set([...both, ...known, ...fitting])].slice(0, MOST_SUGGESTED);
}

/** A figure of the article as the form would have it: what the text says, and what it is likely about. Nothing is invented: what is not known stays empty. */
export function draftOf(
  state: DeskState,
  figure: ReadFigure,
  { choices, used, mentions }: OnRecord & { readonly mentions: Mentions },
): FigureDraft {
  const sentence = sentenceOf(state, figure);
  const paragraph = state.paragraphs[figure.paragraph - 1] ?? sentence;
  const [metric = null] = metricsFor(state, figure, { choices, used });
  return {
    ...EMPTY_FIGURE,
    words: figure.text,
    metric,
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
    speaker: figure.speaker ?? "",
    outlook: figure.target ? "target" : "outcome",
    citations: [
      {
        ...EMPTY_CITATION,
        source: state.source,
        locator: `para ${paragraphNumber(state, figure.paragraph)}`,
        phrase: phraseAround(state.text, figure, sentence),
      },
    ],
  };
}
