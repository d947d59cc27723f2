import { chartModels } from "@/lib/charts/chart-models";
import type { ChartSpec, Figure } from "@/lib/figures/figure";

/** The plot of a chart of figures; throws where there is nothing to draw. */
export function samplePlot(part: Pick<ChartSpec, "kind" | "scale" | "rows">, figures: readonly Figure[]) {
  const spec: ChartSpec = {
    slug: "example",
    title: "Example",
    subtitle: "",
    topic: { slug: "examples", name: "Examples" },
    figures: figures.map((figure) => ({ figure, label: null })),
    tableOnly: [],
    newest: null,
    milestones: [],
    ...part,
  };
  const plot = chartModels(spec, "en-GB")[0]?.plot;
  if (!plot) throw new Error("Nothing to draw");
  return plot;
}
