import "server-only";
import { type Citable, figureLine, figureRecord, pageLine, pageWork, type Retrieved } from "@/lib/citation/citable";
import { bibtex } from "@/lib/citation/formats";
import { sourceReference } from "@/lib/citation/short-reference";
import { REFERENCE_STYLES } from "@/lib/citation/styled-item";
import { references } from "@/lib/csl/references";
import { findFigure } from "@/lib/data/public/figures";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findFigureViewThen } from "@/lib/data/public/past/figure-then";
import { findViewWork } from "@/lib/data/public/reuse/view-work";
import { findSourceRecord } from "@/lib/data/public/sources";
import { isoDay } from "@/lib/dates/edtf";
import { siteAddress } from "@/lib/env";
import type { SourceRef } from "@/lib/figures/figure";
import type { FigureView } from "@/lib/figures/view-models";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import type { ReuseSubject } from "@/lib/schemas/reuse/subject";

/** Sources of a view that are named in full; a longer list would be no citation but a bibliography, which the files are. */
const MOST_NAMED = 4;

/** How the view of a subject is cited today, in the language of the page (BCP 47); null where there is no such view. */
export async function findCitable(subject: ReuseSubject, locale: string): Promise<Citable | null> {
  const { kind, key } = subject;
  if (kind === "source") {
    const source = await findSourceRecord(key);
    return source && citeSource(source, locale);
  }
  if (kind === "figure") {
    const { knownOn, problem } = await readAskedDay(parseAsOf(subject.parameters));
    if (problem !== null) return null;
    const view = await (knownOn === null ? findFigure(key) : findFigureViewThen(key, knownOn));
    return view && citeFigure(view, knownOn?.date ?? null, locale);
  }
  const view = await findViewWork(subject, locale);
  if (view === null) return null;
  const page = retrieved(subject.address, view.asOf);
  const work = pageWork(`footnote-${subject.key || kind}`, view.title, page, locale);
  return {
    ...(await cite(work, null)),
    line: pageLine(work, page, locale),
    files: FILES.map(({ format, name }) => ({ name, href: paths.citationsFile(subject.address, format) })),
    sources: view.sources && (await nameSources(view.sources)),
  };
}

/** How a source is cited. */
export async function citeSource(source: SourceRef, locale: string): Promise<Citable> {
  return {
    ...(await cite(source, null)),
    line: sourceReference(source, locale),
    files: filesOf("sources", source.slug),
    sources: null,
  };
}

/** How a figure is cited, as it is shown of a day (null: of today); null for one without a source. */
export async function citeFigure(
  view: Pick<FigureView, "figure" | "history">,
  asOf: string | null,
  locale: string,
): Promise<Citable | null> {
  const { figure } = view;
  const [origin] = figure.citations;
  if (origin === undefined) return null;
  const { url } = retrieved(paths.figure(figure.id, { asOf }), asOf);
  return {
    ...(await cite(origin.source, recordOf(view, asOf, locale))),
    line: figureLine(figure, origin, url, locale),
    // The files tell of today.
    files: asOf === null ? filesOf("figures", figure.id) : [],
    sources: null,
  };
}

/** What is said of a figure beside its source (see figureRecord); null for one without a source. */
export function recordOf(
  { figure, history }: Pick<FigureView, "figure" | "history">,
  asOf: string | null,
  locale: string,
): string | null {
  const [origin] = figure.citations;
  const page = { ...retrieved(paths.figure(figure.id, { asOf }), asOf), revision: history.at(-1)?.id ?? null };
  return origin ? figureRecord(figure, origin, page, locale) : null;
}

/** A page of this site, read today: pages are made anew on the next day. */
export function retrieved(address: string, asOf: string | null): Retrieved {
  return { url: new URL(address, siteAddress()).href, day: isoDay(new Date()), asOf };
}

async function cite(source: SourceRef, record: string | null) {
  const written = await references(source);
  return {
    title: source.title,
    language: source.language,
    references: REFERENCE_STYLES.map(({ key, name }) => ({
      name,
      text: record === null ? written[key] : `${written[key]} ${record}`,
    })),
    bibtex: bibtex(source, record),
  };
}

async function nameSources(sources: readonly SourceRef[]): Promise<Citable["sources"]> {
  const few = sources.length <= MOST_NAMED ? sources : [];
  return { named: (await Promise.all(few.map(references))).map(({ apa }) => apa), total: sources.length };
}

const FILES = [
  { format: "bib", name: "BibTeX" },
  { format: "ris", name: "RIS" },
  { format: "json", name: "CSL-JSON" },
] as const;

function filesOf(resource: "figures" | "sources", key: string): Citable["files"] {
  return FILES.map(({ format, name }) => ({ name, href: paths.citationFile(resource, key, format) }));
}
