import type { ReactNode } from "react";

/** A place in a drawing: px, or a share of its width as text ("35%"). */
export type Place = number | string;

interface Props {
  readonly x: Place;
  readonly y: number;
  readonly children: ReactNode;
}

/** Moves what is drawn around 0,0 to a place. A nested svg can be put at a share of the width, which a group cannot. */
export function Positioned({ x, y, children }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a part of a drawing that is hidden from screen readers as a whole.
    <svg className="chart-at" x={x} y={y}>
      {children}
    </svg>
  );
}
