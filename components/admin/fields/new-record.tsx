"use client";

import type { ReactNode } from "react";

/** The fields of a new record in place of the box that chooses one; made together with what it belongs to, so nothing is lost. */
export function NewRecord({
  title,
  backLabel,
  onBack,
  children,
}: {
  readonly title: string;
  readonly backLabel: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="new-record">
      <legend>{title}</legend>
      {children}
      <button type="button" className="linklike" onClick={onBack}>
        {backLabel}
      </button>
    </fieldset>
  );
}
