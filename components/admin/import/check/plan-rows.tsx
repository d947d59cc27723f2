"use client";

import { useEffect, useState } from "react";
import { read } from "@/components/admin/api-client";
import type { ImportJob } from "@/lib/importing/job";
import { PAGE_ROWS, type PlannedRow, ROW_ACTIONS, type RowAction } from "@/lib/importing/plan";
import { paths } from "@/lib/paths";

const NAMES: Readonly<Record<RowAction, string>> = {
  refused: "Refused",
  added: "Added",
  changed: "Changed",
  unchanged: "Unchanged",
};
const number = new Intl.NumberFormat("en-GB");

/** Rows of a checked file, one kind at a time and fifty on a page; those with problems first. */
export function PlanRows({ job }: { readonly job: ImportJob }) {
  const totals = job.summary?.totals;
  const first = ROW_ACTIONS.find((fate) => (totals?.[fate] ?? 0) > 0) ?? "added";
  const [shown, setShown] = useState<{ readonly fate: RowAction; readonly page: number }>({ fate: first, page: 0 });
  const [rows, setRows] = useState<readonly PlannedRow[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void read<readonly PlannedRow[]>(paths.api.importRows(job.id, shown), stop.signal).then((found) => {
      if (!stop.signal.aborted) setRows(found ?? []);
    });
    return () => stop.abort();
  }, [job.id, shown]);
  if (totals === undefined) return null;
  const pages = Math.ceil(totals[shown.fate] / PAGE_ROWS);
  return (
    <section data-whole="" aria-labelledby="import-rows">
      <h2 id="import-rows">Row by row</h2>
      <fieldset className="import-kinds">
        <legend className="hidden">Kind of rows</legend>
        {ROW_ACTIONS.map((fate) => (
          <label key={fate} className={`chip is-${fate}`}>
            <input
              type="radio"
              name="import-kind"
              checked={shown.fate === fate}
              disabled={totals[fate] === 0}
              onChange={() => setShown({ fate, page: 0 })}
            />
            {NAMES[fate]} <b>{number.format(totals[fate])}</b>
          </label>
        ))}
      </fieldset>
      <ol className="import-rows plain" aria-busy={rows === null}>
        {(rows ?? []).map((row) => (
          <RowItem key={`${row.row} ${row.cell?.column} ${row.label}`} row={row} />
        ))}
      </ol>
      {pages < 2 ? null : (
        <p className="save-bar">
          <button
            type="button"
            className="btn small"
            disabled={shown.page === 0}
            onClick={() => setShown({ ...shown, page: shown.page - 1 })}
          >
            Previous
          </button>
          <span className="hint" role="status">
            Page {number.format(shown.page + 1)} of {number.format(pages)}
          </span>
          <button
            type="button"
            className="btn small"
            disabled={shown.page + 1 >= pages}
            onClick={() => setShown({ ...shown, page: shown.page + 1 })}
          >
            Next
          </button>
        </p>
      )}
    </section>
  );
}

function RowItem({
  row: { row, cell, label, marks, figure, changes, problems, warnings },
}: {
  readonly row: PlannedRow;
}) {
  return (
    <li>
      <p className="import-row-head">
        <b>Row {number.format(row)}</b>{" "}
        {cell == null ? null : (
          <span className="import-cell">
            {cell.column} <q>{cell.text}</q> →{" "}
          </span>
        )}
        {figure === null ? label : <a href={paths.admin.edit("figures", figure)}>{label}</a>}
        {marks ? `, ${marks}` : ""}
      </p>
      {problems.length + changes.length + warnings.length === 0 ? null : (
        <ul>
          {problems.map(({ column, code, message }) => (
            <li key={`${column} ${code}`} className="import-problem">
              {column === null ? null : <b>{column}: </b>}
              {message}
            </li>
          ))}
          {warnings.map(({ column, code, message }) => (
            <li key={`${column} ${code}`} className="import-warning">
              {column === null ? null : <b>{column}: </b>}
              {message}
            </li>
          ))}
          {changes.map(({ part, before, after }) => (
            <li key={part}>
              {PARTS[part] ?? part}: {before === null ? "nothing" : <del>{before}</del>} →{" "}
              <ins>{after ?? "nothing"}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const PARTS: Readonly<Record<string, string>> = {
  valueHigh: "upper value",
  alternativeUnit: "currency of the conversion",
  asOf: "as of",
  speakerKind: "kind of speaker",
};
