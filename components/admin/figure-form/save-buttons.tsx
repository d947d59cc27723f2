"use client";

import { Checkbox } from "@mantine/core";
import type { WantedStatus } from "@/components/admin/record-form/definitions/record-spec";

/** The ways to save a new figure. The box decides what "another" and the keys do; it stays as it is from figure to figure. */
export function SaveButtons({
  busy,
  publishes,
  onPublishes,
  onSave,
}: {
  readonly busy: boolean;
  readonly publishes: boolean;
  readonly onPublishes: (publishes: boolean) => void;
  readonly onSave: (status: WantedStatus, another: boolean) => void;
}) {
  return (
    <>
      <div className="save-bar">
        <button type="button" className="btn primary" disabled={busy} onClick={() => onSave("published", false)}>
          Publish
        </button>
        <button type="button" className="btn" disabled={busy} onClick={() => onSave("draft", false)}>
          Save draft
        </button>
        <button
          type="button"
          className="btn plain"
          disabled={busy}
          onClick={() => onSave(publishes ? "published" : "draft", true)}
        >
          Save and add another from this source
        </button>
      </div>
      <Checkbox
        label="Publish at once when adding another or saving with Ctrl+Enter"
        checked={publishes}
        onChange={(event) => onPublishes(event.currentTarget.checked)}
      />
    </>
  );
}
