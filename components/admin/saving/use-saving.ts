"use client";

import { useCallback, useRef, useState } from "react";
import { errorsOf, focusFirst, type Issue, inPageOrder } from "@/components/admin/fields/error-summary";
import { type Outcome, type Sending, send } from "@/components/admin/saving/send";

/** What is going on with a save. */
export type SavingState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  | Exclude<Outcome, { readonly kind: "saved" | "invalid" }>;

const IDLE: SavingState = { kind: "idle" };

/**
 * Saves what stands in a form through the API, one at a time, and keeps what has to be said about it: what is wrong with a field in the
 * form's errors (focus goes to the first), all else in `state`. `save` answers how it ended.
 */
export function useSaving(setErrors: (errors: Readonly<Record<string, string>>) => void) {
  const [state, setState] = useState<SavingState>(IDLE);
  const busy = useRef(false);

  /** Shows what is wrong, of each field the first thing, in the order of the page; or takes it all away. */
  const showIssues = useCallback(
    (found: readonly Issue[]) => {
      setErrors(errorsOf(inPageOrder(found)));
      // The fields have their messages first, so that they are read out with them.
      if (found.length > 0) setTimeout(() => focusFirst(found));
    },
    [setErrors],
  );

  /** `pathOf` gives the path in the form of a path in what was sent. */
  const save = useCallback(
    async (sending: Sending, pathOf = (path: string) => path): Promise<Outcome | null> => {
      if (busy.current) return null;
      busy.current = true;
      setState({ kind: "saving" });
      const outcome = await send(sending);
      busy.current = false;
      const issues = outcome.kind === "invalid" ? outcome.issues : [];
      showIssues(issues.map((issue) => ({ ...issue, path: pathOf(issue.path) })));
      setState(outcome.kind === "saved" || outcome.kind === "invalid" ? IDLE : outcome);
      return outcome;
    },
    [showIssues],
  );

  const reset = useCallback(() => setState(IDLE), []);

  return { showIssues, state, save, reset };
}
