"use client";

import { useEffect, useState } from "react";
import { type ApiBody, ask, PATIENCE_SECONDS } from "@/components/admin/api-client";
import { learn } from "@/components/admin/fields/known-records";
import { useLate } from "@/components/admin/fields/use-late";
import type { ChoiceRecord } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";
import type { Counted } from "@/lib/reading/fit-unit";

/** How long typing rests before metrics are asked for. */
const REST_MS = 200;
const NONE: readonly string[] = [];

/** Most characters of a phrase, and of what it counts, that metrics are asked for (lib/schemas/read-request.ts). */
const MOST_CHARACTERS = 1000;
const MOST_OF_UNIT = 200;

/**
 * The metrics, by slug, that a phrase is most likely about, the best first: the site knows all of them. None for null, and while the
 * site has not answered.
 */
export function useSuggestedMetrics(question: { readonly phrase: string; readonly counted: Counted } | null) {
  const asked = question === null ? null : JSON.stringify(bodyOf(question.phrase, question.counted));
  const late = useLate(asked, REST_MS);
  const [found, setFound] = useState<{ readonly asked: string; readonly slugs: readonly string[] } | null>(null);
  useEffect(() => {
    if (late === null) return;
    const stop = new AbortController();
    const request = { method: "POST", path: paths.api.suggestedMetrics(), body: JSON.parse(late) };
    void ask<ApiBody<readonly ChoiceRecord<"metrics">[]>>({
      ...request,
      seconds: PATIENCE_SECONDS,
      signal: stop.signal,
    }).then(({ isOk, body }) => {
      if (stop.signal.aborted || !isOk) return;
      const metrics = body?.data ?? [];
      learn({ metrics });
      setFound({ asked: late, slugs: metrics.map(({ slug }) => slug) });
    });
    return () => stop.abort();
  }, [late]);
  return found !== null && found.asked === asked ? found.slugs : NONE;
}

function bodyOf(phrase: string, { unit, per, whole, change }: Counted) {
  const clipped = (text: string | null) => text?.slice(0, MOST_OF_UNIT) ?? null;
  const named = unit === null ? null : { kind: unit.kind, text: unit.text.slice(0, MOST_OF_UNIT) };
  const counted = { unit: named, per: clipped(per), whole: clipped(whole), change };
  return { phrase: phrase.slice(0, MOST_CHARACTERS), counted };
}
