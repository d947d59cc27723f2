import { LOCALE } from "@/components/layout/locale";
import type { MetricRecord, RegionView } from "@/lib/figures/records";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Metrics offered for comparison. */
const MOST_METRICS = 8;

/** Regions like this one, and the metrics on which they can be set beside it. */
export function Peers({ view, metrics }: { readonly view: RegionView; readonly metrics: readonly MetricRecord[] }) {
  const { region, peers, figures } = view;
  if (peers.length === 0) return null;
  const own = new Set(figures.filter((figure) => figure.region.code === region.code).map(({ metric }) => metric.slug));
  const shared = metrics
    .filter(({ slug, regionCount }) => own.has(slug) && regionCount > 1)
    .sort((a, b) => b.regionCount - a.regionCount)
    .slice(0, MOST_METRICS);
  const codes = [region.code, ...peers.map(({ code }) => code)];
  return (
    <section>
      <h2>Beside its peers</h2>
      <ul className="plain">
        {peers.map(({ code, name, sharedMetrics }) => (
          <li key={code}>
            <a href={paths.region(code)}>{name}</a>
            <span className="count">{countText(sharedMetrics, "metric", "metrics", LOCALE)} in common</span>
          </li>
        ))}
      </ul>
      <p className="after">Compare:</p>
      <ul className="chips">
        {shared.map(({ slug, name }) => (
          <li key={slug}>
            <a className="chip" href={paths.metric(slug, { region: codes })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
