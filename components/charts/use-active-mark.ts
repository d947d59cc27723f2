import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import type { Drawing } from "@/lib/charts/layout/drawing";
import { markAfter, markAt, type Point } from "@/lib/charts/layout/hit-test";
import type { Plot } from "@/lib/charts/model";
import { paths } from "@/lib/paths";

/** Which mark the reader is at (its place in the list, null for none), and the handlers that follow pointer, finger and keys. */
export function useActiveMark(plot: Plot, drawing: Drawing, stage: RefObject<HTMLElement | null>) {
  const [active, setActive] = useState<number | null>(null);
  const pointer = useRef("mouse");
  const rest = useRef<Point | null>(null);

  const pointOf = (event: MouseEvent): Point => {
    const box = stage.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const meant = (point: Point) => markAt(plot, drawing, stage.current?.clientWidth ?? 0, point);
  const isInTip = (event: MouseEvent) => event.target instanceof Element && event.target.closest(".chart-tip") !== null;

  const follow = (event: PointerEvent) => {
    // The tip itself can be entered, to read it or to press what is in it.
    if (event.pointerType === "touch" || isInTip(event)) return;
    const point = pointOf(event);
    // What moves under a resting pointer, as a tip does that Escape closes, is no wish of the reader.
    if (point.x === rest.current?.x && point.y === rest.current.y) return;
    rest.current = point;
    setActive(meant(point));
  };

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      pointer.current = event.pointerType;
    },
    onPointerMove: follow,
    onPointerOver: follow,
    onPointerLeave: (event: PointerEvent) => {
      if (event.pointerType === "touch") return;
      rest.current = null;
      setActive(null);
    },
    // A finger cannot hover: its first touch shows the tip, a second one on the same mark follows the link.
    onClickCapture: (event: MouseEvent) => {
      if (pointer.current !== "touch" || isInTip(event)) return;
      const mark = meant(pointOf(event));
      if (mark === null || mark !== active) event.preventDefault();
      setActive(mark);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== stage.current || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") return setActive(null);
      const id = active === null ? undefined : plot.marks[active]?.ids[0];
      if (event.key === "Enter" && id !== undefined) return location.assign(paths.figure(id, { asOf: drawing.asOf }));
      const mark = markAfter(plot, active, event.key);
      if (mark === null) return;
      event.preventDefault();
      setActive(mark);
    },
    onBlur: (event: { readonly relatedTarget: EventTarget | null }) => {
      const { relatedTarget } = event;
      if (!(relatedTarget instanceof Node && stage.current?.contains(relatedTarget))) setActive(null);
    },
  };
  return { active, handlers };
}
