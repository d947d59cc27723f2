import type { ReactNode } from "react";
import { CoverageCell, CoverageKey } from "@/components/compare/coverage-cell";
import { LOCALE } from "@/components/ui/locale";
import type { CompareCell, CompareView } from "@/lib/figures/compare/compare-view";
import { byYear, countCoverage } from "@/lib/figures/compare/coverage";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Years that the matrix by year has columns for, the newest. */
const MOST_YEARS = 12;

/** Which metrics have figures of which regions, and where sources differ: in all or in one year, and year by year. */
export function CoverageSection({ view }: { readonly view: CompareView }) {
  const { metrics, regions, cells, year, asOf } = view;
  const cellOf = new Map(cells.map((cell) => [`${cell.metric} ${cell.region}`, cell]));
  return (
    <section className="coverage">
      <h2>
        What there is <small>{year === null ? "figures of all years" : `figures of ${year}`}</small>
      </h2>
      <CoverageKey />
      <ReadNote cells={cells} />
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
                  <a href={paths.metric(slug, { asOf })}>{name}</a>
                </th>
                {regions.map(({ code }) => (
                  <td key={code}>
                    <WholeCell cell={cellOf.get(`${slug} ${code}`)} year={year} asOf={asOf} />
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

/** Says which figures were looked at, where they are not all. */
function ReadNote({ cells }: { readonly cells: readonly CompareCell[] }) {
  const cut = cells.filter(({ figures, outcomes, targets }) => figures.length < outcomes + targets);
  if (cut.length === 0) return null;
  const read = cut.reduce((sum, { figures }) => sum + figures.length, 0);
  const all = cut.reduce((sum, { outcomes, targets }) => sum + outcomes + targets, 0);
  return (
    <p className="meta">
      Whether sources differ, and what there is year by year, is told of the newest figures of each: in{" "}
      {countText(cut.length, "cell", "cells", LOCALE)} of {read} of {countText(all, "figure", "figures", LOCALE)}.
    </p>
  );
}

function WholeCell({
  cell,
  ...shown
}: {
  readonly cell: CompareCell | undefined;
  readonly year: number | null;
  readonly asOf: string | null;
}) {
  if (cell === undefined) return null;
  const { outcomes, targets, figures } = cell;
  const counted = { outcomes, targets, differing: countCoverage(figures).differing };
  return <CoverageCell cell={cell} figures={figures} counted={counted} {...shown} hasWords />;
}

/** One row for each metric in each region that has any, one column for each year. */
function ByYear({ view: { metrics, regions, cells, asOf } }: { readonly view: CompareView }) {
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
                  return (
                    <td key={year}>
                      <CoverageCell
                        {...{ cell, figures, year, asOf }}
                        counted={countCoverage(figures)}
                        hasWords={false}
                      />
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

/** A table that scrolls by itself where it is wider than the page. */
function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scrolled" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
