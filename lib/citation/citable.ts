import { locatorText } from "@/lib/citation/locator";
import { shortReference } from "@/lib/citation/short-reference";
import type { Citation, Figure, SourceRef, SpeakerKind } from "@/lib/figures/figure";
import { edtfShort, edtfText, periodText } from "@/lib/format/period";
import { wordedQuantity } from "@/lib/format/quantity";

/** Everything by which something can be cited, in words. */
export interface Citable {
  readonly title: string;
  /** ISO 639-1, of what is cited. */
  readonly language: string;
  /** The one-line form. */
  readonly line: string;
  /** References by the names of their styles. */
  readonly references: readonly { readonly name: string; readonly text: string }[];
  readonly bibtex: string;
  /** The same for reference managers, by the names of the formats. */
  readonly files: readonly { readonly name: string; readonly href: string }[];
  /** Sources behind a view of this site: some in full, and how many there are; null for a figure, a source and what has none. */
  readonly sources: { readonly named: readonly string[]; readonly total: number } | null;
}

/** A page of this site as it was read: its whole address, the day (yyyy-mm-dd, UTC), and the day it was shown of, null for today. */
export interface Retrieved {
  readonly url: string;
  readonly day: string;
  readonly asOf: string | null;
}

/** Who says it, where nobody is named. */
const SAID_BY: Readonly<Record<SpeakerKind, string>> = {
  official_statistic: "an official statistic",
  official_statement: "an official statement",
  company: "a company",
  outlet: "the outlet itself",
  unnamed: "somebody not named",
};

/** A page of this site as a work. It has no date of its own: the day on which it was read stands for it. */
export function pageWork(slug: string, title: string, page: Retrieved, locale: string): SourceRef {
  return {
    ...{ slug, type: "webpage", kind: "page", publisher: "Footnote", authors: null, published: null, language: "en" },
    ...{ title: `${title}${knownText(page, locale)}`, url: page.url, accessed: page.day },
  };
}

/** ", as known on 1 March 2022"; nothing for today. */
function knownText({ asOf }: Retrieved, locale: string): string {
  return asOf === null ? "" : `, as known on ${edtfText(asOf, locale)}`;
}

/** "“more than 9,500 companies” (Companies attracted, Guizhou, 2018)": the source's own words, else the figure's, and what they are about. */
function statement(figure: Figure, origin: Citation, locale: string): string {
  const { metric, region, organisation } = figure;
  const words = origin.phrase === null ? wordedQuantity(figure, locale) : `“${origin.phrase}”`;
  const about = [metric.name, organisation?.name ?? null, region.name, periodText(figure, locale)];
  return `${words} (${about.filter((part) => part !== null).join(", ")})`;
}

/**
 * What a citation of a figure says beside the reference of its source: the phrase, where it stands, who says it, and the record of it
 * here, at a revision (its number; null where none is known) on a day.
 */
export function figureRecord(
  figure: Figure,
  origin: Citation,
  page: Retrieved & { readonly revision: number | null },
  locale: string,
): string {
  const said = `said by ${figure.speaker ?? SAID_BY[figure.speakerKind]}`;
  const words = [statement(figure, origin, locale), locatorText(origin.locator), said].filter((part) => part !== null);
  const revision = page.revision === null ? "" : `, revision ${page.revision}`;
  const here = `Footnote, ${page.url}${revision}${knownText(page, locale)}, retrieved ${edtfText(page.day, locale)}`;
  return `${words.join(", ")}; ${here}.`;
}

/** A figure in one line: "China Daily, 28 Feb 2019, para. 5: “…” (…). Footnote, https://…/figures/x". */
export function figureLine(figure: Figure, origin: Citation, url: string, locale: string): string {
  return `${shortReference(origin, locale)}: ${statement(figure, origin, locale)}. Footnote, ${url}`;
}

/** A page of this site in one line. */
export function pageLine({ title }: Pick<SourceRef, "title">, { url, day }: Retrieved, locale: string): string {
  return `Footnote: “${title}”, ${url}, retrieved ${edtfShort(day, locale)}`;
}
