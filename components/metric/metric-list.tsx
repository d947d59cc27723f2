import { LOCALE } from "@/components/ui/locale";
import type { MetricRecord } from "@/lib/figures/view-models";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Every metric that has figures, by topic. */
export function MetricList({ metrics }: { readonly metrics: readonly MetricRecord[] }) {
  const used = metrics.filter(({ figureCount }) => figureCount > 0);
  const topics = new Map(used.map(({ topic }) => [topic.slug, topic]));
  return (
    <>
      <h1>What is measured</h1>
      <p className="lede">
        {countText(used.length, "metric", "metrics", LOCALE)}. Metrics that sound alike are kept apart on purpose, and
        nothing is converted from one currency to another.
      </p>
      <nav className="jump" aria-label="Topics">
        {[...topics.values()].map(({ slug, name }) => (
          <a key={slug} className="chip" href={`#${slug}`}>
            {name}
          </a>
        ))}
      </nav>
      {[...topics.values()].map(({ slug, name }) => (
        <section key={slug} id={slug}>
          <h2>{name}</h2>
          <ul className="index">
            {used
              .filter(({ topic }) => topic.slug === slug)
              .map((metric) => (
                <li key={metric.slug}>
                  <a href={paths.metric(metric.slug)}>{metric.name}</a>
                  <span className="count">
                    {countText(metric.figureCount, "figure", "figures", LOCALE)}
                    {metric.regionCount > 1 ? `, ${countText(metric.regionCount, "region", "regions", LOCALE)}` : ""}
                    {yearsText(metric)}
                  </span>
                  <p>{metric.definition}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function yearsText({ firstYear, lastYear }: MetricRecord): string {
  if (firstYear === null || lastYear === null) return "";
  return firstYear === lastYear ? `, ${firstYear}` : `, ${firstYear}–${lastYear}`;
}
