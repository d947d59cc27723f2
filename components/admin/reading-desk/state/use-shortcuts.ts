"use client";

import { type RefObject, useEffect, useRef } from "react";
import { focusMetric, METRIC_BOX } from "@/components/admin/reading-desk/state/desk-focus";
import { DISMISSALS } from "@/components/admin/reading-desk/state/desk-state";
import { commandOf, type DeskCommand } from "@/components/admin/reading-desk/state/shortcuts";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";

/** Where keys are text, not commands. */
const TYPING = "input:not([type='checkbox']), textarea, select, [contenteditable], [role='listbox'], [role='option']";

/** What the keys lead to that is no part of the desk's own state. */
interface Beside {
  readonly toggleKeys: () => void;
  readonly addSelected: () => void;
}

/** Runs the commands of keys that are pressed on the desk, or where nothing has the focus: what had it may be gone. */
export function useDeskKeys(box: RefObject<HTMLElement | null>, desk: Desk, beside: Beside): void {
  const latest = useRef({ desk, beside });
  latest.current = { desk, beside };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const desk = box.current;
      if (desk === null || event.repeat || !(target instanceof HTMLElement)) return;
      if (target !== document.body && !desk.contains(target)) return;
      const isTyping = target.closest(TYPING) !== null;
      const command = commandOf(event, isTyping);
      // An open list takes Escape for itself first.
      if (command === null || (command.kind === "back" && (!isTyping || event.defaultPrevented))) return;
      event.preventDefault();
      // What a field does with the key comes first: a name that is being typed is taken over.
      if (isTyping && command.kind === "keep") setTimeout(() => obey(command, desk, latest.current));
      else obey(command, desk, latest.current);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [box]);
}

function obey(command: DeskCommand, box: HTMLElement, { desk, beside }: { desk: Desk; beside: Beside }): void {
  const press = (selector: string, at = 0) => box.querySelectorAll<HTMLElement>(selector)[at]?.click();
  const run: { readonly [Kind in Exclude<DeskCommand["kind"], "dismiss" | "offered">]: () => void } = {
    keep: () => void desk.keep(),
    next: desk.next,
    undo: () => void desk.undo(),
    metric: focusMetric,
    back: () => box.focus({ preventScroll: true }),
    help: beside.toggleKeys,
    add: beside.addSelected,
    negative: () => press("[data-negative]"),
    agree: () => press("#metric-asked input"),
  };
  if (command.kind === "dismiss") desk.dismiss(DISMISSALS[command.at] ?? DISMISSALS[0]);
  else if (command.kind === "offered") afterOffers(() => press("[data-offered]", command.at));
  else run[command.kind]();
}

/** Does something once metrics are offered for the chosen figure: at once, or when the site has answered. Never for another figure. */
function afterOffers(work: () => void): void {
  const metric = document.getElementById(METRIC_BOX);
  if (metric?.getAttribute("aria-busy") !== "true") {
    work();
    return;
  }
  const observer = new MutationObserver(() => {
    observer.disconnect();
    work();
  });
  observer.observe(metric, { attributeFilter: ["aria-busy"] });
}
