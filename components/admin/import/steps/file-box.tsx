"use client";

import { type Ref, useState } from "react";

/** Chooses a file, or takes cells that are pasted from a spreadsheet for one. */
export function FileBox({
  input,
  chosen,
  isDisabled,
  onChoose,
}: {
  readonly input: Ref<HTMLInputElement>;
  /** Name of the file that is at hand; null for none. */
  readonly chosen: string | null;
  readonly isDisabled: boolean;
  readonly onChoose: (file: File | null) => void;
}) {
  const [typed, setTyped] = useState("");
  const paste = (text: string) => {
    // One cell is no table: it may be typed on.
    const isTable = /\t|\n.*\S/.test(text);
    setTyped(isTable ? "" : text);
    if (isTable) onChoose(new File([text], "Pasted table.tsv", { type: "text/tab-separated-values" }));
  };
  return (
    <div className="import-drop">
      <label>
        <span>{chosen === null ? "Choose a file, or drop it here" : "Choose another file, or drop it here"}</span>
        <input
          ref={input}
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,.xlsx,.xls,.ods,.zip,.json,text/csv"
          disabled={isDisabled}
          onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
      {chosen === null ? (
        <>
          <small>
            A table of figures, at most 10 MB, with any header: CSV, Excel, JSON, or one of these in an archive (.zip).
            Years or places may be its columns.
          </small>
          <label className="import-paste">
            <span>Or paste cells from a spreadsheet</span>
            <textarea
              rows={2}
              value={typed}
              disabled={isDisabled}
              onChange={(event) => paste(event.currentTarget.value)}
            />
          </label>
        </>
      ) : (
        <small>
          At hand: <b>{chosen}</b>. This browser keeps it until the import is done.
        </small>
      )}
    </div>
  );
}
