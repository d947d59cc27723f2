"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Milliseconds of rest after which what was typed is written down. */
const REST_MS = 200;
const PREFIX = "footnote:typed:";

interface Kept<Value> {
  readonly value: Value;
  /** Key of the attempt to save it, so that trying again after a reload is the same attempt. */
  readonly attempt: string | null;
  readonly sent: string | null;
}

/**
 * State that survives a reload, a lost session and a failed save: it is kept in the browser under `name` until `forget` is
 * called; `isRefused` says that the browser does not keep it. `name` holds what the state belongs to (a person and a page);
 * `isValue` guards against what an older page kept. With `isShared`, tabs that show the same follow one another.
 */
export function useKept<Value>(
  name: string,
  initial: Value,
  isValue: (stored: unknown) => stored is Value,
  isShared = false,
) {
  const emptied = useRef(initial);
  const [value, setValue] = useState(initial);
  const [restored, setRestored] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const touched = useRef(false);
  // Changes made before it was known what had been kept; null from then on.
  const early = useRef<((before: Value) => Value)[] | null>([]);
  const attempt = useRef<{ readonly key: string; readonly sent: string } | null>(null);
  const latest = useRef(initial);
  latest.current = value;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is read once for each name
  useEffect(() => {
    const kept = readKept<Value>(name);
    const changes = early.current ?? [];
    early.current = null;
    if (!kept || !isValue(kept.value)) return;
    attempt.current = attemptIn(kept);
    touched.current = true;
    setValue(changes.reduce((before, change) => change(before), kept.value));
    setRestored(true);
  }, [name]);

  const write = useCallback(() => {
    if (!touched.current) return;
    const kept: Kept<Value> = {
      value: latest.current,
      attempt: attempt.current?.key ?? null,
      sent: attempt.current?.sent ?? null,
    };
    setRefused(!store(name, JSON.stringify(kept)));
  }, [name]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: written down after each change of the value
  useEffect(() => {
    const timer = setTimeout(write, REST_MS);
    return () => clearTimeout(timer);
  }, [value, write]);

  // Another tab of the same page: whoever comes back to this one goes on with what was done there.
  useEffect(() => {
    if (!isShared) return;
    const follow = ({ key, newValue }: StorageEvent) => {
      if (key !== PREFIX + name) return;
      const kept = newValue === null ? null : readKept<Value>(name);
      if (kept !== null && !isValue(kept.value)) return;
      touched.current = kept !== null;
      attempt.current = attemptIn(kept);
      setValue(kept?.value ?? emptied.current);
    };
    addEventListener("storage", follow);
    return () => removeEventListener("storage", follow);
  }, [name, isShared, isValue]);

  useEffect(() => {
    addEventListener("pagehide", write);
    return () => removeEventListener("pagehide", write);
  }, [write]);

  const change = useCallback((next: Value | ((before: Value) => Value)) => {
    touched.current = true;
    if (early.current !== null)
      early.current.push(typeof next === "function" ? (next as (before: Value) => Value) : () => next);
    setValue(next);
  }, []);

  /** Ends the keeping: after a save, or when the person throws away what was typed. */
  const forget = useCallback(
    (next: Value) => {
      touched.current = false;
      attempt.current = null;
      store(name, null);
      setRestored(false);
      setValue(next);
    },
    [name],
  );

  /** The key under which this body is created: the same for the same body, also after a reload. */
  const attemptFor = useCallback(
    (body: unknown) => {
      const sent = JSON.stringify(body);
      if (attempt.current?.sent !== sent) attempt.current = { key: crypto.randomUUID(), sent };
      touched.current = true;
      write();
      return attempt.current.key;
    },
    [write],
  );

  return { value, change, forget, restored, isRefused, attemptFor };
}

function attemptIn(kept: Kept<unknown> | null): { readonly key: string; readonly sent: string } | null {
  return kept === null || kept.attempt === null || kept.sent === null ? null : { key: kept.attempt, sent: kept.sent };
}

function readKept<Value>(name: string): Kept<Value> | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null") as Kept<Value> | null;
  } catch {
    return null;
  }
}

/** Keeps text, or forgets it (null). False where storage is refused or full: then what is typed lives as long as the page. */
function store(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
    return true;
  } catch {
    return false;
  }
}
