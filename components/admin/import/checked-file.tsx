import { ColumnsTable } from "@/components/admin/import/columns-table";
import { ImportReason } from "@/components/admin/import/import-choices";
import { PlanRows } from "@/components/admin/import/plan-rows";
import { PlanSummaryView } from "@/components/admin/import/plan-summary";
import { ProblemLines } from "@/components/admin/import/problem-lines";
import type { ImportChoices } from "@/components/admin/import/use-import";
import { LOCALE } from "@/components/ui/locale";
import { countText } from "@/lib/format/words";
import type { ImportJob } from "@/lib/importing/job";
import { notTaken, type PlanSummary } from "@/lib/importing/plan";

interface GoingOn {
  readonly job: ImportJob;
  readonly choices: ImportChoices;
  readonly isOutdated: boolean;
  readonly onChange: (part: Partial<ImportChoices>) => void;
  readonly onCheck: () => void;
  readonly onImport: () => void;
}

/** What was found in a file, and how to go on with it: not without the file, which a page that was loaded anew has not at hand. */
export function CheckedFile({ isAtHand, ...rest }: GoingOn & { readonly isAtHand: boolean }) {
  const { job, choices, onChange } = rest;
  const { summary } = job;
  const isRefused = refusals(job) > 0;
  return (
    <div className="import-checked">
      {summary === null ? null : (
        <>
          <PlanSummaryView summary={summary} isRefused={isRefused} />
          <NotTaken columns={summary.columns} />
          {isAtHand ? (
            <details className="folded" open={isRefused || notTaken(summary.columns).length > 0}>
              <summary>Columns of the file</summary>
              <ColumnsTable
                columns={summary.columns}
                mapping={choices.mapping}
                onMap={(header, field) => onChange({ mapping: { ...choices.mapping, [header]: field } })}
              />
            </details>
          ) : null}
          <ProblemLines title="What is refused" kinds={summary.problemKinds} isWarning={false} />
          <ProblemLines title={warnedTitle(summary.warned)} kinds={summary.warningKinds} isWarning />
        </>
      )}
      {isAtHand ? <GoOn {...rest} /> : null}
      {isAtHand || summary === null ? null : (
        <p className="notice">The page was loaded anew: to go on, choose the file again.</p>
      )}
      {summary === null || Object.values(summary.totals).every((count) => count === 0) ? null : <PlanRows job={job} />}
    </div>
  );
}

function warnedTitle(warned: number): string {
  if (warned === 0) return "To be looked at";
  return `To be looked at in ${countText(warned, "row", "rows", LOCALE)}`;
}

/** Columns with content that nobody matched to a field: nothing of them gets in, and that is said. */
function NotTaken({ columns }: Pick<PlanSummary, "columns">) {
  const headers = notTaken(columns);
  if (headers.length === 0) return null;
  return (
    <p className="notice import-not-taken">
      <b>Not taken from the file:</b> {headers.join(", ")}. Match what matters below, such as a unit, a flag or a note.
    </p>
  );
}

/** How many things keep a file from being imported. That a reason is missing is asked for, not refused. */
function refusals({ summary }: ImportJob): number {
  return (summary?.problems ?? []).filter(({ code }) => code !== "reason_missing").length;
}

function GoOn({ job, choices, isOutdated, onChange, onCheck, onImport }: GoingOn) {
  const { summary } = job;
  const isRefused = refusals(job) > 0;
  const count = summary === null ? 0 : summary.totals.added + summary.totals.changed;
  const publishedChanged = summary?.publishedChanged ?? 0;
  const isReady = publishedChanged === 0 || (choices.cause !== "" && choices.reason.trim() !== "");
  return (
    <>
      {publishedChanged > 0 && !isRefused ? (
        <ImportReason count={publishedChanged} choices={choices} onChange={onChange} />
      ) : null}
      <p className="save-bar">
        {isOutdated || isRefused ? (
          <button type="button" className="btn primary" onClick={onCheck}>
            Check again
          </button>
        ) : (
          <button type="button" className="btn primary" disabled={count === 0 || !isReady} onClick={onImport}>
            {count === 0 ? "Nothing to import" : `Import ${countText(count, "row", "rows", LOCALE)}`}
          </button>
        )}
        {isOutdated && summary !== null ? (
          <span className="hint">You have changed something: it is checked again first.</span>
        ) : null}
        {!isOutdated && !isRefused && !isReady ? (
          <span className="hint">Say first why published figures change.</span>
        ) : null}
      </p>
    </>
  );
}
