import type { CSSProperties } from "react";
import { Shapes } from "@/components/charts/shapes";
import { SourceNumber, type SourceNumbers } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { positioned, shape } from "@/lib/charts/svg/shape";
import { type TimelineEvent, timeline } from "@/lib/charts/timeline";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { Milestone } from "@/lib/figures/figure";
import { edtfText } from "@/lib/format/period";

interface Props {
  readonly milestones: readonly Milestone[];
  readonly numbers: SourceNumbers;
}

const RING = [shape("circle", { class: "is-hollow", r: 6 })];
const share = (fraction: number) => `${Math.round(fraction * 1e4) / 100}%`;

/** Events in time: a list down the page where it is narrow, a proportional axis across where its texts fit side by side. */
export function TimelineChart({ milestones, numbers }: Props) {
  const { events, years, acrossFrom } = timeline(milestones);
  return (
    <div className="chart-box">
      <div className={acrossFrom === null ? "chart-time" : `chart-time is-across-${acrossFrom}`}>
        <svg className="chart-svg" height={48} aria-hidden="true">
          <line className="chart-axis" x2="100%" y1={16} y2={16} />
          {years.map(({ year, at }) => (
            <line key={year} className="chart-axis" x1={share(at)} x2={share(at)} y1={12} y2={20} />
          ))}
          {events.map(({ milestone, at, textAt }) => (
            <g key={milestone.slug} className="chart-s1">
              <line className="chart-lead" x1={share(at)} y1={22} x2={share(textAt)} y2={44} />
              <Shapes shapes={[positioned(share(at), 16, RING)]} />
            </g>
          ))}
        </svg>
        <ol>
          {events.map((event) => (
            <Event key={event.milestone.slug} event={event} numbers={numbers} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function Event({ event, numbers }: { readonly event: TimelineEvent; readonly numbers: SourceNumbers }) {
  const { milestone, textAt, since } = event;
  const [citation] = milestone.citations;
  const place = { "--at": share(textAt), "--since": Math.round(since * 100) / 100 } as CSSProperties;
  return (
    <li style={place}>
      <b>{edtfText(milestone.date, LOCALE)}</b>
      <span>
        {citation ? <a href={phraseUrl(citation)}>{milestone.title}</a> : milestone.title}
        {citation ? <SourceNumber source={citation.source} numbers={numbers} /> : null}
      </span>
    </li>
  );
}
