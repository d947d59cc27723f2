"use client";

import { useEffect, useRef, useState } from "react";

/** Longer than a click takes: a message that moves the page while a button is being pressed would take the button away. */
const AFTER_MS = 250;

/** Whether the person has left a field since it last changed: `leave` when the focus goes, `stay` when it is changed. */
export function useFieldLeft() {
  const [left, setLeft] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const leave = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setLeft(true), AFTER_MS);
  };
  const stay = () => {
    clearTimeout(timer.current);
    setLeft(false);
  };
  return { left, leave, stay };
}
