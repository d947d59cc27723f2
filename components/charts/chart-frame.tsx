import { ChartBreaks } from "@/components/charts/chart-breaks";
import { ChartFoot } from "@/components/charts/chart-foot";
import { ChartNotes } from "@/components/charts/chart-key";
import { Facts } from "@/components/charts/facts";
import { LiveFrame } from "@/components/charts/live-frame";
import { TimelineChart } from "@/components/charts/timeline-chart";
import { ChartClaims } from "@/components/figure/claims-tag";
import type { SourceNumbers } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { breaksOf } from "@/lib/charts/breaks";
import { chartDay } from "@/lib/charts/chart-day";
import { chartModels } from "@/lib/charts/chart-models";
import type { Calculated } from "@/lib/charts/compare/index-metrics";
import { legibleChart } from "@/lib/charts/legible-chart";
import type { ChartModel } from "@/lib/charts/model";
import type { ChartSpec, Figure } from "@/lib/figures/figure";

interface Props {
  readonly spec: ChartSpec;
  readonly numbers: SourceNumbers;
  /** Level of its title in the outline of the page. */
  readonly heading?: "h1" | "h2" | "h3";
  /** Where numbers are drawn that were calculated here: its table then holds what the sources say, and these beside it. */
  readonly calculated?: Calculated | undefined;
}

/** A chart with all that is needed to read it: title, unit and place, drawing, what its marks mean, sources, table, download, citation. */
export function ChartFrame({ spec: given, numbers, heading: Heading = "h3", calculated }: Props) {
  const id = `chart-${given.slug}`;
  const spec = legibleChart(given, LOCALE);
  const models = chartModels(spec, LOCALE);
  const asOf = chartDay(spec);
  return (
    <figure
      className={`chart is-${spec.kind}`}
      id={id}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
    >
      <Heading className="chart-title" id={`${id}-title`}>
        {spec.title}
      </Heading>
      <p className="chart-sub">{spec.subtitle}</p>
      <p className="chart-words" id={`${id}-words`}>
        {models.map((model) => model.description).join(" ")}
      </p>
      {spec.kind === "facts" ? <Facts figures={spec.figures} asOf={asOf} /> : null}
      {spec.kind === "timeline" ? <TimelineChart milestones={spec.milestones} numbers={numbers} /> : null}
      {models.map((model) => (
        <Part
          key={model.heading ?? ""}
          model={model}
          title={spec.title}
          figures={spec.figures.map(({ figure }) => figure)}
        />
      ))}
      <ChartClaims figures={spec.figures.map(({ figure }) => figure)} asOf={asOf} />
      <ChartFoot spec={calculated ? asSaid(spec, calculated) : spec} numbers={numbers} calculated={calculated} />
    </figure>
  );
}

/** A chart with its figures as their sources say them. */
function asSaid(spec: ChartSpec, { said }: Calculated): ChartSpec {
  return {
    ...spec,
    figures: spec.figures.map(({ figure, label }) => ({ figure: said.get(figure.id) ?? figure, label })),
    tableOnly: spec.tableOnly.map((figure) => said.get(figure.id) ?? figure),
  };
}

/** One drawing: the whole chart, or its part in one unit. */
function Part({
  model,
  title,
  figures,
}: {
  readonly model: ChartModel;
  readonly title: string;
  readonly figures: readonly Figure[];
}) {
  return (
    <>
      {model.heading === null ? null : <p className="chart-part">{model.heading}</p>}
      {model.plot === null ? null : (
        <LiveFrame plot={model.plot} title={model.heading === null ? title : `${title}, ${model.heading}`} />
      )}
      <ChartNotes model={model} />
      {model.plot?.kind === "line" ? (
        <ChartBreaks breaks={breaksOf(model.plot, figures)} asOf={model.plot.asOf ?? null} />
      ) : null}
    </>
  );
}
