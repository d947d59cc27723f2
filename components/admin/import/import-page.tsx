"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { BatchList, type BatchShown } from "@/components/admin/import/batch-list";
import { CheckedFile } from "@/components/admin/import/checked-file";
import { FileChoices } from "@/components/admin/import/import-choices";
import { JobProgress } from "@/components/admin/import/job-progress";
import { SheetField } from "@/components/admin/import/sheet-field";
import { type ImportChoices, NO_CHOICES, useImport } from "@/components/admin/import/use-import";
import { ErrorNotice } from "@/components/admin/people/error-notice";
import { LOCALE } from "@/components/ui/locale";
import { formatCount } from "@/lib/format/words";
import type { ImportJob } from "@/lib/importing/job";
import { paths } from "@/lib/paths";

/** Brings a file of figures in: choose, see row by row what would happen, correct, import; and take earlier imports back. */
export function ImportPage({ batches }: { readonly batches: readonly BatchShown[] }) {
  const router = useRouter();
  const { job, trouble, isRunning, start, cancel, forget } = useImport(useCallback(() => router.refresh(), [router]));
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<ImportChoices>(NO_CHOICES);
  /** What the last check was made with: something else has to be checked again. */
  const [checked, setChecked] = useState<ImportChoices>(NO_CHOICES);
  const input = useRef<HTMLInputElement>(null);

  const check = (next: File | null, with_: ImportChoices) => {
    setChecked(with_);
    if (next !== null) void start("dry-run", next, with_);
  };
  const choose = (next: File | null) => {
    forget();
    setFile(next);
    const kept = { ...choices, sheet: "", mapping: {}, cause: "", reason: "" };
    setChoices(kept);
    check(next, kept);
  };
  const change = (part: Partial<ImportChoices>) => setChoices((before) => ({ ...before, ...part }));
  const isOutdated =
    JSON.stringify([choices.sheet, choices.mapping, choices.numberFormat, choices.status]) !==
    JSON.stringify([checked.sheet, checked.mapping, checked.numberFormat, checked.status]);
  const startAnew = () => {
    if (input.current) input.current.value = "";
    choose(null);
  };

  return (
    <>
      <h1>Import</h1>
      <p className="lede">
        A CSV file or an Excel workbook with one figure in a row. It is checked first: nothing is written until you have
        seen what would happen.
      </p>
      <div className="fields import-start">
        <label className="import-drop">
          <span>Choose a file, or drop it here</span>
          <input
            ref={input}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            disabled={isRunning}
            onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
          />
          <small>
            At most 10 MB and 100,000 rows. The first row names the columns: metric, region, wording, value, period,
            source, phrase …
          </small>
        </label>
        <FileChoices choices={choices} onChange={change} />
      </div>
      {job === null || file === null ? null : (
        <SheetField sheets={job.sheets} chosen={choices.sheet} onChange={(sheet) => change({ sheet, mapping: {} })} />
      )}
      <ErrorNotice message={trouble ?? job?.trouble?.message ?? null} />
      {job !== null && isRunning ? <JobProgress job={job} onCancel={() => void cancel()} /> : null}
      {job?.state === "cancelled" ? (
        <p className="notice" role="status">
          Cancelled: nothing was written.
        </p>
      ) : null}
      {job?.state === "done" ? <DoneNotice job={job} onAnew={startAnew} /> : null}
      {job === null || isRunning || job.state === "done" ? null : (
        <CheckedFile
          key={job.id}
          job={job}
          isAtHand={file !== null}
          choices={choices}
          isOutdated={isOutdated || job.summary === null}
          onChange={change}
          onCheck={() => check(file, choices)}
          onImport={() => {
            if (file !== null) void start("import", file, choices);
          }}
        />
      )}
      <BatchList batches={batches} />
    </>
  );
}

function DoneNotice({ job, onAnew }: { readonly job: ImportJob; readonly onAnew: () => void }) {
  const totals = job.summary?.totals;
  return (
    <div className="notice ok" role="status">
      <h2>{job.batch === null ? "Everything was there already" : "Imported"}</h2>
      <p>
        {totals === undefined
          ? ""
          : `${formatCount(totals.added, LOCALE)} added, ${formatCount(totals.changed, LOCALE)} changed. `}
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
  );
}
