import type { ReactNode } from "react";
import { FigureTable } from "@/components/figure/figure-table";
import type { SourceNumbers } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import type { Figure } from "@/lib/figures/figure";
import { formatCount } from "@/lib/format/words";

/**
 * The figures of a view, or the newest of them, which says of how many and newest by what. `isShort` where it lists outcomes alone.
 * Below it, where to find the rest.
 */
export function ViewFigures({
  figures,
  total,
  isShort,
  numbers,
  asOf,
  children,
}: {
  readonly figures: readonly Figure[];
  readonly total: number;
  readonly isShort: boolean;
  readonly numbers: SourceNumbers;
  readonly asOf: string | null;
  readonly children: ReactNode;
}) {
  const isAll = figures.length === total;
  return (
    <section>
      <h2>
        {isAll ? "All figures" : "Newest figures"}{" "}
        <small>
          {isAll
            ? "the newest first, by the time they are about"
            : `${formatCount(figures.length, LOCALE)} of ${formatCount(total, LOCALE)}, by the time they are about${isShort ? "; outcomes only" : ""}`}
        </small>
      </h2>
      <FigureTable
        figures={figures}
        subject="both"
        caption="Figures in this view, newest first"
        numbers={numbers}
        asOf={asOf}
      />
      <p className="after">{children}</p>
    </section>
  );
}
