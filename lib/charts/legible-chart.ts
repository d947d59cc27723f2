import { chooseLines, chooseRows } from "@/lib/charts/choose-chart";
import { leftOutText } from "@/lib/charts/left-out";
import type { ChartSpec } from "@/lib/figures/figure";
import { numberFormat } from "@/lib/format/formatters";
import { countText } from "@/lib/format/words";

/**
 * A chart of an editor's making as it can be read: each figure once; no more lines than colours tell apart; of several places side by side
 * the newest outcome of each, never years mixed. Figures with a label of their own are always drawn. What is left to the table, and
 * what was not read, is counted in the subtitle. A chart that is legible stays as it is.
 */
export function legibleChart(spec: ChartSpec, locale: string): ChartSpec {
  const rows = [...new Map([...spec.figures].reverse().map((row) => [row.figure.id, row])).values()].reverse();
  if (spec.kind === "facts" || spec.kind === "timeline") return { ...spec, figures: rows };
  const free = rows.flatMap(({ figure, label }) => (label === null ? figure : []));
  const choice = spec.kind === "line" ? chooseLines(free) : chooseRows(free, false);
  const drawn = new Set(choice.drawn);
  const rest = free.filter((figure) => !drawn.has(figure)).sort((a, b) => (b.lastDay ?? 0) - (a.lastDay ?? 0));
  const count = (value: number) => numberFormat(locale).format(value);
  const read =
    spec.newest === null
      ? ""
      : `from the newest ${count(spec.newest.kept)} of ${countText(spec.newest.of, "figure", "figures", locale)}`;
  const said = [spec.subtitle, leftOutText(choice, free, free.length, locale), read];
  return {
    ...spec,
    subtitle: said.filter((part) => part !== "").join("; "),
    figures: [
      ...rows.filter(({ label }) => label !== null),
      ...choice.drawn.map((figure) => ({ figure, label: null })),
    ],
    tableOnly: [...spec.tableOnly, ...rest],
    newest: null,
  };
}
