"use client";

import { Checkbox } from "@mantine/core";
import { ImportReason } from "@/components/admin/import/check/import-choices";
import { mayBePartial, refusals } from "@/components/admin/import/check/refusals";
import type { Decisions } from "@/components/admin/import/state/decisions";
import { LOCALE } from "@/components/ui/locale";
import { countText } from "@/lib/format/words";
import type { ImportJob } from "@/lib/importing/job";

export interface GoOnProps {
  readonly job: ImportJob;
  readonly decisions: Decisions;
  readonly isOutdated: boolean;
  readonly onChange: (part: Partial<Decisions>) => void;
  readonly onCheck: () => void;
  readonly onImport: () => void;
}

/** The way on from a check: it is made again, or the file is imported; some of it only where somebody says so. */
export function GoOn({ job, decisions, isOutdated, onChange, onCheck, onImport }: GoOnProps) {
  const { summary } = job;
  const isRefused = refusals(job) > 0;
  const isPartial = mayBePartial(job);
  const skips = isPartial && decisions.skipsRefused;
  const stands = isRefused && !skips;
  const count = summary === null ? 0 : summary.totals.added + summary.totals.changed;
  const refused = summary?.totals.refused ?? 0;
  const publishedChanged = summary?.publishedChanged ?? 0;
  const isReady = publishedChanged === 0 || (decisions.cause !== "" && decisions.reason.trim() !== "");
  return (
    <>
      {isPartial && !isOutdated ? (
        <Checkbox
          label={`Import without the ${countText(refused, "figure that is refused", "figures that are refused", LOCALE)}`}
          description="They stay out until you import the file again. Nothing is left out unless you say so here."
          checked={decisions.skipsRefused}
          onChange={(event) => onChange({ skipsRefused: event.currentTarget.checked })}
        />
      ) : null}
      {publishedChanged > 0 && !stands ? (
        <ImportReason count={publishedChanged} decisions={decisions} onChange={onChange} />
      ) : null}
      <p className="save-bar">
        {isOutdated || stands ? (
          <button type="button" className="btn primary" onClick={onCheck}>
            Check again
          </button>
        ) : (
          <button type="button" className="btn primary" disabled={count === 0 || !isReady} onClick={onImport}>
            {count === 0 ? "Nothing to import" : `Import ${countText(count, "figure", "figures", LOCALE)}`}
          </button>
        )}
        {isOutdated && summary !== null ? (
          <span className="hint">You have changed something: it is checked again first.</span>
        ) : null}
        {!isOutdated && !stands && !isReady ? (
          <span className="hint">Say first why published figures change.</span>
        ) : null}
      </p>
    </>
  );
}
