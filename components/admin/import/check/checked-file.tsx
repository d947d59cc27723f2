import { ColumnsTable } from "@/components/admin/import/check/columns-table";
import { GoOn, type GoOnProps } from "@/components/admin/import/check/go-on";
import { FileChoices } from "@/components/admin/import/check/import-choices";
import { PlanRows } from "@/components/admin/import/check/plan-rows";
import { PlanSummaryView } from "@/components/admin/import/check/plan-summary";
import { ProblemLines } from "@/components/admin/import/check/problem-lines";
import { refusals } from "@/components/admin/import/check/refusals";
import type { Step } from "@/components/admin/import/state/kept-import";
import { LOCALE } from "@/components/ui/locale";
import { countText } from "@/lib/format/words";
import { notTaken, type PlanSummary } from "@/lib/importing/plan";

interface CheckedProps extends GoOnProps {
  /** Whether what its columns are was asked in steps before: then it is changed there. */
  readonly hasSteps: boolean;
  /** Whether the file is there: a browser may not have kept it. */
  readonly isAtHand: boolean;
  readonly onGo: (step: Step) => void;
}

/** What was found in a file, and how to go on with it: not without the file. */
export function CheckedFile({ isAtHand, hasSteps, onGo, ...rest }: CheckedProps) {
  const { job, decisions, onChange } = rest;
  const { summary } = job;
  const { recipe } = decisions;
  const isRefused = refusals(job) > 0;
  return (
    <div className="import-checked">
      {isAtHand ? <FileChoices decisions={decisions} asksFormat={!hasSteps} onChange={onChange} /> : null}
      {summary === null ? null : (
        <>
          <PlanSummaryView summary={summary} isRefused={isRefused} />
          <NotTaken columns={summary.columns} where={hasSteps ? "under Columns" : "below"} />
          {isAtHand && !hasSteps ? (
            <details className="folded" open={isRefused || notTaken(summary.columns).length > 0}>
              <summary>Columns of the file</summary>
              <ColumnsTable
                columns={summary.columns}
                uses={recipe.columns}
                onUse={(header, use) =>
                  onChange({ recipe: { ...recipe, columns: { ...recipe.columns, [header]: use } } })
                }
              />
            </details>
          ) : null}
          <ProblemLines
            title="What is refused"
            kinds={summary.problemKinds}
            isWarning={false}
            onGo={isAtHand ? onGo : null}
          />
          <ProblemLines title={warnedTitle(summary.warned)} kinds={summary.warningKinds} isWarning onGo={null} />
        </>
      )}
      {isAtHand ? <GoOn {...rest} /> : null}
      {isAtHand || summary === null ? null : (
        <p className="notice">This browser has not kept the file: to go on, choose it again.</p>
      )}
      {summary === null || Object.values(summary.totals).every((count) => count === 0) ? null : <PlanRows job={job} />}
    </div>
  );
}

function warnedTitle(warned: number): string {
  if (warned === 0) return "To be looked at";
  return `To be looked at in ${countText(warned, "figure", "figures", LOCALE)}`;
}

/** Columns with content that nobody matched to a field: nothing of them gets in, and that is said. */
function NotTaken({ columns, where }: Pick<PlanSummary, "columns"> & { readonly where: string }) {
  const headers = notTaken(columns);
  if (headers.length === 0) return null;
  return (
    <p className="notice import-not-taken">
      <b>Not taken from the file:</b> {headers.join(", ")}. Match what matters {where}, such as a unit, a flag or a
      note.
    </p>
  );
}
