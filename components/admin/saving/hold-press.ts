import type { PointerEvent } from "react";

/**
 * For the pointerdown of a form: a button that moves while it is pressed, because the field that was left shows a message, is still
 * the one that was pressed.
 */
export function holdPress({ target, pointerId }: PointerEvent<HTMLElement>): void {
  if (target instanceof Element) target.closest("button")?.setPointerCapture(pointerId);
}
