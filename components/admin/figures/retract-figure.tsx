"use client";

import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";

/** Withdraws a figure, with a reason. It can be restored from its history. */
export function RetractFigure({
  busy,
  onRetract,
}: {
  readonly busy: boolean;
  readonly onRetract: (reason: string) => void;
}) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const isMissing = asked && reason.trim() === "";
  return (
    <details className="folded">
      <summary>Retract this figure</summary>
      <div className="fields">
        <p className="meta">It leaves every page and chart. Its history stays, and it can be restored from there.</p>
        <TextField
          path="retractReason"
          label="Why it is retracted"
          value={reason}
          onChange={setReason}
          error={isMissing ? "Say in a sentence why it is retracted" : null}
        />
        <p className="save-bar">
          <button
            type="button"
            className="btn danger"
            disabled={busy}
            onClick={() => {
              setAsked(true);
              if (reason.trim() === "") document.getElementById("field-retractReason")?.focus();
              else onRetract(reason.trim());
            }}
          >
            Retract
          </button>
        </p>
      </div>
    </details>
  );
}
