import { LOCALE } from "@/components/ui/locale";
import type { RegionView } from "@/lib/figures/view-models";
import { countText, formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Metrics offered for comparison. */
const MOST_METRICS = 8;
/** Peers in the comparison that is linked to. */
const MOST_BESIDE = 5;

/** Regions like this one, and the metrics on which they can be set beside it. */
export function Peers({ view }: { readonly view: RegionView }) {
  const { region, peers, peerCount, sharedMetrics } = view;
  if (peers.length === 0) return null;
  const codes = [region.code, ...peers.map(({ code }) => code)];
  return (
    <section>
      <h2>
        Beside its peers{" "}
        {peers.length < peerCount ? (
          <small>{`${peers.length} of ${formatCount(peerCount, LOCALE)}, those with most in common`}</small>
        ) : null}
      </h2>
      <ul className="plain">
        {peers.map(({ code, name, sharedMetrics }) => (
          <li key={code}>
            <a href={paths.region(code)}>{name}</a>
            <span className="count">{countText(sharedMetrics, "metric", "metrics", LOCALE)} in common</span>
          </li>
        ))}
      </ul>
      <p className="after">
        <a href={paths.compare({ region: codes.slice(0, MOST_BESIDE + 1) })}>Side by side</a>, on what most of them
        have.
      </p>
      <p className="after">
        Compare
        {sharedMetrics.length > MOST_METRICS
          ? ` (${MOST_METRICS} of ${formatCount(sharedMetrics.length, LOCALE)} metrics, those of most regions)`
          : ""}
        :
      </p>
      <ul className="chips">
        {sharedMetrics.slice(0, MOST_METRICS).map(({ slug, name }) => (
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
