"use client";

import { useEffect } from "react";

/** Where the reader script looks whether somebody has signed in in this browser. */
const MARK = "editing";

/** Marks this browser as one in which somebody is signed in, so that public pages ask for the ways to edit. Says nothing about whom. */
export function EditingMark() {
  useEffect(() => {
    try {
      localStorage.setItem(MARK, "1");
    } catch {
      // Storage is refused: public pages stay without the bar.
    }
  }, []);
  return null;
}

/** Takes the mark away: nobody is signed in any more. */
export function forgetEditing(): void {
  try {
    localStorage.removeItem(MARK);
  } catch {
    // There was none.
  }
}
