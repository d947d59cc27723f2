"use client";

import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";

/** The key of a figure by its address or as it is; null for nothing. */
function keyOf(text: string): string | null {
  const path = text.trim().replace(/[?#].*$/, "");
  return (
    path
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? null
  );
}

/** Withdraws a figure, with a reason. It can be restored from its history. */
export function RetractFigure({
  busy,
  onRetract,
}: {
  readonly busy: boolean;
  readonly onRetract: (reason: string, replacedBy: string | null) => void;
}) {
  const [reason, setReason] = useState("");
  const [instead, setInstead] = useState("");
  const [asked, setAsked] = useState(false);
  const isMissing = asked && reason.trim() === "";
  return (
    <details className="folded">
      <summary>Retract this figure</summary>
      <div className="fields">
        <p className="meta">
          It leaves every list, chart and download. Its address tells readers that it was retracted, when and why. It
          can be restored from its history.
        </p>
        <TextField
          path="retractReason"
          label="Why it is retracted"
          hint="Readers see this"
          value={reason}
          onChange={setReason}
          error={isMissing ? "Say in a sentence why it is retracted" : null}
        />
        <TextField
          path="replacedBy"
          label="What replaces it"
          required={false}
          hint="The address of the figure that stands in its place"
          value={instead}
          onChange={setInstead}
        />
        <p className="save-bar">
          <button
            type="button"
            className="btn danger"
            disabled={busy}
            onClick={() => {
              setAsked(true);
              if (reason.trim() === "") document.getElementById("field-retractReason")?.focus();
              else onRetract(reason.trim(), keyOf(instead));
            }}
          >
            Retract
          </button>
        </p>
      </div>
    </details>
  );
}
