import type { Step } from "@/components/admin/import/state/kept-import";
import type { ProblemKind } from "@/lib/importing/group-problems";
import { fixOf, type ProblemFix } from "@/lib/importing/look/problem-fix";

const number = new Intl.NumberFormat("en-GB");

/** What is wrong in rows, or to be looked at, one line for each kind with how many rows it concerns. */
export function ProblemLines({
  title,
  kinds,
  isWarning,
  onGo,
}: {
  readonly title: string;
  readonly kinds: readonly ProblemKind[];
  readonly isWarning: boolean;
  /** Leads to where all rows of a kind are put right; null where there is no such place. */
  readonly onGo: ((step: Step) => void) | null;
}) {
  if (kinds.length === 0) return null;
  const id = isWarning ? "import-warned" : "import-wrong";
  return (
    <section data-whole="" aria-labelledby={id} className={`import-lines${isWarning ? " is-warning" : ""}`}>
      <h2 id={id}>{title}</h2>
      <ul>
        {kinds.map(({ column, code, count, rows, messages }) => (
          <li key={`${column} ${code}`}>
            {column === null ? null : <b>{column}: </b>}
            {messages[0]}
            {messages.length > 1 ? <small> And such as: {messages.slice(1).join("; ")}</small> : null}
            {rows.length === 0 ? null : <small className="import-where"> {whereText(count, rows)}</small>}
            {onGo === null ? null : <Fix fix={fixOf(code, column)} onGo={onGo} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What puts all rows of a kind right, where something does. */
function Fix({ fix, onGo }: { readonly fix: ProblemFix | null; readonly onGo: (step: Step) => void }) {
  if (fix === null) return null;
  return (
    <span className="field-cures">
      <button type="button" className="btn small" onClick={() => onGo(fix.step)}>
        {fix.label}
      </button>
    </span>
  );
}

/** "Row 4", "3 figures in the rows 4, 7, 9" or "40 figures, the first of them in the rows 4, 5, 6 …": a row may have several. */
function whereText(count: number, rows: readonly number[]): string {
  if (count === 1) return `Row ${number.format(rows[0] ?? 0)}`;
  const first = rows.slice(0, 5).map((row) => number.format(row));
  // More are not listed than are kept.
  const isAll = rows.length <= first.length;
  const noun = rows.length === 1 ? "row" : "rows";
  return `${number.format(count)} figures${isAll ? "" : ", the first of them"} in the ${noun} ${first.join(", ")}${isAll ? "" : " …"}`;
}
