import { sourceLineText } from "@/components/source/source-line";
import { RELEASES } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { Break, Change } from "@/lib/charts/breaks";
import type { Figure } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

interface Props {
  readonly breaks: readonly Break[];
  /** The day as of which the figures are known, to which links lead; null for today. */
  readonly asOf: string | null;
}

/** A note that opens: where the lines of a drawing are broken, and what is another there. */
export function ChartBreaks({ breaks, asOf }: Props) {
  if (breaks.length === 0) return null;
  return (
    <details className="chart-breaks">
      <summary>{countText(breaks.length, "break", "breaks", LOCALE)} in the lines</summary>
      <ul>
        {breaks.map(({ series, before, after, changes }) => (
          <li key={`${before.id} ${after.id}`}>
            {series}, <FigureTime figure={before} asOf={asOf} /> to <FigureTime figure={after} asOf={asOf} />:{" "}
            {changes.map((change) => changeText(change, before, after)).join("; ")}.
          </li>
        ))}
      </ul>
    </details>
  );
}

function FigureTime({ figure, asOf }: { readonly figure: Figure; readonly asOf: string | null }) {
  return <a href={paths.figure(figure.id, { asOf })}>{periodText(figure, LOCALE, edtfShort)}</a>;
}

function changeText(change: Change, before: Figure, after: Figure): string {
  switch (change) {
    case "source":
      return `another source, ${sourceOf(before)}, then ${sourceOf(after)}`;
    case "basis":
      return `another basis, ${before.basis ?? "none said"}, then ${after.basis ?? "none said"}`;
    case "release":
      return `another release, ${releaseOf(before)}, then ${releaseOf(after)}`;
    case "series":
      return "a break in the series, as its source marks it";
  }
}

function sourceOf({ citations: [origin] }: Figure): string {
  return origin ? sourceLineText({ source: origin.source, locator: null }) : "none said";
}

function releaseOf({ release }: Figure): string {
  return release === null ? "none said" : RELEASES[release].toLowerCase();
}
