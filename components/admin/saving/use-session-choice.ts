"use client";

import { useCallback, useEffect, useState } from "react";

const PREFIX = "footnote:choice:";

/** A yes or no that is remembered in this tab until it is closed; no at first. */
export function useSessionChoice(name: string): readonly [boolean, (isChosen: boolean) => void] {
  const [isChosen, setChosen] = useState(false);
  useEffect(() => {
    try {
      setChosen(sessionStorage.getItem(PREFIX + name) !== null);
    } catch {
      // Storage is refused: the choice holds for this page.
    }
  }, [name]);
  const choose = useCallback(
    (next: boolean) => {
      setChosen(next);
      try {
        if (next) sessionStorage.setItem(PREFIX + name, "1");
        else sessionStorage.removeItem(PREFIX + name);
      } catch {
        // As above.
      }
    },
    [name],
  );
  return [isChosen, choose];
}
