"use client";

import { useCallback, useRef, useState } from "react";
import { focusFirst, type Issue } from "@/components/admin/fields/error-summary";
import { type Outcome, type Sending, send } from "@/components/admin/saving/send";

/** What is going on with a save. */
export type SavingState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  | Exclude<Outcome, { readonly kind: "saved" | "invalid" }>;

const IDLE: SavingState = { kind: "idle" };

/**
 * Saves through the API, one at a time, and keeps what has to be said about it: `issues` by field (focus goes to the first), and
 * `state` for all else. `save` answers how it ended.
 */
export function useSaving() {
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [state, setState] = useState<SavingState>(IDLE);
  const busy = useRef(false);

  /** Shows issues found before sending, or takes them away. */
  const showIssues = useCallback((found: readonly Issue[]) => {
    setIssues(found);
    // The fields have their messages first, so that they are read out with them.
    if (found.length > 0) setTimeout(() => focusFirst(found));
  }, []);

  /** Takes away the message of a field that is being changed, and of the fields within it. */
  const clearIssue = useCallback((path: string) => {
    setIssues((before) =>
      before.some((issue) => isWithin(issue.path, path))
        ? before.filter((issue) => !isWithin(issue.path, path))
        : before,
    );
  }, []);

  const save = useCallback(
    async (sending: Sending): Promise<Outcome | null> => {
      if (busy.current) return null;
      busy.current = true;
      setState({ kind: "saving" });
      const outcome = await send(sending);
      busy.current = false;
      showIssues(outcome.kind === "invalid" ? outcome.issues : []);
      setState(outcome.kind === "saved" || outcome.kind === "invalid" ? IDLE : outcome);
      return outcome;
    },
    [showIssues],
  );

  const reset = useCallback(() => setState(IDLE), []);

  return { issues, showIssues, clearIssue, state, save, reset };
}

function isWithin(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}
