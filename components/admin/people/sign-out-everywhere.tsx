"use client";

import { ErrorNotice } from "@/components/admin/people/error-notice";
import { useAsking } from "@/components/admin/people/use-asking";
import { forgetEditing } from "@/components/admin/shell/editing-mark";
import { paths } from "@/lib/paths";

/** Ends every session of this person, here as well. */
export function SignOutEverywhere() {
  const { ask, trouble, isBusy } = useAsking("sessions");
  const send = async () => {
    if (!(await ask("DELETE", paths.api.me("/sessions")))) return;
    forgetEditing();
    location.assign(paths.login());
  };
  return (
    <>
      <button type="button" className="btn" disabled={isBusy} onClick={send}>
        Sign out everywhere
      </button>
      <ErrorNotice message={trouble} />
    </>
  );
}
