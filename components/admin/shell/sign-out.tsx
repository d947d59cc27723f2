"use client";

import { forgetEditing } from "@/components/admin/shell/editing-mark";
import { paths } from "@/lib/paths";

/** Ends the session of this browser. What was typed stays in the browser, under the name of its person. */
export function SignOut() {
  return (
    <form method="post" action={paths.api.signOut()} onSubmit={forgetEditing}>
      <button type="submit" className="linklike">
        Sign out
      </button>
    </form>
  );
}
