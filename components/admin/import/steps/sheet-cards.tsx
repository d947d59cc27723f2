import type { ShownSheet } from "@/lib/importing/look/table-look";

/** The visible sheets of a workbook, each with its first cells, to choose from. */
export function SheetCards({
  sheets,
  onChoose,
}: {
  readonly sheets: readonly ShownSheet[];
  readonly onChoose: (sheet: string) => void;
}) {
  if (sheets.length < 2) return null;
  return (
    <fieldset className="import-sheets">
      <legend>Sheet</legend>
      {sheets.map(({ name, isRead, rows }) => (
        <label key={name}>
          <span>
            <input type="radio" name="import-sheet" checked={isRead} onChange={() => onChoose(name)} /> {name}
          </span>
          <table aria-hidden="true">
            <tbody>
              {rows.map(({ row, cells }) => (
                <tr key={row}>
                  {cells.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name, and their order does not change
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </label>
      ))}
    </fieldset>
  );
}
