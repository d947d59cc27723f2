"use client";

import type { ReactNode } from "react";
import { Trouble } from "@/components/admin/people/trouble";

/** A short form with one button. What it could not do stands above the button, what it did beside it. */
export function SmallForm({
  button,
  isMain = false,
  isDisabled,
  trouble,
  said = null,
  onSend,
  children,
}: {
  readonly button: string;
  /** Whether this is what the page is for. */
  readonly isMain?: boolean;
  readonly isDisabled: boolean;
  readonly trouble: string | null;
  readonly said?: string | null;
  readonly onSend: () => Promise<unknown>;
  readonly children: ReactNode;
}) {
  return (
    <form
      className="fields small-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend();
      }}
    >
      {children}
      <Trouble message={trouble} />
      <div className="save-bar">
        <button type="submit" className={isMain ? "btn primary" : "btn"} disabled={isDisabled}>
          {button}
        </button>
        {said === null ? null : <span role="status">{said}</span>}
      </div>
    </form>
  );
}
