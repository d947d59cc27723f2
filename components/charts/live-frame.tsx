"use client";

import { type ComponentType, useEffect, useMemo, useRef, useState } from "react";
import { ChartKey } from "@/components/charts/chart-key";
import type { LiveChartProps } from "@/components/charts/live-chart";
import { LiveTip } from "@/components/charts/live-tip";
import { SeriesKey } from "@/components/charts/series-key";
import { StaticViews } from "@/components/charts/static-chart";
import { useActiveMark } from "@/components/charts/use-active-mark";
import { viewAt, viewsOf } from "@/lib/charts/layout/lay-out";
import type { Plot } from "@/lib/charts/model";
import type { SeriesSlot } from "@/lib/charts/series";

interface Props {
  readonly plot: Plot;
  readonly title: string;
}

/**
 * A drawing that comes alive. The server draws it as plain SVG; when a reader reaches for it the same marks are drawn by
 * Recharts at the same places, with a tip, keys to move from mark to mark, and series to pick out. Nothing moves by it.
 */
export function LiveFrame({ plot, title }: Props) {
  const views = useMemo(() => viewsOf(plot), [plot]);
  const still = useMemo(() => <StaticViews views={views} />, [views]);
  const stage = useRef<HTMLDivElement>(null);
  const [isAwake, setAwake] = useState(false);
  const [chosen, setChosen] = useState<SeriesSlot | null>(null);
  const [isDrawn, setDrawn] = useState(false);
  const { Live, width, reach } = useLiveChart(stage);
  const { plot: seen, drawing } = viewAt(views, width);
  const { active, handlers } = useActiveMark(seen, drawing, stage);
  useEffect(() => {
    setAwake(true);
    if (stage.current?.matches(":hover")) reach();
  }, [reach]);

  const shown = active === null ? undefined : drawing.marks[active];
  return (
    <>
      <div className="chart-live" data-chosen={chosen ?? undefined}>
        {plot.kind === "line" ? (
          <SeriesKey series={plot.series} chosen={chosen} onChoose={isAwake ? setChosen : null} />
        ) : null}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it has a role as soon as it has anything to offer */}
        <div
          ref={stage}
          className="chart-stage"
          {...(isAwake && {
            ...handlers,
            role: "application",
            tabIndex: 0,
            "aria-label": `${title}. Arrow keys move from figure to figure, Enter opens one.`,
          })}
          onPointerEnter={reach}
          onFocus={reach}
        >
          {Live === null ? null : (
            <Live
              plot={seen}
              drawing={drawing}
              width={width}
              active={active}
              isHidden={!isDrawn}
              onDrawn={() => setDrawn(true)}
            />
          )}
          {Live !== null && isDrawn ? null : still}
          {shown ? <LiveTip placed={shown} drawing={drawing} stage={stage} /> : null}
        </div>
      </div>
      <ChartKey plot={plot} views={views} />
    </>
  );
}

/** The living chart's code once `reach` was called, back to none for printing, where paper has another width; and the width of the stage, 0 until it is known. */
function useLiveChart(stage: { readonly current: HTMLElement | null }) {
  const [Live, setLive] = useState<ComponentType<LiveChartProps> | null>(null);
  const [width, setWidth] = useState(0);
  const [reach] = useState(() => () => {
    import("@/components/charts/live-chart").then(
      ({ LiveChart }) => setLive(() => LiveChart),
      // Out of reach: the chart stays as it is, which is complete.
      () => undefined,
    );
  });
  useEffect(() => {
    if (!stage.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(stage.current);
    const rest = () => setLive(null);
    addEventListener("beforeprint", rest);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", rest);
    };
  }, [stage]);
  return { Live: width === 0 ? null : Live, width, reach };
}
