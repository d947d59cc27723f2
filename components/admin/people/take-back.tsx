"use client";

import { ErrorNotice } from "@/components/admin/people/error-notice";
import { useAsking } from "@/components/admin/people/use-asking";

/** A button that takes something back for good. `what` completes its name for those who do not see the row. */
export function TakeBack({
  path,
  name,
  what,
}: {
  readonly path: string;
  readonly name: string;
  readonly what: string;
}) {
  const { ask, trouble, isBusy } = useAsking("take-back");
  return (
    <>
      <button type="button" className="btn small" disabled={isBusy} onClick={() => void ask("DELETE", path)}>
        {name}
        <span className="hidden"> {what}</span>
      </button>
      <ErrorNotice message={trouble} />
    </>
  );
}
