import type { LinePlot } from "@/lib/charts/model";

/** Names and colours of lines. A single line needs none: the title names it. */
export function SeriesKey({ series }: Pick<LinePlot, "series">) {
  if (series.length < 2) return null;
  return (
    <ul className="chart-series">
      {series.map(({ name, slot }) => (
        <li key={name}>
          <span className={`chart-s${slot}`}>{name}</span>
        </li>
      ))}
    </ul>
  );
}
