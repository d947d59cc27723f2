"use client";

import { FIELD_NAMES, FIELDS, foldHeader, NOT_TAKEN } from "@/lib/importing/fields";
import type { PlanSummary } from "@/lib/importing/plan";
import type { ColumnUse, Recipe } from "@/lib/importing/table/recipe";

const HOW = { name: "", synonym: "", close: "spelt nearly so", hand: "chosen by you", none: "" } as const;

/** Which column was taken for what, with its first cells, each to be corrected. */
export function ColumnsTable({
  columns,
  uses,
  onUse,
}: {
  readonly columns: PlanSummary["columns"];
  /** Columns by their names, where a person said what they hold. */
  readonly uses: Recipe["columns"];
  readonly onUse: (header: string, use: ColumnUse) => void;
}) {
  return (
    <table className="records import-columns">
      <caption className="hidden">Columns of the file and what they hold</caption>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Holds</th>
          <th scope="col">First cells</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ header, field, by, samples }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat, and their order does not change
          <tr key={`${index} ${header}`}>
            <th scope="row">{header === "" ? `(column ${index + 1} has no name)` : header}</th>
            <td data-name="Holds">
              <select
                aria-label={`What the column ${header} holds`}
                className="import-select"
                value={uses[header] ?? field ?? "ignore"}
                disabled={header === ""}
                onChange={(event) => onUse(header, event.currentTarget.value as ColumnUse)}
              >
                <option value="ignore">
                  {NOT_TAKEN.has(foldHeader(header)) ? "Worked out, not imported" : "Not imported"}
                </option>
                {FIELD_NAMES.map((name) => (
                  <option key={name} value={name}>
                    {FIELDS[name].label}
                  </option>
                ))}
              </select>{" "}
              {HOW[by] === "" ? null : <small className={by === "close" ? "warned" : undefined}>{HOW[by]}</small>}
            </td>
            <td data-name="First cells" className="import-samples">
              {[...new Set(samples)].filter((sample) => sample !== "").join(" · ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
