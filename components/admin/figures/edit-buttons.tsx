"use client";

import type { FigureRecord } from "@/components/admin/figures/figure-draft";
import type { WantedStatus } from "@/components/admin/forms/record-spec";

/** The ways to save a figure that exists: a draft may be published, what is published stays so. */
export function EditButtons({
  status,
  busy,
  onSave,
}: {
  readonly status: FigureRecord["status"];
  readonly busy: boolean;
  readonly onSave: (status: WantedStatus) => void;
}) {
  return (
    <div className="save-bar">
      <button type="button" className="btn primary" disabled={busy} onClick={() => onSave("published")}>
        {status === "published" ? "Save the change" : "Publish"}
      </button>
      {status === "published" ? null : (
        <button type="button" className="btn" disabled={busy} onClick={() => onSave("draft")}>
          Save draft
        </button>
      )}
    </div>
  );
}
