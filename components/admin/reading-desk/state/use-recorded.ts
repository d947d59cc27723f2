"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { read } from "@/components/admin/api-client";
import { type DeskState, type Recorded, withRecorded } from "@/components/admin/reading-desk/state/desk-state";
import { paths } from "@/lib/paths";

type Change = (next: (before: DeskState) => DeskState) => void;

/** What is recorded from the source of the desk, which follows what was done to its drafts elsewhere; `look` looks again. */
export function useRecorded(state: DeskState, change: Change) {
  const [recorded, setRecorded] = useState<readonly Recorded[]>([]);
  const latest = useRef(state);
  latest.current = state;
  const slug = state.figures !== null && typeof state.source === "string" ? state.source : null;
  const look = useCallback(async () => {
    const seen = latest.current.decisions;
    const found = slug === null ? [] : await read<readonly Recorded[]>(paths.api.recordedPhrases(slug));
    if (found === null) return;
    setRecorded(found);
    if (slug !== null) change((before) => (before.source === slug ? withRecorded(before, found, seen) : before));
  }, [slug, change]);
  useEffect(() => void look(), [look]);
  return { recorded, look };
}
