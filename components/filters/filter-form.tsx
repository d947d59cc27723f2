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

/**
 * A GET form whose view follows its controls in place, keeping focus and scroll. Without the framework it is a plain form
 * with a button; a change made before the framework arrived is caught up with.
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
    if (form) startTransition(() => router.replace(addressOf(action, form), { scroll: false }));
  };
  const catchUp = useRef(show);

  useEffect(() => {
    setLive(true);
    const options = [...(ref.current?.querySelectorAll("option") ?? [])];
    const boxes = [...(ref.current?.querySelectorAll<HTMLInputElement>("[type=checkbox]") ?? [])];
    const isChanged =
      options.some((option) => option.selected !== option.defaultSelected) ||
      boxes.some((box) => box.checked !== box.defaultChecked);
    if (isChanged) catchUp.current();
  }, []);

  return (
    <form
      ref={ref}
      className="filters"
      action={action}
      aria-label={label}
      aria-busy={isBusy}
      autoComplete="off"
      data-enhanced={isLive ? "live" : "waiting"}
      onChange={show}
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      {children}
    </form>
  );
}
