"use client";

import { useState } from "react";
import { paths } from "@/lib/paths";

/** Ends the session of this browser. What was typed stays in the browser, under the name of its person. */
export function SignOut() {
  const [failed, setFailed] = useState(false);
  const signOut = async () => {
    const response = await fetch(paths.api.signOut(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).catch(() => null);
    if (response?.ok) location.assign(paths.login());
    else setFailed(true);
  };
  return (
    <>
      <button type="button" className="linklike" onClick={signOut}>
        Sign out
      </button>
      <span role="status">{failed ? "Signing out failed. Try again." : ""}</span>
    </>
  );
}
