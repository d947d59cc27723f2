import type { ShownColumn } from "@/lib/importing/look/table-look";
import { USE_NAMES } from "@/lib/importing/look/use-names";
import type { ColumnUse } from "@/lib/importing/table/recipe";

/** What each column is used for, with the reason; columns that become rows are one line. */
export function ColumnUses({
  columns,
  onUse,
}: {
  readonly columns: readonly ShownColumn[];
  readonly onUse: (names: readonly string[], use: ColumnUse) => void;
}) {
  const across = columns.filter(({ use }) => use === "across");
  const isGrouped = across.length > FEW;
  const shown = isGrouped ? columns.filter((column) => column.use !== "across") : columns;
  return (
    <>
      <table className="records import-columns">
        <caption className="hidden">Columns of the file and what they are used for</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Is used for</th>
            <th scope="col">First cells</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <ColumnRow key={column.name} column={column} onUse={(use) => onUse([column.name], use)} />
          ))}
        </tbody>
      </table>
      {isGrouped ? (
        <details className="folded">
          <summary>
            The {across.length} columns that become rows, one by one: {across[0]?.name} … {across.at(-1)?.name}
          </summary>
          <table className="records import-columns">
            <caption className="hidden">Columns that become rows</caption>
            <tbody>
              {across.map((column) => (
                <ColumnRow key={column.name} column={column} onUse={(use) => onUse([column.name], use)} />
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </>
  );
}

/** Columns that become rows up to which each is a line of its own. */
const FEW = 4;

function ColumnRow({
  column: { name, use, reason, samples },
  onUse,
}: {
  readonly column: ShownColumn;
  readonly onUse: (use: ColumnUse) => void;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-name="Is used for">
        <select
          aria-label={`What the column ${name} is used for`}
          className="import-select"
          value={use}
          onChange={(event) => onUse(event.currentTarget.value as ColumnUse)}
        >
          {(Object.keys(USE_NAMES) as ColumnUse[]).map((one) => (
            <option key={one} value={one}>
              {USE_NAMES[one]}
            </option>
          ))}
        </select>{" "}
        {reason === "" ? null : <small>{reason}</small>}
      </td>
      <td data-name="First cells" className="import-samples">
        {[...new Set(samples)].join(" · ")}
      </td>
    </tr>
  );
}
