import type { PlanSummary } from "@/lib/importing/plan";
import { leftSentence } from "@/lib/importing/table/left-out";

const number = new Intl.NumberFormat("en-GB");
const RESOURCES = {
  metrics: "Metrics",
  regions: "Regions",
  organisations: "Organisations",
  sources: "Sources",
} as const;
/** New records named before the rest is folded away. */
const NAMED = 12;

/** What an import would do as a whole: counts, what comes with it, and what is wrong with the file itself. */
export function PlanSummaryView({
  summary,
  isRefused,
}: {
  readonly summary: PlanSummary;
  readonly isRefused: boolean;
}) {
  const { totals, rows, newRecords, problems } = summary;
  const whole = problems.filter(({ row, code }) => (row === null || row === 1) && code !== "reason_missing");
  return (
    <>
      <div role="status" className={`notice ${isRefused ? "alert" : "ok"}`} aria-labelledby="import-found">
        <h2 id="import-found">{isRefused ? headline(totals.refused, whole.length) : "Nothing has been written yet"}</h2>
        <p>
          Of {number.format(rows)} {rows === 1 ? "figure" : "figures"}, {number.format(totals.added)} would be added,{" "}
          {number.format(totals.changed)} changed, {withVerb(totals.unchanged)} there already and{" "}
          {withVerb(totals.refused)} refused.
          {isRefused
            ? " An import is all or nothing unless you leave figures out: put the file right, or say differently what it holds, and check again."
            : ""}
        </p>
        <Read summary={summary} />
        {whole.length === 0 ? null : (
          <ul>
            {whole.map(({ code, column, message }) => (
              <li key={`${code} ${column}`}>{message}</li>
            ))}
          </ul>
        )}
      </div>
      {newRecords.length === 0 ? null : <NewRecords records={newRecords} />}
    </>
  );
}

/** How the file was read where that is not plain, and what of it was left out. A summary that was kept by an earlier release has neither. */
function Read({ summary }: { readonly summary: Partial<Pick<PlanSummary, "read" | "left">> }) {
  const sentences = [...(summary.read ?? []), summary.left === undefined ? "" : leftSentence(summary.left)];
  return sentences.map((sentence) => (sentence === "" ? null : <p key={sentence}>{sentence}</p>));
}

/** "1 is", "2 are". */
const withVerb = (count: number) => `${number.format(count)} ${count === 1 ? "is" : "are"}`;

function headline(refused: number, whole: number): string {
  if (refused === 0) return whole === 1 ? "The file cannot be imported so" : "The file cannot be imported";
  return refused === 1 ? "One figure is refused" : `${number.format(refused)} figures are refused`;
}

function NewRecords({ records }: { readonly records: PlanSummary["newRecords"] }) {
  return (
    <section data-whole="" aria-labelledby="import-new">
      <h2 id="import-new">Will be added with it</h2>
      {(["metrics", "regions", "organisations", "sources"] as const).map((resource) => {
        const names = records.filter((record) => record.resource === resource).map(({ name }) => name);
        if (names.length === 0) return null;
        const rest = names.length - NAMED;
        return (
          <p key={resource}>
            <b>
              {RESOURCES[resource]} ({number.format(names.length)}):
            </b>{" "}
            {names.slice(0, NAMED).join("; ")}
            {rest > 0 ? ` and ${number.format(rest)} more` : ""}
          </p>
        );
      })}
    </section>
  );
}
