"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";

/** The address a form asks for, without the controls left empty. */
function addressOf(action: string, form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") query.append(name, value);
  }
  return query.size === 0 ? action : `${action}?${query}`;
}

type Control = HTMLSelectElement | HTMLInputElement;

/** The controls that say in `data-shown` which value the view on the page has. */
function controlsOf(form: HTMLFormElement | null): readonly Control[] {
  return [...(form?.querySelectorAll<Control>("[data-shown]") ?? [])];
}

const isBox = (control: Control) => control.type === "checkbox";
/** A text is looked for when it is whole: by Enter or the button. */
const isText = (target: EventTarget) => target instanceof HTMLInputElement && target.type === "search";
/** A text that is being typed is not taken back by a view that arrives meanwhile. */
const isTyped = (control: Control) => isText(control) && control === document.activeElement;
const valueIn = (control: Control) =>
  control instanceof HTMLInputElement && isBox(control) ? String(control.checked) : control.value;

function settle(control: Control) {
  const shown = control.dataset.shown ?? "";
  if (control instanceof HTMLInputElement && isBox(control)) control.checked = shown === "true";
  else control.value = shown;
}

/**
 * A GET form whose view follows its controls in place, keeping focus and scroll; Back brings the last view and its controls.
 * Without the framework it is a plain form with a button; a change made before the framework arrived is caught up with.
 */
export function FilterForm({
  action,
  label,
  children,
}: {
  readonly action: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const router = useRouter();
  const ref = useRef<HTMLFormElement>(null);
  const [isLive, setLive] = useState(false);
  const [isBusy, startTransition] = useTransition();

  const show = () => {
    const form = ref.current;
    if (form) startTransition(() => router.push(addressOf(action, form), { scroll: false }));
  };

  useEffect(() => {
    if (isBusy) return;
    const controls = controlsOf(ref.current);
    if (isLive) return controls.filter((control) => !isTyped(control)).forEach(settle);
    setLive(true);
    if (controls.some((control) => valueIn(control) !== control.dataset.shown)) show();
  });

  return (
    <form
      ref={ref}
      className="filters"
      action={action}
      aria-label={label}
      aria-busy={isBusy}
      autoComplete="off"
      data-enhanced={isLive ? "live" : "waiting"}
      onChange={(event) => {
        if (!isText(event.target)) show();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      {children}
    </form>
  );
}
