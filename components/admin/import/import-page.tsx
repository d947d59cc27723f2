"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";
import { BatchList, type BatchShown } from "@/components/admin/import/batch-list";
import { CheckedFile } from "@/components/admin/import/check/checked-file";
import { FileChoices } from "@/components/admin/import/check/import-choices";
import { JobProgress } from "@/components/admin/import/check/job-progress";
import { DoneNotice } from "@/components/admin/import/done-notice";
import { MatchesStep } from "@/components/admin/import/matches/matches-step";
import { SaveRecipe } from "@/components/admin/import/recipes/save-recipe";
import { useWizard, type Wizard } from "@/components/admin/import/state/use-wizard";
import { ColumnsStep } from "@/components/admin/import/steps/columns-step";
import { FileBox } from "@/components/admin/import/steps/file-box";
import { StepList } from "@/components/admin/import/steps/step-list";
import { TableStep } from "@/components/admin/import/steps/table-step";
import { ErrorNotice } from "@/components/admin/people/error-notice";
import type { FigureChoices } from "@/lib/figures/figure-choices";

/** Brings a file of figures in, step by step; and takes earlier imports back. */
export function ImportPage({
  batches,
  choices,
  personId,
}: {
  readonly batches: readonly BatchShown[];
  readonly choices: FigureChoices;
  readonly personId: string;
}) {
  const router = useRouter();
  const wizard = useWizard(
    personId,
    useCallback(() => router.refresh(), [router]),
  );
  const { job, trouble, running, file, step, decisions } = wizard;
  const input = useRef<HTMLInputElement>(null);
  const isJudging = running !== null && running !== "look";
  const startAnew = () => {
    if (input.current) input.current.value = "";
    void wizard.choose(null);
  };
  return (
    <>
      <h1>Import</h1>
      <p className="lede">
        Any table of figures. It is checked first: nothing is written until you have seen what would happen.
      </p>
      <StepList step={step} canMove={file !== null && running === null} onGo={wizard.go} />
      <div className="fields import-start">
        <FileBox
          input={input}
          chosen={file?.name ?? null}
          isDisabled={!wizard.isReady || isJudging}
          onChoose={(next) => void wizard.choose(next)}
        />
        {step === "file" ? <FileChoices decisions={decisions} onChange={wizard.say} /> : null}
      </div>
      <ErrorNotice message={trouble ?? job?.trouble?.message ?? null} />
      {isJudging && job?.mode === running ? <JobProgress job={job} onCancel={() => void wizard.cancel()} /> : null}
      {job?.state === "cancelled" ? (
        <p className="notice" role="status">
          Cancelled: nothing was written.
        </p>
      ) : null}
      <StepContent wizard={wizard} choices={choices} onAnew={startAnew} />
      <BatchList batches={batches} />
    </>
  );
}

function StepContent({
  wizard,
  choices,
  onAnew,
}: {
  readonly wizard: Wizard;
  readonly choices: FigureChoices;
  readonly onAnew: () => void;
}) {
  const { job, running, file, look, step, decisions, isLooking } = wizard;
  if (step === "file") return null;
  if (step === "done")
    return job?.state === "done" ? (
      <DoneNotice job={job} onAnew={onAnew}>
        {look === null || look.isOurs ? null : <SaveRecipe wizard={wizard} />}
      </DoneNotice>
    ) : null;
  if (step === "check") {
    if (job === null || running !== null || job.mode === "look" || job.state === "done") return null;
    const hasSteps = look !== null && !look.isOurs;
    return (
      <>
        <CheckedFile
          key={job.id}
          job={job}
          isAtHand={file !== null}
          decisions={decisions}
          isOutdated={wizard.isOutdated || job.summary === null}
          hasSteps={hasSteps}
          onChange={wizard.say}
          onCheck={wizard.check}
          onImport={wizard.write}
          onGo={wizard.go}
        />
        {hasSteps ? <SaveRecipe wizard={wizard} /> : null}
      </>
    );
  }
  if (look === null)
    return isLooking ? (
      <p className="notice" role="status">
        Reading the file …
      </p>
    ) : null;
  if (step === "table") return <TableStep wizard={wizard} look={look} />;
  if (step === "columns") return <ColumnsStep wizard={wizard} look={look} choices={choices} />;
  return <MatchesStep wizard={wizard} look={look} choices={choices} />;
}
