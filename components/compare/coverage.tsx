import type { ReactNode } from "react";
import { LOCALE } from "@/components/ui/locale";
import type { CompareCell, CompareView } from "@/lib/figures/compare/compare-view";
import { byYear, type Coverage, countOutlooks, coverageOf } from "@/lib/figures/compare/coverage";
import type { Figure } from "@/lib/figures/figure";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Years that the matrix by year has columns for, the newest. */
const MOST_YEARS = 12;

/** What each mark stands for. */
const KEY: readonly (readonly [Coverage, string])[] = [
  ["one", "one figure"],
  ["several", "several"],
  ["target", "only targets"],
  ["none", "none"],
];

/** Which metrics have figures of which regions: in all or in one year, and year by year. Each cell leads to its figures. */
export function CoverageSection({ view }: { readonly view: CompareView }) {
  const { metrics, regions, cells, year } = view;
  const cellOf = new Map(cells.map((cell) => [`${cell.metric} ${cell.region}`, cell]));
  return (
    <section className="coverage">
      <h2>
        What there is <small>{year === null ? "figures of all years" : `figures of ${year}`}</small>
      </h2>
      <ul className="chart-key">
        {KEY.map(([coverage, words]) => (
          <li key={coverage}>
            <CoverageMark coverage={coverage} />
            {words}
          </li>
        ))}
      </ul>
      <Scrolled label="What there is">
        <table>
          <caption className="hidden">Figures of each metric in each region</caption>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              {regions.map(({ code, name }) => (
                <th key={code} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map(({ slug, name }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={paths.metric(slug)}>{name}</a>
                </th>
                {regions.map(({ code }) => (
                  <td key={code}>
                    <WholeCell cell={cellOf.get(`${slug} ${code}`)} year={year} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {year === null ? <ByYear view={view} /> : null}
    </section>
  );
}

function WholeCell({ cell, year }: { readonly cell: CompareCell | undefined; readonly year: number | null }) {
  if (cell === undefined) return null;
  const coverage = coverageOf(cell);
  const words = {
    one: "1 figure",
    several: countText(cell.outcomes, "figure", "figures", LOCALE),
    target: countText(cell.targets, "target", "targets", LOCALE),
    none: "none",
  }[coverage];
  return (
    <Covered coverage={coverage} href={hrefOf(cell, cell.figures, year)}>
      {words}
    </Covered>
  );
}

/** One row for each metric in each region that has any, one column for each year. */
function ByYear({ view: { metrics, regions, cells } }: { readonly view: CompareView }) {
  const rows = cells.filter(({ figures }) => figures.length > 0).map((cell) => ({ cell, years: byYear(cell.figures) }));
  const all = [...new Set(rows.flatMap(({ years }) => [...years.keys()]))].sort((a, b) => a - b);
  const years = all.slice(-MOST_YEARS);
  if (years.length < 2) return null;
  const nameOf = ({ metric, region }: CompareCell) =>
    `${metrics.find(({ slug }) => slug === metric)?.name}, ${regions.find(({ code }) => code === region)?.name}`;
  return (
    <details className="more by-year">
      <summary>
        Year by year
        {years.length < all.length ? `: the newest ${years.length} of ${all.length} years with figures` : ""}
      </summary>
      <Scrolled label="Year by year">
        <table>
          <caption className="hidden">Figures by the year in which their time ends</caption>
          <thead>
            <tr>
              <th scope="col">Metric and region</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cell, years: own }) => (
              <tr key={`${cell.metric} ${cell.region}`}>
                <th scope="row">{nameOf(cell)}</th>
                {years.map((year) => {
                  const figures = own.get(year) ?? [];
                  const count = countOutlooks(figures);
                  const coverage = coverageOf(count);
                  return (
                    <td key={year}>
                      <Covered coverage={coverage} href={hrefOf(cell, figures, year)}>
                        <span className="hidden">{wordsOf(coverage, count)}</span>
                      </Covered>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

function wordsOf(coverage: Coverage, { outcomes, targets }: ReturnType<typeof countOutlooks>): string {
  if (coverage === "none") return "none";
  return coverage === "target"
    ? countText(targets, "target", "targets", LOCALE)
    : countText(outcomes, "figure", "figures", LOCALE);
}

/** Where a cell leads: to its one figure, or to all of them on the page of the metric; nowhere where there is none. */
function hrefOf({ metric, region }: CompareCell, figures: readonly Figure[], year: number | null): string | null {
  const [first] = figures;
  if (first === undefined) return null;
  if (figures.length === 1) return paths.figure(first.id);
  return paths.metric(metric, { region: [region], from: year, to: year });
}

function Covered({
  coverage,
  href,
  children,
}: {
  readonly coverage: Coverage;
  readonly href: string | null;
  readonly children: ReactNode;
}) {
  const content = (
    <>
      <CoverageMark coverage={coverage} /> {children}
    </>
  );
  return href === null ? <span className="meta">{content}</span> : <a href={href}>{content}</a>;
}

/** One dot, two, a hollow dashed one, a dash: told apart without colour. */
function CoverageMark({ coverage }: { readonly coverage: Coverage }) {
  return (
    <svg className="chart-glyph chart-s1" width={22} height={14} aria-hidden="true">
      <g className={coverage === "target" ? "chart-mark is-target" : "chart-mark"}>
        {coverage === "none" ? <path className="chart-span" d="M7 7H15" /> : null}
        {coverage === "one" ? <circle cx={11} cy={7} r={4} /> : null}
        {coverage === "target" ? <circle className="is-hollow" cx={11} cy={7} r={4.5} /> : null}
        {coverage === "several" ? (
          <>
            <circle cx={5} cy={7} r={4} />
            <circle cx={16} cy={7} r={4} />
          </>
        ) : null}
      </g>
    </svg>
  );
}

/** A table that scrolls by itself where it is wider than the page. */
function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scrolled" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
