"use client";

import { useState } from "react";
import { type DeskDraft, type DeskState, withPublished } from "@/components/admin/reading-desk/state/desk-state";
import type { useSaving } from "@/components/admin/saving/use-saving";
import { paths } from "@/lib/paths";

/** What keeps figures from being published, by their place in the article. */
export type Troubles = Readonly<Record<number, string>>;

const NONE: Troubles = {};
const STALE = "It was changed since it was kept: look at it, then publish again.";

/**
 * Publishes the drafts of the desk: all or none. What keeps one from it is said at its figure, which is then chosen; `look` takes over
 * how the drafts stand by now.
 */
export function usePublish(
  saving: ReturnType<typeof useSaving>,
  change: (next: (before: DeskState) => DeskState) => void,
  look: () => Promise<void>,
) {
  const [troubles, setTroubles] = useState<Troubles>(NONE);
  const publish = async (drafts: readonly DeskDraft[]): Promise<string> => {
    setTroubles(NONE);
    const items = drafts.map(({ key, version }) => ({ key, version }));
    const outcome = await saving.save({
      method: "POST",
      path: paths.api.bulk("figures"),
      body: { action: "publish", items },
    });
    if (outcome === null) return "";
    if (outcome.kind === "saved") {
      const records = outcome.record as unknown as readonly { readonly key: string; readonly version: number }[];
      change((before) => withPublished(before, records));
      await look();
      return items.length === 1 ? "One figure is published." : `${items.length} figures are published.`;
    }
    const issues = outcome.kind === "invalid" ? outcome.issues : [];
    const found = drafts.flatMap(({ key, index }, at) => {
      const own = issues.find(({ path }) => path === key || path === `items.${at}` || path.startsWith(`items.${at}.`));
      return own === undefined ? [] : [[index, own.code === "stale" ? STALE : own.message] as const];
    });
    const [first] = found;
    if (first === undefined) return "";
    saving.reset();
    saving.showIssues([]);
    setTroubles(Object.fromEntries(found));
    change((before) => ({ ...before, chosen: first[0] }));
    await look();
    return `Nothing is published: ${found.length === 1 ? "one figure stands" : `${found.length} figures stand`} in the way.`;
  };
  return { troubles, publish, forgetTroubles: () => setTroubles(NONE) };
}
