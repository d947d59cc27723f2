"use client";

import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import type { AdminResource, RecordState } from "@/lib/figures/admin-records";

/** The ways to save a record, by where it stands. A resource without drafts is in use as soon as it is saved; a published figure stays so. */
export function SaveRecord({
  resource,
  state,
  isNew,
  busy,
  onSave,
}: {
  readonly resource: AdminResource;
  readonly state: RecordState | null;
  readonly isNew: boolean;
  readonly busy: boolean;
  readonly onSave: (status: "draft" | "published" | null) => void;
}) {
  const { hasDrafts, one } = RESOURCE_WORDS[resource];
  if (!hasDrafts || state === "published") {
    return (
      <div className="save-bar">
        <button type="button" className="btn primary" disabled={busy} onClick={() => onSave(null)}>
          {isNew ? `Save ${one}` : resource === "figures" ? "Save the change" : "Save changes"}
        </button>
        {hasDrafts && resource !== "figures" ? (
          <button type="button" className="btn" disabled={busy} onClick={() => onSave("draft")}>
            Make it a draft again
          </button>
        ) : null}
      </div>
    );
  }
  return (
    <div className="save-bar">
      <button type="button" className="btn primary" disabled={busy} onClick={() => onSave("published")}>
        Publish
      </button>
      <button type="button" className="btn" disabled={busy} onClick={() => onSave(isNew ? "draft" : null)}>
        Save draft
      </button>
    </div>
  );
}
