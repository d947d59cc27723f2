"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { read } from "@/components/admin/api-client";
import type { Issue } from "@/components/admin/fields/error-summary";
import {
  CHOICE_RESOURCES,
  type ChoiceKeys,
  type ChoiceRecord,
  type ChoiceResource,
  choiceKey,
  type FigureChoices,
  type FoundRecords,
  keysByResource,
  referencesOf,
} from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";

/** No records at all. */
export const NOTHING_KNOWN: FigureChoices = { metrics: [], regions: [], organisations: [], sources: [], topics: [] };

/**
 * The records that this browser has been told of: sent with a page, found by a search, looked up by key, or made here. A form shows
 * names and units from them; it asks for what it refers to and they do not hold (useLookUp).
 */
let known = NOTHING_KNOWN;
/** Keys that were asked for and that no record has, as "metrics some-key". */
const absent = new Set<string>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes in records; what was known of them before is replaced. */
export function learn(found: Partial<FigureChoices>): void {
  const next = merged(known, found);
  if (next === known) return;
  known = next;
  for (const listener of listeners) listener();
}

/** Records with others laid over them, in the order of the first; the same object where nothing is added or changed. */
function merged(before: FigureChoices, over: Partial<FigureChoices>): FigureChoices {
  const changed = CHOICE_RESOURCES.flatMap((resource) => {
    const records = before[resource] as readonly ChoiceRecord[];
    const newest = new Map((over[resource] ?? []).map((record) => [choiceKey(record), record]));
    const isSame = (record: ChoiceRecord) => {
      const other = newest.get(choiceKey(record));
      return other === undefined || other === record || JSON.stringify(other) === JSON.stringify(record);
    };
    const kept = records.map((record) => (isSame(record) ? record : (newest.get(choiceKey(record)) ?? record)));
    for (const record of records) newest.delete(choiceKey(record));
    const isChanged = newest.size > 0 || kept.some((record, index) => record !== records[index]);
    return isChanged ? [[resource, [...kept, ...newest.values()]] as const] : [];
  });
  return changed.length === 0 ? before : { ...before, ...Object.fromEntries(changed) };
}

/** The records that came with a page, and those learned since. */
export function useKnownRecords(sent: FigureChoices): FigureChoices {
  const found = useSyncExternalStore(
    subscribe,
    () => known,
    () => NOTHING_KNOWN,
  );
  useEffect(() => learn(sent), [sent]);
  return useMemo(() => merged(sent, found), [sent, found]);
}

/** The same outside of drawing: after something was looked up. */
export function knownRecords(sent: FigureChoices): FigureChoices {
  return merged(sent, known);
}

/** Most keys asked for at once (lib/schemas/admin-parts.ts). */
const MOST_KEYS = 200;

/** Looks up what anything shaped like records refers to and is not known. False where it could not be asked. */
export async function lookUp(fields: unknown): Promise<boolean> {
  const keys = unknownKeys(referencesOf(fields));
  const asked = CHOICE_RESOURCES.flatMap((resource) => {
    const parts = Array.from({ length: Math.ceil(keys[resource].length / MOST_KEYS) }, (_, part) =>
      keys[resource].slice(part * MOST_KEYS, (part + 1) * MOST_KEYS),
    );
    return parts.map((part) => lookUpKeys(resource, part));
  });
  return (await Promise.all(asked)).every((isDone) => isDone);
}

async function lookUpKeys(resource: ChoiceResource, keys: readonly string[]): Promise<boolean> {
  const found = await read<FoundRecords>(paths.api.choices(resource, { key: keys }));
  if (found === null) return false;
  const there = new Set(found.records.map(choiceKey));
  for (const key of keys) if (!there.has(key)) absent.add(`${resource} ${key}`);
  learn({ [resource]: found.records });
  return true;
}

function unknownKeys(keys: ChoiceKeys): ChoiceKeys {
  return keysByResource((resource) => {
    const there = new Set(known[resource].map(choiceKey));
    return keys[resource].filter((key) => !there.has(key) && !absent.has(`${resource} ${key}`));
  });
}

/** Milliseconds after which what could not be looked up is asked for again; each time twice as many. */
const AGAIN_MS = 3000;

/** Looks up what a form refers to and does not know: a draft that was kept may name any record. */
export function useLookUp(fields: unknown): void {
  const wanted = JSON.stringify(referencesOf(fields));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const look = async (pause: number) => {
      const isDone = await lookUp(JSON.parse(wanted));
      if (!isDone && isWanted) timer = setTimeout(() => void look(pause * 2), pause);
    };
    void look(AGAIN_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted]);
}

/** Why a figure cannot be checked before it is sent: what it refers to is not looked up yet. */
export function lookUpIssues(fields: unknown): readonly Issue[] {
  const isKnown = Object.values(unknownKeys(referencesOf(fields))).every((keys) => keys.length === 0);
  const message =
    "The site has not told yet what this figure refers to, so it cannot be checked: save it again in a moment";
  return isKnown ? [] : [{ path: "", code: "not_looked_up", message }];
}
