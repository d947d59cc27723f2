"use client";

import { useEffect, useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";

/** The number of a row, taken when it is one and typing rests on it. */
export function RowField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (row: number | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      if (/^[1-9]\d{0,5}$|^0$/.test(typed)) onChange(Number(typed));
      else if (typed.trim() === "") onChange(null);
      setTyped(null);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <TextField
      path={`import.${label.toLowerCase().replaceAll(" ", "-")}`}
      label={label}
      value={typed ?? (value === null ? "" : String(value))}
      onChange={setTyped}
    />
  );
}

const REST_MS = 500;
