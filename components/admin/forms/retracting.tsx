"use client";

import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";
import { NOUN_WORDS } from "@/components/admin/noun-words";
import type { Outcome, SavedRecord } from "@/components/admin/saving/send";
import type { useSaving } from "@/components/admin/saving/use-saving";
import type { DeskNoun, DeskState } from "@/lib/figures/desk";
import { paths } from "@/lib/paths";

/** Taking a record out of use, with a reason; it can be brought back from its history. */
export function Retracting({
  noun,
  record,
  state,
  busy,
  saving,
  onDone,
}: {
  readonly noun: DeskNoun;
  readonly record: SavedRecord;
  readonly state: DeskState | null;
  readonly busy: boolean;
  readonly saving: ReturnType<typeof useSaving>;
  readonly onDone: (outcome: Outcome | null) => void;
}) {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const { one } = NOUN_WORDS[noun];
  if (state === "retracted") {
    return (
      <p className="notice warn">
        This {one} is retracted: readers do not see it and forms do not offer it.{" "}
        <a href={paths.admin.historyOf(noun, record.key)}>Bring it back from its history</a>
      </p>
    );
  }
  const retract = async () => {
    if (reason.trim() === "") return setMissing("Say why: readers of the history will ask");
    setMissing(null);
    const path = paths.api.record(noun, record.key);
    const body = { cause: "retracted", reason };
    onDone(await saving.save({ method: "DELETE", path, body, version: record.version }));
  };
  return (
    <div className="retracting">
      <button type="button" className="linklike" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        Retract this {one}
      </button>
      {asked ? (
        <div className="bulk-more">
          <TextField
            path="retract.reason"
            label="Why"
            hint="Readers see this at its address; it can be restored"
            value={reason}
            error={missing}
            onChange={setReason}
          />
          <button type="button" className="btn danger" disabled={busy} onClick={() => void retract()}>
            Retract
          </button>
        </div>
      ) : null}
    </div>
  );
}
