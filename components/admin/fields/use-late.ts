"use client";

import { useEffect, useState } from "react";

/** A value once it has rested for so many milliseconds; until then the one before. */
export function useLate<Value>(value: Value, restMs: number): Value {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return late;
}
