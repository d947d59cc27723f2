"use client";

import { memo } from "react";
import type { FigureDraft } from "@/components/admin/figure-form/state/figure-draft";
import { draftOf } from "@/components/admin/figure-form/state/figure-record";
import { metricOf, previewFigure, sourceOf } from "@/components/admin/figure-form/state/preview-figure";
import type { SimilarFigure } from "@/components/admin/figure-form/state/use-similar-figures";
import { StaticChart } from "@/components/charts/static-chart";
import { FigureTags } from "@/components/figure/figure-card";
import { BigFigure } from "@/components/figure/worded-figure";
import { sourceLineText } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { chartModels } from "@/lib/charts/chart-models";
import { metricChart } from "@/lib/charts/metric-chart";
import { sourceReference } from "@/lib/citation/short-reference";
import type { Figure } from "@/lib/figures/figure";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { edtfShort, periodText } from "@/lib/format/period";

/** Figures as the drawing takes them. */
function figuresOf(likely: readonly SimilarFigure[], choices: FigureChoices): readonly Figure[] {
  return likely.flatMap((row) => previewFigure(draftOf(row), choices, row.key) ?? []);
}

/** What a reader will see: the card, the figure in its chart among the others of its metric and region, and the citation. */
function Preview({
  draft,
  choices,
  likely,
}: {
  readonly draft: FigureDraft;
  readonly choices: FigureChoices;
  /** Figures of the same metric and region, as the API gives them. */
  readonly likely: readonly SimilarFigure[];
}) {
  const figure = previewFigure(draft, choices);
  const metric = metricOf(draft, choices);
  const [first] = draft.citations;
  const source = first === undefined ? null : sourceOf(first, choices);
  return (
    <>
      <h2>Preview</h2>
      <div className="card preview-card">
        <p className="label">{metric?.name ?? "Choose a metric to see the card"}</p>
        {figure === null ? (
          <p className="fig long">–</p>
        ) : (
          <>
            <p className="sub">
              {figure.organisation?.name ?? figure.region.name}, {periodText(figure, LOCALE, edtfShort)}
            </p>
            <FigureTags figure={figure} />
            <BigFigure figure={figure} linked={false} />
          </>
        )}
        <p className="cite">
          {source === null || first === undefined
            ? "Source not chosen"
            : sourceLineText({ source, locator: first.locator.trim() || null })}
        </p>
      </div>
      {figure === null ? null : <PreviewChart figure={figure} others={figuresOf(likely, choices)} />}
      {source === null || first === undefined ? null : (
        <p className="meta preview-citation">{sourceReference(source, LOCALE)}</p>
      )}
    </>
  );
}

/** The preview, drawn anew only when what it shows has changed; give it a deferred draft, so that typing goes first. */
export const FigurePreview = memo(Preview);

const THIS = "This figure,";

function timeOf(figure: Figure): string {
  return periodText(figure, LOCALE, edtfShort);
}

function PreviewChart({ figure, others }: { readonly figure: Figure; readonly others: readonly Figure[] }) {
  const comparable = others.filter(({ metric }) => metric.slug === figure.metric.slug);
  const spec = metricChart(figure.metric, [...comparable, figure], { title: figure.metric.name, locale: LOCALE });
  // Among bars and dots the new figure says which it is; in a line it stands in its year.
  const isNamed = spec.kind !== "line" && comparable.length > 0;
  const own = { figure, label: `${THIS} ${timeOf(figure)}`.trim() };
  const drawn = spec.figures.some((row) => row.figure === figure) ? spec.figures : [...spec.figures, own];
  const named = isNamed ? drawn.map((row) => (row.figure === figure ? own : row)) : spec.figures;
  const models = chartModels({ ...spec, figures: named }, LOCALE);
  return (
    <figure className="chart preview-chart" aria-label="The figure in its chart">
      {models.map((model) =>
        model.plot === null ? null : (
          <div key={model.heading ?? ""}>
            <StaticChart plot={model.plot} />
          </div>
        ),
      )}
      <figcaption className="hidden">{models.map(({ description }) => description).join(" ")}</figcaption>
    </figure>
  );
}
