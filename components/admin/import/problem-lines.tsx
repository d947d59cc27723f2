import type { ProblemKind } from "@/lib/importing/group-problems";

const number = new Intl.NumberFormat("en-GB");

/** What is wrong in rows, or to be looked at, one line for each kind with how many rows it concerns. */
export function ProblemLines({
  title,
  kinds,
  isWarning,
}: {
  readonly title: string;
  readonly kinds: readonly ProblemKind[];
  readonly isWarning: boolean;
}) {
  if (kinds.length === 0) return null;
  const id = isWarning ? "import-warned" : "import-wrong";
  return (
    <section aria-labelledby={id} className={`import-lines${isWarning ? " is-warning" : ""}`}>
      <h2 id={id}>{title}</h2>
      <ul>
        {kinds.map(({ column, code, count, rows, messages }) => (
          <li key={`${column} ${code}`}>
            {column === null ? null : <b>{column}: </b>}
            {messages[0]}
            {messages.length > 1 ? <small> And such as: {messages.slice(1).join("; ")}</small> : null}
            {rows.length === 0 ? null : <small className="import-where"> {whereText(count, rows)}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Row 4", "3 rows: 4, 7, 9" or "40 rows, the first of them 4, 5, 6 …". */
function whereText(count: number, rows: readonly number[]): string {
  if (count === 1) return `Row ${number.format(rows[0] ?? 0)}`;
  const first = rows.slice(0, 5).map((row) => number.format(row));
  const isAll = count === first.length;
  return `${number.format(count)} rows${isAll ? ":" : ", the first of them"} ${first.join(", ")}${isAll ? "" : " …"}`;
}
