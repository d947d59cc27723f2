"use client";

import { NOUN_WORDS } from "@/components/admin/noun-words";
import type { DeskNoun, DeskState } from "@/lib/figures/desk";

/** The ways to save a record, by where it stands. A noun without drafts is in use as soon as it is saved; a published figure stays so. */
export function SaveRecord({
  noun,
  state,
  isNew,
  busy,
  onSave,
}: {
  readonly noun: DeskNoun;
  readonly state: DeskState | null;
  readonly isNew: boolean;
  readonly busy: boolean;
  readonly onSave: (status: "draft" | "published" | null) => void;
}) {
  const { hasDrafts, one } = NOUN_WORDS[noun];
  if (!hasDrafts || state === "published") {
    return (
      <div className="save-bar">
        <button type="button" className="btn primary" disabled={busy} onClick={() => onSave(null)}>
          {isNew ? `Save ${one}` : noun === "figures" ? "Save the change" : "Save changes"}
        </button>
        {hasDrafts && noun !== "figures" ? (
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
