"use client";

import { type UseFormReturnType, useForm } from "@mantine/form";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { curedErrors, type Together } from "@/components/admin/saving/cured-errors";

/** Milliseconds of rest after which what was typed is written down. */
const REST_MS = 200;
const PREFIX = "footnote:typed:";
const NOTHING: Together = {};

interface Kept<Value> {
  readonly value: Value;
  /** Key of the attempt to save it, so that trying again after a reload is the same attempt. */
  readonly attempt: string | null;
  readonly sent: string | null;
}

/**
 * A form whose values survive a reload, a lost session and a failed save: they are kept in the browser under `name` until `forget` is
 * called; `isRefused` says that the browser does not keep them. `name` holds what they belong to (a person and a page); `isValue` guards
 * against what an older page kept. With `isShared`, tabs that show the same follow one another. The message at a field goes away when
 * the field is changed, with those at the fields that `together` names beside it.
 */
export function usePersistedDraft<Value extends object>({
  name,
  initial,
  isValue,
  isShared = false,
  together = NOTHING,
}: {
  readonly name: string;
  readonly initial: Value;
  readonly isValue: (stored: unknown) => stored is Value;
  readonly isShared?: boolean;
  readonly together?: Together;
}) {
  const emptied = useRef(initial);
  const [restored, setRestored] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const touched = useRef(false);
  const attempt = useRef<{ readonly key: string; readonly sent: string } | null>(null);
  const current = useRef<UseFormReturnType<Value> | null>(null);
  const form = useForm<Value>({
    initialValues: initial,
    clearInputErrorOnChange: false,
    onValuesChange: useCallback(
      (after: Value, before: Value) => {
        touched.current = true;
        current.current?.setErrors((errors) => curedErrors(errors, before, after, together));
      },
      [together],
    ),
  });
  current.current = form;
  const { values, setValues, getValues } = form;

  // Before the fields take over what was typed while the scripts were on their way: that is laid over what had been kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is read once for each name
  useLayoutEffect(() => {
    const kept = readKept<Value>(name);
    if (!kept || !isValue(kept.value)) return;
    attempt.current = attemptIn(kept);
    setValues(kept.value);
    setRestored(true);
  }, [name]);

  const write = useCallback(() => {
    if (!touched.current) return;
    const { key = null, sent = null } = attempt.current ?? {};
    setRefused(!store(name, JSON.stringify({ value: getValues(), attempt: key, sent } satisfies Kept<Value>)));
  }, [name, getValues]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: written down after each change of the values
  useEffect(() => {
    const timer = setTimeout(write, REST_MS);
    return () => clearTimeout(timer);
  }, [values, write]);

  // Another tab of the same page: whoever comes back to this one goes on with what was done there.
  useEffect(() => {
    if (!isShared) return;
    const follow = ({ key, newValue }: StorageEvent) => {
      if (key !== PREFIX + name) return;
      const kept = newValue === null ? null : readKept<Value>(name);
      if (kept !== null && !isValue(kept.value)) return;
      attempt.current = attemptIn(kept);
      setValues(kept?.value ?? emptied.current);
      touched.current = kept !== null;
    };
    addEventListener("storage", follow);
    return () => removeEventListener("storage", follow);
  }, [name, isShared, isValue, setValues]);

  useEffect(() => {
    addEventListener("pagehide", write);
    return () => removeEventListener("pagehide", write);
  }, [write]);

  /** Ends the keeping: after a save, or when the person throws away what was typed. */
  const forget = useCallback(
    (next: Value) => {
      setValues(next);
      touched.current = false;
      attempt.current = null;
      store(name, null);
      setRestored(false);
    },
    [name, setValues],
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

  return { form, forget, restored, isRefused, attemptFor };
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
