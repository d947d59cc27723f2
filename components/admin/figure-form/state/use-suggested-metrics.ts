"use client";

import { useEffect, useState } from "react";
import { type ApiBody, ask, PATIENCE_SECONDS } from "@/components/admin/api-client";
import { learn } from "@/components/admin/fields/known-records";
import { useLate } from "@/components/admin/fields/use-late";
import type { ChoiceRecord } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";
import type { Counted } from "@/lib/reading/metrics/fit-unit";

/** What the site suggests: metrics by slug, the best first; none while it `isBusy`, and where it could not be asked. */
interface Suggested {
  readonly slugs: readonly string[];
  readonly isBusy: boolean;
}

/** Most characters of a phrase, and of what it counts, that metrics are asked for (lib/schemas/read-request.ts). */
const MOST_CHARACTERS = 1000;
const MOST_OF_UNIT = 200;

/** The metrics that a phrase is most likely about: the site knows all of them. It is asked once the phrase rests for `restMs`; null asks nothing. */
export function useSuggestedMetrics(
  question: { readonly phrase: string; readonly counted: Counted } | null,
  restMs: number,
): Suggested {
  const asked = question === null ? null : JSON.stringify(bodyOf(question.phrase, question.counted));
  const late = useLate(asked, restMs);
  const [found, setFound] = useState<{ readonly asked: string; readonly slugs: readonly string[] } | null>(null);
  useEffect(() => {
    if (late === null) return;
    const stop = new AbortController();
    void ask<ApiBody<readonly ChoiceRecord<"metrics">[]>>({
      method: "POST",
      path: paths.api.suggestedMetrics(),
      body: JSON.parse(late),
      seconds: PATIENCE_SECONDS,
      signal: stop.signal,
    }).then(({ isOk, body }) => {
      if (stop.signal.aborted) return;
      const metrics = (isOk && body?.data) || [];
      learn({ metrics });
      setFound({ asked: late, slugs: metrics.map(({ slug }) => slug) });
    });
    return () => stop.abort();
  }, [late]);
  const isBusy = asked !== null && found?.asked !== asked;
  return { slugs: asked === null || isBusy || found === null ? [] : found.slugs, isBusy };
}

function bodyOf(phrase: string, { unit, per, whole, change }: Counted) {
  const clipped = (text: string | null) => text?.slice(0, MOST_OF_UNIT) ?? null;
  const named = unit === null ? null : { kind: unit.kind, text: unit.text.slice(0, MOST_OF_UNIT) };
  const counted = { unit: named, per: clipped(per), whole: clipped(whole), change };
  return { phrase: phrase.slice(0, MOST_CHARACTERS), counted };
}
