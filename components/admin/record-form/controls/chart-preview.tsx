"use client";

import { useEffect, useState } from "react";
import { read } from "@/components/admin/api-client";
import { useLate } from "@/components/admin/fields/use-late";
import type { FormChoices } from "@/components/admin/record-form/state/form-part";
import type { FigureValue, FormValues } from "@/components/admin/record-form/state/values";
import { ChartNotes } from "@/components/charts/chart-key";
import { Facts } from "@/components/charts/facts";
import { SeriesKey } from "@/components/charts/series-key";
import { StaticChart } from "@/components/charts/static-chart";
import { TimelineChart } from "@/components/charts/timeline-chart";
import { LOCALE } from "@/components/ui/locale";
import { chartModels } from "@/lib/charts/chart-models";
import { legibleChart } from "@/lib/charts/legible-chart";
import type { ChartModel } from "@/lib/charts/model";
import type { ChartSpec, Figure, Milestone } from "@/lib/figures/figure";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** How long choosing rests before figures are asked for. */
const REST_MS = 350;

interface Parts {
  readonly named: readonly Figure[];
  readonly found: readonly Figure[];
  readonly newest: ChartSpec["newest"];
  readonly milestones: readonly Milestone[];
}

const NO_NUMBERS: ReadonlyMap<string, number> = new Map();
const NO_PARTS: Parts = { named: [], found: [], newest: null, milestones: [] };

/** The chart as readers will see it, from what stands in the form. */
export function ChartPreview({ values, choices }: { readonly values: FormValues; readonly choices: FormChoices }) {
  const metrics = (values.metrics ?? []) as readonly string[];
  const regions = (values.regions ?? []) as readonly string[];
  const figures = (values.figures ?? []) as readonly FigureValue[];
  const asked = paths.api.chartPreview({
    metric: metrics,
    region: regions,
    figure: figures.map(({ figure }) => figure).sort(),
  });
  const { parts, failed } = useParts(useLate(asked, REST_MS));
  const spec = legibleChart(specOf(values, figures, parts, choices), LOCALE);
  const isEmpty = spec.kind === "timeline" ? spec.milestones.length === 0 : spec.figures.length === 0;
  const unpublished = figures.length - parts.named.filter((figure) => isNamed(figures, figure)).length;
  return (
    <aside className="form-side" aria-label="Preview">
      <h2>Preview</h2>
      {isEmpty ? (
        <p className="empty">
          {failed
            ? "The figures could not be read just now. The form works without the preview."
            : spec.kind === "timeline"
              ? "Choose a region with milestones to see the timeline."
              : "Choose a metric or a figure to see the chart."}
        </p>
      ) : (
        <figure className={`chart is-${spec.kind}`} data-whole="">
          <h3 className="chart-title">{spec.title}</h3>
          <p className="chart-sub">{spec.subtitle}</p>
          {spec.kind === "facts" ? <Facts figures={spec.figures} asOf={null} /> : null}
          {spec.kind === "timeline" ? <TimelineChart milestones={spec.milestones} numbers={NO_NUMBERS} /> : null}
          {chartModels(spec, LOCALE).map((model) => (
            <Part key={model.heading ?? ""} model={model} />
          ))}
        </figure>
      )}
      <p className="hint" role="status">
        {isEmpty
          ? ""
          : spec.kind === "timeline"
            ? countText(spec.milestones.length, "milestone", "milestones", LOCALE)
            : `${countText(spec.figures.length, "figure", "figures", LOCALE)} drawn`}
        {unpublished > 0 && parts !== NO_PARTS
          ? `; ${countText(unpublished, "named figure is", "named figures are", LOCALE)} not public, so readers will not see ${unpublished === 1 ? "it" : "them"}`
          : ""}
      </p>
    </aside>
  );
}

function Part({ model }: { readonly model: ChartModel }) {
  const { heading, plot } = model;
  return (
    <>
      {heading === null ? null : <p className="chart-part">{heading}</p>}
      {plot === null ? null : (
        <>
          {plot.kind === "line" ? <SeriesKey series={plot.series} chosen={null} onChoose={null} /> : null}
          <StaticChart plot={plot} />
        </>
      )}
      <ChartNotes model={model} />
    </>
  );
}

const isNamed = (named: readonly FigureValue[], { id }: Figure) => named.some(({ figure }) => figure === id);

function specOf(values: FormValues, named: readonly FigureValue[], parts: Parts, choices: FormChoices): ChartSpec {
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const topic = choices.topics?.find(({ key }) => key === values.topic);
  const own = named.flatMap(({ figure, label }) => {
    const found = parts.named.find(({ id }) => id === figure);
    return found ? { figure: found, label: label.trim() || null } : [];
  });
  return {
    slug: "preview",
    title: text("title") || "Title",
    subtitle: text("subtitle") || "Unit, place and period",
    topic: { slug: topic?.key ?? "", name: topic?.name ?? "" },
    kind: text("kind") as ChartSpec["kind"],
    scale: text("scale") as ChartSpec["scale"],
    rows: text("rows") as ChartSpec["rows"],
    figures: [...own, ...parts.found.map((figure) => ({ figure, label: null }))],
    tableOnly: [],
    newest: parts.newest,
    milestones: parts.milestones,
  };
}

/** What the parts of a chart lead to; the last answer stays until the next one is there. */
function useParts(address: string): { readonly parts: Parts; readonly failed: boolean } {
  const [parts, setParts] = useState<Parts>(NO_PARTS);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    void read<Parts>(address, stop.signal).then((found) => {
      if (stop.signal.aborted) return;
      if (found !== null) setParts(found);
      setFailed(found === null);
    });
    return () => stop.abort();
  }, [address]);
  return { parts, failed };
}
