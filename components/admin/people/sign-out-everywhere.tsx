"use client";

import { forgetEditing } from "@/components/admin/frame/editing-mark";
import { Trouble } from "@/components/admin/people/trouble";
import { useAsking } from "@/components/admin/people/use-asking";
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
      <Trouble message={trouble} />
    </>
  );
}
