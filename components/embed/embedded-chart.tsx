import { ChartFrame } from "@/components/charts/chart-frame";
import { sourceLineText } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import { formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Sources named below an embed; its page has all. */
const MOST_SOURCES = 6;

/** A chart with its sources by name: there is no list of sources around it. `page` is where it was taken from. */
export function EmbeddedChart({ spec, page }: { readonly spec: ChartSpec; readonly page: string }) {
  const sources = sourcesOf(
    [...spec.figures.map(({ figure }) => figure), ...spec.tableOnly, ...spec.milestones].flatMap(
      ({ citations }) => citations,
    ),
  );
  const named = sources.slice(0, MOST_SOURCES);
  return (
    <>
      <ChartFrame spec={spec} numbers={new Map()} heading="h1" />
      <p className="embed-sources">
        {sources.length === 1 ? "Source: " : "Sources: "}
        {named.map((source, index) => (
          <span key={source.slug}>
            {index === 0 ? "" : "; "}
            <a href={paths.source(source.slug)}>{sourceLineText({ source, locator: null })}</a>
          </span>
        ))}
        {sources.length > named.length ? (
          <>
            ; <a href={page}>and {formatCount(sources.length - named.length, LOCALE)} more</a>
          </>
        ) : null}
        .
      </p>
    </>
  );
}

/** Whether figures say something else than others: there are more or fewer of them, or one says another number in another wording. */
export function differ(then: readonly Figure[], now: readonly Figure[]): boolean {
  const said = (figures: readonly Figure[]) =>
    figures
      .map(({ id, wording, digits, digitsHigh }) => `${id} ${wording} ${digits} ${digitsHigh}`)
      .sort()
      .join();
  return said(then) !== said(now);
}
