"use client";

import { useState } from "react";
import { fieldId } from "@/components/admin/fields/field-id";
import { TextField } from "@/components/admin/fields/text-field";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import type { Outcome, SavedRecord } from "@/components/admin/saving/send";
import type { useSaving } from "@/components/admin/saving/use-saving";
import type { AdminResource } from "@/lib/figures/admin-records";
import { paths } from "@/lib/paths";

/** Taking a record out of use, with a reason; it can be brought back from its history. A figure may name what stands in its place. */
export function Retracting({
  resource,
  record: { key, version },
  busy,
  saving,
  onDone,
}: {
  readonly resource: AdminResource;
  readonly record: Pick<SavedRecord, "key" | "version">;
  readonly busy: boolean;
  readonly saving: Pick<ReturnType<typeof useSaving>, "save">;
  readonly onDone: (outcome: Outcome | null) => void;
}) {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const [instead, setInstead] = useState("");
  const [isMissing, setMissing] = useState(false);
  const retract = async () => {
    setMissing(reason.trim() === "");
    if (reason.trim() === "") return document.getElementById(fieldId(REASON))?.focus();
    const replacedBy = resource === "figures" ? { replacedBy: keyIn(instead) } : {};
    const body = { cause: "retracted", reason: reason.trim(), ...replacedBy };
    onDone(await saving.save({ method: "DELETE", path: paths.api.record(resource, key), body, version }));
  };
  return (
    <div className="retracting">
      <button type="button" className="linklike" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        Retract this {RESOURCE_WORDS[resource].one}
      </button>
      {asked ? (
        <div className="fields">
          <p className="meta">
            {resource === "figures"
              ? "It leaves every list, chart and download."
              : "It leaves every list, and forms do not offer it."}{" "}
            Its address tells readers that it was retracted, when and why. It can be restored from its history.
          </p>
          <TextField
            path={REASON}
            label="Why it is retracted"
            hint="Readers see this"
            value={reason}
            error={isMissing ? "Say in a sentence why it is retracted" : null}
            onChange={setReason}
          />
          {resource === "figures" ? (
            <TextField
              path="replacedBy"
              label="What replaces it"
              required={false}
              hint="The address of the figure that stands in its place"
              value={instead}
              onChange={setInstead}
            />
          ) : null}
          <p className="save-bar">
            <button type="button" className="btn danger" disabled={busy} onClick={() => void retract()}>
              Retract
            </button>
          </p>
        </div>
      ) : null}
    </div>
  );
}

const REASON = "retractReason";

/** The key of a figure by its address or as it is; null for nothing. */
function keyIn(text: string): string | null {
  const path = text.trim().replace(/[?#].*$/, "");
  const parts = path.split("/").filter((part) => part !== "");
  return parts.at(-1) ?? null;
}
