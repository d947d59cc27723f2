"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";
import { AffectedFigures } from "@/components/admin/record-form/affected-figures";
import { type Affected, send } from "@/components/admin/saving/send";
import type { AdminResource } from "@/lib/figures/admin-records";
import { paths } from "@/lib/paths";

/** Makes a version the newest one again, as a new version, with a reason. */
export function RestoreVersion({
  resource,
  recordKey,
  version,
  revision,
  before = false,
  what,
}: {
  readonly resource: AdminResource;
  readonly recordKey: string;
  /** Version of the record now. */
  readonly version: number;
  readonly revision: number;
  /** Whether to take what stood before that revision. */
  readonly before?: boolean;
  /** Tells this button from the others: "of 3 May 2024". */
  readonly what: string;
}) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [affected, setAffected] = useState<Affected | null>(null);

  const restore = async (affectedFigures?: number) => {
    if (reason.trim() === "") return setProblem("Say why: readers of the history will ask");
    setBusy(true);
    setProblem(null);
    setAffected(null);
    const confirmed = affectedFigures === undefined ? {} : { affectedFigures };
    const body = { revision, reason, ...(before ? { before } : {}), ...confirmed };
    const outcome = await send({ method: "POST", path: paths.api.restore(resource, recordKey), body, version });
    setBusy(false);
    if (outcome.kind === "saved") {
      setAsked(false);
      setReason("");
      router.refresh();
    } else if (outcome.kind === "affects") {
      setAffected(outcome.affected);
    } else if (outcome.kind === "conflict") {
      setProblem("Someone changed it meanwhile: reload the page and look again.");
    } else if (outcome.kind === "invalid") {
      setProblem(outcome.issues.map(({ message }) => message).join(" "));
    } else setProblem(outcome.message);
  };
  return (
    <div className="restoring">
      <button type="button" className="btn small" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        Restore this version<span className="hidden"> {what}</span>
      </button>
      {asked ? (
        <div className="bulk-more">
          <TextField
            path={`restore.${revision}.${before}`}
            label="Why"
            value={reason}
            onChange={setReason}
            error={problem}
          />
          <button type="button" className="btn primary" disabled={busy} onClick={() => void restore()}>
            Restore
          </button>
          {affected === null ? null : (
            <AffectedFigures
              affected={affected}
              now={null}
              then={null}
              busy={busy}
              onConfirm={(count) => void restore(count)}
            />
          )}
        </div>
      ) : null}
    </div>
  );
}
