import { ChartFrame } from "@/components/charts/chart-frame";
import { WordingKey } from "@/components/figure/wording-key";
import { AsOfForm } from "@/components/layout/as-of-bar";
import { numberSources, SourceList, sourcesOf } from "@/components/source/source-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import type { ChartSpec } from "@/lib/figures/figure";
import { paths } from "@/lib/paths";

/** The permanent address of one chart: the drawing, its key, its metrics and its sources; `asOf` is the day it is shown of, null for today. */
export function ChartPage({ spec, asOf }: { readonly spec: ChartSpec; readonly asOf: string | null }) {
  const figures = [...spec.figures.map(({ figure }) => figure), ...spec.tableOnly];
  const citations = [...figures, ...spec.milestones].flatMap((item) => item.citations);
  const sources = sourcesOf(citations);
  const metrics = [...new Map(figures.map(({ metric }) => [metric.slug, metric])).values()];
  const isDrawn = spec.kind !== "facts" && spec.kind !== "timeline";
  return (
    <>
      <Breadcrumb
        steps={[
          { name: "Dashboard", href: paths.dashboard({ asOf }) },
          { name: spec.topic.name, href: paths.dashboard({ topic: spec.topic.slug, asOf }) },
        ]}
      />
      <ChartFrame spec={spec} numbers={numberSources(sources)} heading="h1" />
      {isDrawn ? <WordingKey /> : null}
      {metrics.length > 0 ? (
        <p className="after">
          What it measures:{" "}
          {metrics.map(({ slug, name }, index) => (
            <span key={slug}>
              {index === 0 ? "" : ", "}
              <a href={paths.metric(slug, { asOf })}>{name}</a>
            </span>
          ))}
        </p>
      ) : null}
      <AsOfForm action={paths.chart(spec.slug)} day={asOf} />
      {sources.length > 0 ? (
        <section>
          <h2>Sources</h2>
          <SourceList sources={sources} citations={citations} />
        </section>
      ) : null}
    </>
  );
}
