import { extentText } from "@/components/dashboard/headline";
import type { CardContent, CardFigure } from "@/components/pictures/card-picture";
import { sourceLineText } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { CompareView } from "@/lib/figures/compare/compare-view";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import type { DashboardRecord, MetricView, RegionView, SourceView } from "@/lib/figures/view-models";
import { possessive, viewHeadline } from "@/lib/format/headline";
import { edtfShort, edtfText, periodText } from "@/lib/format/period";
import { numberText, wordingAsStated } from "@/lib/format/quantity";
import { countText, listText } from "@/lib/format/words";

/** A card without its address. */
export type Card = Omit<CardContent, "address" | "notDrawn">;

/** A title for those who see neither number nor picture: of one figure alone the number with its wording is in it. */
export function titleOf({ title, figures }: Card): string {
  const [only, ...others] = figures;
  if (only === undefined || others.length > 0) return title;
  const said = [only.words, only.number, only.unit].filter((part) => part !== "").join(" ");
  return `${title}, ${only.of}: ${said}`;
}

/** Which part of what a figure is about its card need not say again. */
type Known = "metric" | "region" | null;

function cardFigure(figure: Figure, known: Known): CardFigure {
  const { number, unit } = numberText(figure, figure.metric.counted ?? figure.metric.unit, LOCALE);
  const whose = figure.organisation?.name ?? (known === "region" ? null : figure.region.name);
  const target = figure.outlook === "target" ? "target" : null;
  const company = figure.speakerKind === "company" ? "claimed by the company" : null;
  const of = [whose, periodText(figure, LOCALE, edtfShort), target, company];
  return {
    words: wordingAsStated(figure),
    number: unit === "%" ? `${number}\u2009%` : number,
    unit: unit === "%" ? "" : unit,
    what: known === "metric" ? "" : figure.metric.name,
    of: of.filter((part) => part !== null).join(", "),
  };
}

/** "China Daily, 28 Feb 2019", of many sources how many. */
function fromText(figures: readonly Figure[]): string {
  const sources = sourcesOf(figures.flatMap(({ citations }) => citations.slice(0, 1)));
  return sources.length > 2
    ? countText(sources.length, "source", "sources", LOCALE)
    : sources.map((source) => sourceLineText({ source, locator: null })).join("; ");
}

const dated = (kind: string, asOf: string | null) =>
  asOf === null ? kind : `${kind}, as known on ${edtfText(asOf, LOCALE)}`;

/** A figure: what it measures, the number as its source worded it, and where it is from. */
export function cardOfFigure(figure: Figure, asOf: string | null): Card {
  const { metric, citations } = figure;
  const [origin] = citations;
  const source = origin ? sourceLineText(origin) : "";
  return { kind: dated("Figure", asOf), title: metric.name, figures: [cardFigure(figure, "metric")], source };
}

/** A metric: the newest outcome of up to three of the regions chosen. */
export function cardOfMetric({ metric, latest, chosen, asOf }: MetricView): Card {
  const codes = new Set(chosen.map(({ code }) => code));
  const figures = latest.filter(({ region }) => codes.has(region.code)).slice(0, 3);
  return {
    kind: dated("Metric", asOf),
    title: metric.name,
    figures: figures.map((figure) => cardFigure(figure, "metric")),
    source: `${fromText(figures)} · ${countText(metric.figureCount, "figure", "figures", LOCALE)} in all`,
  };
}

/** A region: up to three of its newest figures. */
export function cardOfRegion({ region, cards, extent, asOf }: RegionView): Card {
  return {
    kind: dated("Region", asOf),
    title: `${possessive(region.name)} tech industry in figures`,
    figures: cards
      .slice(0, 3)
      .map((figure) => cardFigure(figure, figure.region.code === region.code ? "region" : null)),
    source: extentText(extent, LOCALE),
  };
}

/** A view of the dashboard: up to three of its key figures. */
export function cardOfDashboard(record: DashboardRecord): Card {
  return {
    kind: dated("Dashboard", record.asOf),
    title: viewHeadline(record),
    figures: record.keyFigures.slice(0, 3).map((figure) => cardFigure(figure, null)),
    source: extentText(record.extent, LOCALE),
  };
}

/** A source: its title, and up to three of its figures. */
export function cardOfSource({ source, page }: SourceView): Card {
  return {
    kind: "Source",
    title: source.title,
    figures: page.figures.slice(0, 3).map((figure) => cardFigure(figure, null)),
    source: `${sourceLineText({ source, locator: null })} · ${countText(page.total, "figure", "figures", LOCALE)}`,
  };
}

/** A chart: up to three of the figures that it draws. */
export function cardOfChart({ title, subtitle, figures, milestones }: ChartSpec, asOf: string | null): Card {
  const shown = figures.slice(0, 3).map(({ figure, label }) => {
    const own = cardFigure(figure, null);
    return label === null ? own : { ...own, what: label };
  });
  const sources = sourcesOf(
    [...figures.map(({ figure }) => figure), ...milestones].flatMap(({ citations }) => citations),
  );
  const count = countText(sources.length, "source", "sources", LOCALE);
  const [only] = sources;
  const from = sources.length === 1 && only ? sourceLineText({ source: only, locator: null }) : count;
  return {
    kind: dated("Chart", asOf),
    title,
    figures: shown,
    source: [subtitle, from].filter((part) => part !== "").join(" · "),
  };
}

/** A comparison: the newest outcome of the first metric in up to three regions. */
export function cardOfComparison({ metrics, regions, cells }: CompareView): Card {
  const [first] = metrics;
  const newest = cells
    .filter(({ metric }) => metric === first?.slug)
    .flatMap(({ figures }) =>
      [...figures]
        .filter(({ outlook }) => outlook === "outcome")
        .sort(newestFirst)
        .slice(0, 1),
    );
  const shown = newest.slice(0, 3);
  return {
    kind: "Comparison",
    title: `${listText(
      metrics.map(({ name }) => name),
      LOCALE,
    )}: ${listText(
      regions.map(({ name }) => name),
      LOCALE,
    )}`,
    figures: shown.map((figure) => cardFigure(figure, metrics.length === 1 ? "metric" : null)),
    source: fromText(shown),
  };
}

function newestFirst(a: Figure, b: Figure): number {
  return (b.lastDay ?? 0) - (a.lastDay ?? 0);
}

/** What sources differ about: how many things. */
export function cardOfDisagreements(total: number): Card {
  return {
    kind: "Disagreements",
    title: `What sources differ about: ${countText(total, "thing", "things", LOCALE)} with claims that cannot all be true`,
    figures: [],
    source: "Claims side by side, each in its source’s own words",
  };
}

/** A page that has no figure of its own, or none that can be shown. */
export function cardOfSite(): Card {
  return {
    kind: "Regional tech industries",
    title: "Figures about regional tech industries, each in its source’s own words",
    figures: [],
    source: "Linked to the very phrase",
  };
}
