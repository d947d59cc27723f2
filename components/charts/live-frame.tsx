import { SeriesKey } from "@/components/charts/series-key";
import { StaticChart } from "@/components/charts/static-chart";
import { layOut } from "@/lib/charts/lay-out";
import type { Plot } from "@/lib/charts/model";

interface Props {
  readonly plot: Plot;
  readonly title: string;
}

export function LiveFrame({ plot }: Props) {
  return (
    <div className="chart-live">
      {plot.kind === "line" ? <SeriesKey series={plot.series} /> : null}
      <StaticChart drawing={layOut(plot)} />
    </div>
  );
}
