"use client";

import { useCallback, useEffect, useState } from "react";
import { type ApiBody, ask, PATIENCE_SECONDS } from "@/components/admin/api-client";
import { learn } from "@/components/admin/fields/known-records";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";

/**
 * Asks which records a text may tell of, so that they are known when places, metrics and its source are looked for in it. `isAsked`
 * once the site has answered, or could not be asked (`isFailed`); `tell` asks at once, for a text that is about to be shown.
 */
export function useRecordsInText(text: string) {
  const [asked, setAsked] = useState<{ readonly text: string; readonly isFailed: boolean } | null>(null);
  const tell = useCallback(async (of: string, signal?: AbortSignal): Promise<void> => {
    const { isOk, body } = await ask<ApiBody<Omit<FigureChoices, "topics">>>({
      method: "POST",
      path: paths.api.recordsInText(),
      body: { text: of },
      seconds: PATIENCE_SECONDS,
      signal,
    });
    if (signal?.aborted) return;
    if (isOk && body?.data) learn(body.data);
    setAsked({ text: of, isFailed: !isOk });
  }, []);
  const isAsked = text.trim() === "" || asked?.text === text;
  useEffect(() => {
    if (isAsked) return;
    const stop = new AbortController();
    void tell(text, stop.signal);
    return () => stop.abort();
  }, [text, isAsked, tell]);
  return { isAsked, isFailed: asked?.text === text && asked.isFailed, tell };
}
