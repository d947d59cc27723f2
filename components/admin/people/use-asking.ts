"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { focusFirst, messageAt } from "@/components/admin/fields/error-summary";
import { askSite, type Reply } from "@/components/admin/people/ask-site";

const NOTHING: Reply = { data: null, message: null, issues: [] };

/**
 * Asks the site for changes, one at a time, and keeps what it refused: `issueAt` a field, or `trouble` with the whole. `scope` stands
 * before the names of the fields, since a page may have several forms. After a change the page is read anew.
 */
export function useAsking(scope: string) {
  const router = useRouter();
  const [reply, setReply] = useState(NOTHING);
  const [isBusy, setBusy] = useState(false);

  /** Asks; answers what came back, or null when it was refused. */
  const ask = useCallback(
    async (method: string, path: string, body?: unknown): Promise<{ readonly data: unknown } | null> => {
      setBusy(true);
      const received = await askSite(method, path, body);
      const issues = received.issues.map((issue) => ({ ...issue, path: `${scope}.${issue.path}` }));
      setReply({ ...received, issues });
      setBusy(false);
      if (received.message === null) {
        router.refresh();
        return { data: received.data };
      }
      if (issues.length > 0) setTimeout(() => focusFirst(issues));
      return null;
    },
    [router, scope],
  );

  const issueAt = (field: string) => messageAt(reply.issues, `${scope}.${field}`);
  const trouble = reply.issues.length === 0 ? reply.message : null;
  return { ask, issueAt, trouble, isBusy };
}
