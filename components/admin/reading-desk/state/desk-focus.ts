import { fieldId } from "@/components/admin/fields/field-id";

/** The box around the metric of the chosen figure. */
export const METRIC_BOX = "metric-choice";

/** Puts the focus into the field of the metric: of a new one, into its name. */
export function focusMetric(): void {
  const field = document.getElementById(fieldId("metric")) ?? document.getElementById(fieldId("metric.name"));
  field?.focus();
}

/**
 * Puts the focus where the next figure asks for a hand: at its metric where that is not sure, else on the desk. Whoever goes from button
 * to button by keyboard is left where they are; so is whoever is in a field of another figure.
 */
export function focusForFigure(box: HTMLElement, isUnsure: boolean): void {
  const active = document.activeElement;
  const isByKeyboard = active instanceof HTMLButtonElement && active.matches(":focus-visible");
  if (isByKeyboard && box.contains(active)) return;
  const target = (isUnsure ? document.getElementById(METRIC_BOX) : null) ?? box;
  target.focus({ preventScroll: true });
}

/**
 * Brings the focus back to the desk where it was lost with what had it, or still is in the field of what was just chosen; at once, so that
 * the next key is a command. Whoever leaves that field for another has left it by then.
 */
export function returnFocus(box: HTMLElement, chosenIn: string | null = null): void {
  const active = document.activeElement;
  const isLost = chosenIn === null && (active === null || active === document.body);
  if (isLost || (chosenIn !== null && active?.id === fieldId(chosenIn))) box.focus({ preventScroll: true });
}
