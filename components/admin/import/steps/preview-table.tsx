import type { ShownRow, TableLook } from "@/lib/importing/look/table-look";

/** What a click on a row of the preview says of it. */
export type RowMark = "header" | "firstRow" | "lastRow";

/** The first and last rows of a file, with what they were taken for. A row is clicked by its number. */
export function PreviewTable({ look, onMark }: { readonly look: TableLook; readonly onMark: (row: number) => void }) {
  const { head, tail, width, rows } = look;
  const columns = Math.max(0, ...[...head, ...tail].map(({ cells }) => cells.length));
  const behind = tail.filter(({ row }) => !head.some((one) => one.row === row));
  const between = rows - head.length - behind.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section data-whole="" className="import-preview" aria-label="First and last rows of the file" tabIndex={0}>
      <table>
        <tbody>
          {head.map((row) => (
            <PreviewRow key={row.row} row={row} look={look} columns={columns} onMark={onMark} />
          ))}
          {between > 0 ? (
            <tr className="is-gap">
              <th scope="row">…</th>
              <td colSpan={Math.max(columns, 1)}>{between.toLocaleString("en-GB")} rows more</td>
            </tr>
          ) : null}
          {behind.map((row) => (
            <PreviewRow key={row.row} row={row} look={look} columns={columns} onMark={onMark} />
          ))}
        </tbody>
      </table>
      {width > columns ? (
        <p className="hint">
          The first {columns} of {width} columns are shown.
        </p>
      ) : null}
    </section>
  );
}

function PreviewRow({
  row: { row, cells },
  look: { place, lastRow },
  columns,
  onMark,
}: {
  readonly row: ShownRow;
  readonly look: TableLook;
  readonly columns: number;
  readonly onMark: (row: number) => void;
}) {
  const kind = kindOf(row, place, lastRow);
  return (
    <tr className={`is-${kind}`}>
      <th scope="row">
        <button type="button" onClick={() => onMark(row)} aria-label={`Row ${row}: ${KINDS[kind]}`}>
          {row}
        </button>
      </th>
      {Array.from({ length: columns }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name, and their order does not change
        <td key={index}>{cells[index] ?? ""}</td>
      ))}
    </tr>
  );
}

const KINDS = { above: "above the table", header: "header", data: "data", below: "below the table" } as const;

function kindOf(row: number, place: TableLook["place"], lastRow: number | null): keyof typeof KINDS {
  if (place === null) return "above";
  if (place.header !== null && row >= place.header && row < place.header + place.headerRows) return "header";
  if (row < place.firstRow) return "above";
  return lastRow !== null && row > lastRow ? "below" : "data";
}
