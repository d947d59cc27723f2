import { Fragment, type RefObject, useLayoutEffect, useState } from "react";
import type { Drawing, PlacedMark } from "@/lib/charts/layout/drawing";
import { placeOf } from "@/lib/charts/layout/hit-test";

interface Props {
  readonly placed: PlacedMark;
  readonly drawing: Drawing;
  readonly stage: RefObject<HTMLElement | null>;
}

/** What is said about a figure of the chart. */
interface Words {
  readonly label: string;
  readonly quantity: string;
  readonly period: string;
  readonly speaker: string;
  readonly source: { readonly text: string; readonly href: string } | null;
}

const WIDTH = 280;
/** px between a mark and its tip. */
const GAP = 14;
/** px above a mark within which a tip has room. */
const HEIGHT = 150;

/** Figure, wording, period, speaker and source of a mark, in the words of the table behind the chart: shown beside the mark and spoken. A mark of several claims opens them all. */
export function LiveTip({ placed, drawing, stage }: Props) {
  const [words, setWords] = useState<readonly Words[]>([]);
  useLayoutEffect(() => setWords(wordsOf(stage.current, placed.mark.figures)), [placed, stage]);
  const box = stage.current?.getBoundingClientRect();
  const [first] = words;
  if (!box || !first) return null;
  const { claims } = placed.mark;
  const { x, y } = placeOf(drawing, placed, box.width);
  const width = Math.min(WIDTH, box.width);
  const left = Math.max(0, Math.min(box.width - width, x - width / 2));
  const hasRoomAbove = box.top + y > HEIGHT;
  const place = hasRoomAbove ? { bottom: box.height - y + GAP } : { top: y + GAP };
  return (
    <div className="chart-tip" style={{ left, width, ...place }}>
      <output>
        <b>{claims > 1 ? placed.mark.text : first.quantity}</b>
        <span>{claims > 1 ? first.label : `${first.label}, ${first.period}`}</span>
        {claims > 1 ? null : <span>Says {first.speaker}</span>}
        {words.map(({ quantity, period, speaker, source }, index) => (
          <Fragment key={placed.mark.figures[index]}>
            {claims > 1 ? (
              <span className="chart-claim">
                {quantity}, {period}, says {speaker}
              </span>
            ) : null}
            {source === null ? null : (
              <a href={source.href} tabIndex={-1}>
                {source.text}
              </a>
            )}
          </Fragment>
        ))}
      </output>
    </div>
  );
}

/** Reads the rows of the chart's table: those words are on the page already, so they are not sent twice. */
function wordsOf(stage: HTMLElement | null, figures: readonly number[]): Words[] {
  const rows = stage?.closest("figure")?.querySelectorAll(".chart-table tbody tr");
  return figures.flatMap((index) => {
    const [label, quantity, period, speaker, source] = rows?.[index]?.children ?? [];
    if (!source) return [];
    const link = source.querySelector<HTMLAnchorElement>("a:not(.n)");
    return {
      label: textOf(label),
      quantity: textOf(quantity),
      period: textOf(period),
      speaker: textOf(speaker),
      source: link && { text: textOf(link), href: link.href },
    };
  });
}

const textOf = (element: Element | undefined) => element?.textContent?.trim() ?? "";
