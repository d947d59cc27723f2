"use client";

import { useEffect, useRef } from "react";
import { read } from "@/components/admin/api-client";
import { knownRecords, learn, NOTHING_KNOWN } from "@/components/admin/fields/known-records";
import { useLate } from "@/components/admin/fields/use-late";
import type { SourceRef } from "@/lib/figures/figure";
import { paths } from "@/lib/paths";

/** How long typing rests before an address is asked for. */
const REST_MS = 200;

/**
 * Asks what is on record of an address, so that it is known: the source that has it, and what its site mostly has. `onTold` is given
 * the sources known before and after, once for an address that was typed here: `typed` is to be called when it is.
 */
export function useAddress(
  address: string,
  onTold: (before: readonly SourceRef[], after: readonly SourceRef[]) => void,
) {
  const late = useLate(address.trim(), REST_MS);
  const isTyped = useRef(false);
  const told = useRef(onTold);
  told.current = onTold;
  useEffect(() => {
    if (late === "") return;
    const stop = new AbortController();
    void read<readonly SourceRef[]>(paths.api.sourcesOfAddress(late), stop.signal).then((sources) => {
      if (sources === null || stop.signal.aborted) return;
      const before = knownRecords(NOTHING_KNOWN).sources;
      learn({ sources });
      if (isTyped.current) told.current(before, knownRecords(NOTHING_KNOWN).sources);
    });
    return () => stop.abort();
  }, [late]);
  return {
    typed: () => {
      isTyped.current = true;
    },
  };
}
