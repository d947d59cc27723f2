"use client";

import type { ReactNode } from "react";
import { FormFields } from "@/components/admin/fields/form-fields";
import { ErrorNotice } from "@/components/admin/people/error-notice";
import type { SmallFormState } from "@/components/admin/people/use-small-form";

/** A short form with one button. What it could not do stands above the button, what it did beside it. */
export function SmallForm({
  form: { fields, said, trouble, isBusy },
  button,
  isMain = false,
  isDisabled = false,
  onSend,
  children,
}: {
  readonly form: SmallFormState;
  readonly button: string;
  /** Whether this is what the page is for. */
  readonly isMain?: boolean;
  readonly isDisabled?: boolean;
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
      <FormFields form={fields}>{children}</FormFields>
      <ErrorNotice message={trouble} />
      <div className="save-bar">
        <button type="submit" className={isMain ? "btn primary" : "btn"} disabled={isBusy || isDisabled}>
          {button}
        </button>
        {said === null ? null : <span role="status">{said}</span>}
      </div>
    </form>
  );
}
