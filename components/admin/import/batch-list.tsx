import { UndoBatch } from "@/components/admin/import/undo-batch";
import { LOCALE } from "@/components/ui/locale";
import type { EnumValue } from "@/lib/enums";
import { formatCount } from "@/lib/format/words";

/** An import of earlier times as the list shows it; the day as text. */
export interface BatchShown {
  readonly id: number;
  readonly label: string;
  readonly rows: number;
  readonly figures: number;
  readonly status: EnumValue<"BatchStatus">;
  readonly who: string;
  readonly day: string;
  readonly mayBeUndone: boolean;
}

/** Imports, newest first, each with the way to take it back as one. */
export function BatchList({ batches }: { readonly batches: readonly BatchShown[] }) {
  if (batches.length === 0) return null;
  return (
    <section data-whole="" aria-labelledby="import-earlier">
      <h2 id="import-earlier">Earlier imports</h2>
      <table className="records">
        <caption className="hidden">Imports, newest first</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">When</th>
            <th scope="col">By</th>
            <th scope="col" className="num">
              Rows
            </th>
            <th scope="col" className="num">
              Figures in use
            </th>
            <th scope="col">Undo</th>
          </tr>
        </thead>
        <tbody>
          {batches.map(({ id, label, rows, figures, status, who, day, mayBeUndone }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td data-name="When">{day}</td>
              <td data-name="By">{who}</td>
              <td data-name="Rows" className="num">
                {formatCount(rows, LOCALE)}
              </td>
              <td data-name="Figures in use" className="num">
                {formatCount(figures, LOCALE)}
              </td>
              <td>
                {status === "undone" ? "Undone" : mayBeUndone ? <UndoBatch batch={id} label={label} /> : "First data"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
