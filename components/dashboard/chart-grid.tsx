import { ChartFrame } from "@/components/charts/chart-frame";
import type { SourceNumbers } from "@/components/source/source-line";
import type { ChartSpec } from "@/lib/figures/figure";

interface Section {
  readonly name: string;
  readonly charts: readonly ChartSpec[];
  /** Whether it takes the whole width of the page. */
  readonly isWide: boolean;
}

/** Charts of one topic side by side below its name. A topic with a single chart shares its row with the next such topic. */
export function ChartGrid({
  charts,
  numbers,
}: {
  readonly charts: readonly ChartSpec[];
  readonly numbers: SourceNumbers;
}) {
  return (
    <div className="topics">
      {sectionsOf(charts).map(({ name, charts: own, isWide }) => (
        <section key={name} className={isWide ? "wide" : undefined}>
          <h2>{name}</h2>
          <div className="grid">
            {own.map((spec) => (
              <ChartFrame key={spec.slug} spec={spec} numbers={numbers} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** Charts by topic, in the order in which topics first appear; the timeline is a section of its own. */
function sectionsOf(charts: readonly ChartSpec[]): readonly Section[] {
  const sections = new Map<string, ChartSpec[]>();
  for (const chart of charts) {
    const name = chart.kind === "timeline" ? "Timeline" : chart.topic.name;
    const own = sections.get(name);
    if (own) own.push(chart);
    else sections.set(name, [chart]);
  }
  const all = [...sections].map(([name, own]) => ({
    name,
    charts: own,
    isAlone: own.length === 1 && own[0]?.kind !== "timeline",
  }));
  let hasOpenRow = false;
  return all.map(({ name, charts: own, isAlone }, index) => {
    const closesRow = isAlone && hasOpenRow;
    const opensRow = isAlone && !hasOpenRow && (all[index + 1]?.isAlone ?? false);
    hasOpenRow = opensRow;
    return { name, charts: own, isWide: !closesRow && !opensRow };
  });
}
