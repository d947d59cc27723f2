"use client";

import { useEffect, useState } from "react";
import { read } from "@/components/admin/api-client";
import { learn } from "@/components/admin/fields/known-records";
import { useLate } from "@/components/admin/fields/use-late";
import { type ChoiceRecord, type ChoiceResource, choiceKey, type FoundRecords } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";

/** How long typing rests before it is searched for. */
const REST_MS = 150;

interface Found {
  readonly text: string;
  readonly records: readonly ChoiceRecord[];
  readonly total: number;
  /** Number of the last page that was read, from 1. */
  readonly page: number;
}

/** How a search stands. `found` is of another text while this one is searched for: it is not shown then. */
export interface Search {
  readonly state: "searching" | "found" | "failed";
  /** Records of the text, best first; empty unless found. */
  readonly records: readonly ChoiceRecord[];
  /** How many there are, those that are not read yet included. */
  readonly total: number;
  /** Reads the next page; asks again where the search failed. */
  readonly goOn: () => void;
}

/** Searches the records of a resource for a text; null searches nothing. What is found is known from then on (useKnownRecords). */
export function useSearch(resource: ChoiceResource, text: string | null): Search {
  const late = useLate(text, REST_MS);
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useEffect(() => {
    if (late === null) return;
    const stop = new AbortController();
    setFailed(null);
    void readPage(resource, late, 1, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer === null) setFailed(late);
      else setFound({ text: late, ...answer, page: 1 });
    });
    return () => stop.abort();
  }, [resource, late, round]);

  const readMore = async ({ text: ofText, records, page }: Found) => {
    const answer = await readPage(resource, ofText, page + 1);
    if (answer === null) return;
    const there = new Set(records.map(choiceKey));
    const more = answer.records.filter((record) => !there.has(choiceKey(record)));
    const next = { text: ofText, records: [...records, ...more], total: answer.total, page: page + 1 };
    setFound((before) => (before?.text === ofText && before.page === page ? next : before));
  };
  if (text !== null && failed === text) {
    return { state: "failed", records: [], total: 0, goOn: () => setRound(round + 1) };
  }
  if (found === null || found.text !== text)
    return { state: "searching", records: [], total: 0, goOn: () => undefined };
  return { state: "found", records: found.records, total: found.total, goOn: () => void readMore(found) };
}

async function readPage(resource: ChoiceResource, text: string, page: number, signal?: AbortSignal) {
  const answer = await read<FoundRecords>(paths.api.choices(resource, { q: text, page }), signal);
  if (answer !== null) learn({ [resource]: answer.records });
  return answer;
}
