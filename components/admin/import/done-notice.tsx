import type { ReactNode } from "react";
import { LOCALE } from "@/components/ui/locale";
import { formatCount } from "@/lib/format/words";
import type { ImportJob } from "@/lib/importing/job";
import { paths } from "@/lib/paths";

/** What an import has done, and what can be done next. */
export function DoneNotice({
  job,
  onAnew,
  children,
}: {
  readonly job: ImportJob;
  readonly onAnew: () => void;
  readonly children: ReactNode;
}) {
  const totals = job.summary?.totals;
  return (
    <>
      <div className="notice ok" role="status">
        <h2>{job.batch === null ? "Everything was there already" : "Imported"}</h2>
        <p>
          {totals === undefined
            ? ""
            : `${formatCount(totals.added, LOCALE)} added, ${formatCount(totals.changed, LOCALE)} changed. `}
          {totals === undefined || totals.refused === 0
            ? ""
            : `${formatCount(totals.refused, LOCALE)} left out, as you said. `}
          {job.batch === null ? "" : "The whole import can be undone below."}
        </p>
        <p className="save-bar">
          <a className="btn" href={paths.admin.list("figures")}>
            See the figures
          </a>
          <button type="button" className="btn" onClick={onAnew}>
            Import another file
          </button>
        </p>
      </div>
      {children}
    </>
  );
}
