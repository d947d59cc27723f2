"use client";

import { useEffect, useMemo, useState } from "react";
import { type ApiBody, ask } from "@/components/admin/api-client";
import { useLookUp } from "@/components/admin/fields/known-records";
import { digitsOf } from "@/components/admin/fields/number-field";
import { useLate } from "@/components/admin/fields/use-late";
import type { FigureDraft, FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import type { VerdictKind } from "@/lib/figures/claims/verdict";
import { paths } from "@/lib/paths";

/** A figure that stands near the one in the form. `same`: it says the same of the same thing. */
export type SimilarFigure = FigureRecord & {
  readonly same: boolean;
  readonly verdict: VerdictKind | { readonly kind: VerdictKind; readonly reason: string } | null;
};

type LikelyAnswer = ApiBody<never> & { readonly rows?: readonly SimilarFigure[] };

const REST_MS = 400;

/** Figures of the same metric and region, with how they stand to what is being typed; asked for when typing rests. */
export function useSimilarFigures(draft: FigureDraft, exceptKey: string | null): readonly SimilarFigure[] {
  const [rows, setRows] = useState<readonly SimilarFigure[]>([]);
  const address = useLate(addressFor(draft), REST_MS);
  useEffect(() => {
    if (address === null) {
      setRows([]);
      return;
    }
    const stop = new AbortController();
    // Without an answer there is nothing to compare with; saving is not held up.
    void ask<LikelyAnswer>({ method: "GET", path: address, signal: stop.signal }).then(({ isOk, body }) => {
      if (!stop.signal.aborted) setRows((isOk && body?.rows) || []);
    });
    return () => stop.abort();
  }, [address]);
  useLookUp(rows);
  return useMemo(() => (exceptKey === null ? rows : rows.filter(({ key }) => key !== exceptKey)), [rows, exceptKey]);
}

function addressFor(draft: FigureDraft): string | null {
  const { metric, region, organisation, period, asOf, wording, outlook, release, basis } = draft;
  if (typeof metric !== "string" || typeof region !== "string") return null;
  return paths.api.likelyFigures({
    metric,
    region,
    organisation: typeof organisation === "string" ? organisation : null,
    period: period.trim(),
    asOf: asOf.trim(),
    value: digitsOf(draft.value),
    valueHigh: wording === "between" ? digitsOf(draft.valueHigh) : null,
    wording,
    outlook,
    release,
    basis: basis.trim(),
  });
}
