"use client";

import type { SavingState } from "@/components/admin/saving/use-saving";
import { paths } from "@/lib/paths";

/** Why a save did not happen, where that is no field's fault, with the way on. Announced. Conflicts have their own view. */
export function SavingNotice({ state, onRetry }: { readonly state: SavingState; readonly onRetry: () => void }) {
  return <div role="alert">{noticeOf(state, onRetry)}</div>;
}

function noticeOf(state: SavingState, onRetry: () => void) {
  switch (state.kind) {
    case "signed_out":
      return (
        <div className="notice warn">
          <h2>Not saved: you are signed out</h2>
          <p>{state.message}</p>
          <p className="save-bar">
            <a className="btn" href={paths.login(paths.admin.start())} target="_blank" rel="noreferrer">
              Sign in again in a new tab
            </a>
            <button type="button" className="btn" onClick={onRetry}>
              Then save again
            </button>
          </p>
        </div>
      );
    case "unavailable":
      return (
        <div className="notice warn">
          <h2>Not saved yet</h2>
          <p>{state.message}</p>
          <p className="save-bar">
            <button type="button" className="btn" onClick={onRetry}>
              Try again
            </button>
          </p>
        </div>
      );
    case "refused":
      return (
        <div className="notice alert">
          <h2>Not saved</h2>
          <p>{state.message}</p>
        </div>
      );
    default:
      return null;
  }
}
