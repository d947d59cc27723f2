import { Shapes } from "@/components/charts/shapes";
import type { View } from "@/lib/charts/layout/lay-out";
import type { ChartModel, Plot } from "@/lib/charts/model";
import { BREAK_STROKES } from "@/lib/charts/svg/joins";

/** What the marks of a drawing mean where the page's key of wordings does not say it: words, each with its mark of 24 by 12 px. */
export function chartKeyEntries(plot: Plot, views: readonly View[]) {
  const joins = plot.kind === "line" ? plot.joins : [];
  return [
    plot.kind !== "line" &&
      plot.whole !== null && {
        text: `pale: ${plot.whole}, 100%`,
        glyph: <rect className="chart-whole" x={1} y={1} width={22} height={10} />,
      },
    plot.kind !== "line" &&
      plot.hasOtherSpans && {
        text: "grey: another period or way of counting",
        glyph: <rect className="chart-mark" x={1} y={1} width={22} height={10} />,
      },
    plot.kind === "line" &&
      plot.marks.some((mark) => mark.target) && {
        text: "target",
        glyph: (
          <g className="is-target">
            <circle className="is-hollow" cx={12} cy={6} r={4.5} />
          </g>
        ),
      },
    plot.kind === "line" &&
      views.some((seen) => seen.plot.marks.some((mark) => mark.claims > 1)) && {
        text: "so many claims",
        glyph: (
          <>
            <circle className="is-hollow" cx={12} cy={6} r={6} />
            <text className="chart-count is-middle" x={12} y={10}>
              n
            </text>
          </>
        ),
      },
    joins.some((join) => join.isBreak) && {
      text: "another source or way of counting",
      glyph: (
        <g className="chart-join">
          <line x2={24} y1={6} y2={6} />
          <g transform="translate(12 6)">
            <Shapes shapes={BREAK_STROKES} />
          </g>
        </g>
      ),
    },
    joins.some((join) => join.gap) && {
      text: "no figure between",
      glyph: (
        <g className="chart-join is-gap">
          <line x2={24} y1={6} y2={6} />
        </g>
      ),
    },
  ].filter((entry) => entry !== false);
}

/** The same as a list, below a drawing. */
export function ChartKey({ plot, views }: { readonly plot: Plot; readonly views: readonly View[] }) {
  const entries = chartKeyEntries(plot, views);
  if (entries.length === 0) return null;
  return (
    <ul className="chart-key">
      {entries.map(({ text, glyph }) => (
        <li key={text}>
          <svg className="chart-glyph chart-s7" width={24} height={12} aria-hidden="true">
            {glyph}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** Sentences that belong to a drawing: why it is not as asked for, and what it cannot show. */
export function ChartNotes({ model }: { readonly model: ChartModel }) {
  return [...model.refusals, ...model.notes].map((sentence) => (
    <p key={sentence} className="chart-note">
      {sentence}
    </p>
  ));
}
