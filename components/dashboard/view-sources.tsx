import { SourceList } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { ChartSpec, Citation, Figure, SourceRef } from "@/lib/figures/figure";
import { countText, formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** The citations of all that a page shows, in the order in which a reader meets them. */
export function citationsOf(
  cards: readonly Figure[],
  charts: readonly ChartSpec[],
  figures: readonly Figure[],
): readonly Citation[] {
  return [
    ...cards,
    ...charts.flatMap((chart) => [
      ...chart.figures.map(({ figure }) => figure),
      ...chart.tableOnly,
      ...chart.milestones,
    ]),
    ...figures,
  ].flatMap(({ citations }) => citations);
}

/** The sources cited on a page: how many of those of the view they are, and how many more are of what charts set beside it. */
export function ViewSources({
  sources,
  citations,
  ofView,
}: {
  readonly sources: readonly SourceRef[];
  readonly citations: readonly Citation[];
  readonly ofView: readonly string[];
}) {
  if (sources.length === 0) return null;
  const own = new Set(ofView);
  const inView = sources.filter(({ slug }) => own.has(slug)).length;
  const beside = sources.length - inView;
  const all = countText(own.size, "source", "sources", LOCALE);
  return (
    <section>
      <h2>Sources</h2>
      <p className="lede">
        {inView === own.size
          ? `${own.size === 1 ? "The one source" : `All ${all}`} of this view`
          : `${formatCount(inView, LOCALE)} of the ${all} of this view, as far as they are cited above`}
        {beside > 0 ? `, and ${formatCount(beside, LOCALE)} more of what charts set beside it` : ""}.
      </p>
      <SourceList sources={sources} citations={citations} />
      {inView < own.size ? (
        <p className="after">
          <a href={paths.sources()}>All sources</a>
        </p>
      ) : null}
    </section>
  );
}
