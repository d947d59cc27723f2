import { timePlace } from "@/lib/charts/axes/time";
import { chartDay } from "@/lib/charts/chart-day";
import type { ChartedFigure } from "@/lib/charts/charted-figure";
import { describePlot } from "@/lib/charts/describe";
import { linePlot } from "@/lib/charts/marks-of-lines";
import { rowsPlot } from "@/lib/charts/marks-of-rows";
import type { ChartModel, Plot } from "@/lib/charts/model";
import type { ChartSpec, MetricRef } from "@/lib/figures/figure";
import { edtfText } from "@/lib/format/period";
import { tickText, wordedQuantity } from "@/lib/format/quantity";
import { isCurrency, unitText } from "@/lib/format/unit";
import { countText, listText } from "@/lib/format/words";

/**
 * What a chart says: one model, or one for each unit where its figures have several (one unit per axis, no second axis; the first
 * model then says why). No model for a plotted chart without figures.
 */
export function chartModels(spec: ChartSpec, locale: string): ChartModel[] {
  if (spec.kind === "timeline") return [wordsModel(spec, describeTimeline(spec, locale))];
  if (spec.kind === "facts") return [wordsModel(spec, describeFacts(spec, locale))];

  const charted = spec.figures.map(({ figure, label }, index): ChartedFigure => ({ figure, label, index }));
  const parts = partsByUnit(spec.rows, charted);
  if (parts.length < 2) return parts.map(({ part }) => plottedModel(spec, part, null, [], locale));
  const names = listText(
    parts.map(({ name }) => name),
    locale,
  );
  const refusal = `Figures in different units share no axis, so they are drawn apart: ${names}.`;
  return parts.map(({ name, part }, index) => plottedModel(spec, part, name, index === 0 ? [refusal] : [], locale));
}

function plottedModel(
  spec: ChartSpec,
  part: readonly ChartedFigure[],
  heading: string | null,
  refused: readonly string[],
  locale: string,
): ChartModel {
  const refusals = [...refused];
  const notes: string[] = [];
  let plot: Plot | null = null;
  if (spec.kind === "line") {
    if (spec.scale === "log") refusals.push("A log axis takes dots, not lines, so the axis is linear.");
    const dated = part.filter(({ figure }) => timePlace(figure) !== null);
    const undated = part.length - dated.length;
    if (undated > 0)
      notes.push(
        `${countText(undated, "figure", "figures", locale)} without a date ${undated === 1 ? "is" : "are"} in the table.`,
      );
    if (dated.length > 0) plot = linePlot(spec.rows, dated, locale, spec.beside);
    if (plot?.kind === "line" && spec.isUnjoined) plot = { ...plot, joins: [] };
  } else {
    plot = rowsPlot(spec, part, locale, refusals);
  }
  if (plot?.axis.kind === "linear" && plot.axis.domain[0] > 0) {
    const unit = part[0]?.figure.metric.unit ?? "";
    notes.push(`The axis starts at ${tickText(plot.axis.domain[0], unit, locale)}, not at zero.`);
  }
  if (plot?.axis.kind === "linear" && plot.axis.domain[1] < 0) {
    const unit = part[0]?.figure.metric.unit ?? "";
    notes.push(`The axis ends at ${tickText(plot.axis.domain[1], unit, locale)}, not at zero.`);
  }
  const asOf = chartDay(spec);
  if (plot !== null && asOf !== null) plot = { ...plot, asOf };
  return { kind: spec.kind, heading, plot, description: describePlot(plot, part, locale), notes, refusals };
}

function wordsModel(spec: ChartSpec, description: string): ChartModel {
  return { kind: spec.kind, heading: null, plot: null, description, notes: [], refusals: [] };
}

/** Figures that may share an axis, together, in order of first appearance, with the name of their unit. */
function partsByUnit(rows: ChartSpec["rows"], charted: readonly ChartedFigure[]) {
  const parts = new Map<string, { readonly name: string; readonly part: ChartedFigure[] }>();
  for (const each of charted) {
    const { key, name } = axisUnit(each.figure.metric, rows);
    const found = parts.get(key);
    if (found) found.part.push(each);
    else parts.set(key, { name, part: [each] });
  }
  return [...parts.values()];
}

/**
 * What an axis measures. Counts of different things share an axis only where each row is a metric of its own and says what it
 * counts; a share of a whole and a rate of growth are both in percent and share none.
 */
export function axisUnit(metric: MetricRef, rows: ChartSpec["rows"]): { readonly key: string; readonly name: string } {
  if (metric.kind === "count" && rows === "metric") return { key: "count", name: "counts" };
  const unit =
    metric.counted ?? (metric.unit === "percent" || isCurrency(metric.unit) ? unitText(metric.unit, "") : metric.unit);
  if (metric.unit !== "percent") return { key: metric.unit, name: unit };
  return metric.kind === "share" ? { key: "share", name: "% of a whole" } : { key: "percent", name: "%" };
}

function describeFacts(spec: ChartSpec, locale: string): string {
  const facts = spec.figures.map(
    ({ figure, label }) => `${label ?? figure.metric.name}: ${wordedQuantity(figure, locale)}`,
  );
  return `${countText(facts.length, "figure", "figures", locale)}. ${facts.join("; ")}.`;
}

function describeTimeline(spec: ChartSpec, locale: string): string {
  const events = spec.milestones.map((milestone) => `${edtfText(milestone.date, locale)}: ${milestone.title}`);
  return `Timeline of ${countText(events.length, "event", "events", locale)}. ${events.join("; ")}.`;
}
