"use client";

import { useEffect, useId, useRef, useState } from "react";

/** A secret that is shown this one time, ready to copy. */
export function ShownOnce({
  label,
  text,
  note,
}: {
  readonly label: string;
  readonly text: string;
  readonly note: string;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => field.current?.select(), []);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Copy it by hand: it is chosen already"),
    );
  return (
    <div className="notice ok shown-once">
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          ref={field}
          className="secret"
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="btn" onClick={copy}>
          Copy
        </button>
      </div>
      <p>
        {note} <span role="status">{said}</span>
      </p>
    </div>
  );
}
