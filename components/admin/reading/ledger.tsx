"use client";

import { Checkbox } from "@mantine/core";
import { keptDrafts, tally } from "@/components/admin/reading/desk-state";
import type { Desk } from "@/components/admin/reading/use-desk";

/** How far the desk is: found, kept, dismissed, open; publishing what was kept; closing. */
export function Ledger({ desk }: { readonly desk: Desk }) {
  const { found, kept, dismissed, open } = tally(desk.state);
  const drafts = keptDrafts(desk.state).length;
  const isBusy = desk.saving.state.kind === "saving";
  return (
    <section className="ledger" data-whole="" aria-label="How far it is">
      <dl>
        <Count name="Found" count={found} />
        <Count name="Kept" count={kept} />
        <Count name="Dismissed" count={dismissed} />
        <Count name="Open" count={open} />
      </dl>
      <p role="status" className="meta">
        {desk.said}
      </p>
      <div className="save-bar">
        <button type="button" className="btn" disabled={drafts === 0 || isBusy} onClick={() => void desk.publish()}>
          {drafts === 0 ? "Publish drafts" : drafts === 1 ? "Publish the draft" : `Publish the ${drafts} drafts`}
        </button>
        <button type="button" className="btn" onClick={desk.close}>
          Close the desk
        </button>
      </div>
      <Checkbox
        label="Keep the text in this browser when the desk is closed"
        checked={desk.state.keepsText}
        onChange={(event) => {
          const keepsText = event.currentTarget.checked;
          desk.change((before) => ({ ...before, keepsText }));
        }}
      />
    </section>
  );
}

function Count({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </div>
  );
}
