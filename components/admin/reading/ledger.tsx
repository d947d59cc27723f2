"use client";

import { Checkbox } from "@mantine/core";
import { draftsOf, tally } from "@/components/admin/reading/desk-state";
import type { Desk } from "@/components/admin/reading/use-desk";

/** How far the desk is: found, recorded before, kept, dismissed, open; publishing the drafts; closing. */
export function Ledger({ desk }: { readonly desk: Desk }) {
  const { state, standings, said } = desk;
  const { found, recorded, kept, dismissed, open } = tally(standings);
  const drafts = draftsOf(standings).length;
  const isBusy = desk.saving.state.kind === "saving";
  return (
    <section className="ledger" data-whole="" aria-label="How far it is">
      <dl>
        <Count name="Found" count={found} />
        <Count name="Recorded" count={recorded} />
        <Count name="Kept" count={kept} />
        <Count name="Dismissed" count={dismissed} />
        <Count name="Open" count={open} />
      </dl>
      <p role="status" className="meta">
        {said}
      </p>
      <button
        type="button"
        className="btn"
        aria-disabled={drafts === 0 || isBusy}
        onClick={() => {
          // Not disabled: the focus would be lost, and the keys with it.
          if (drafts > 0 && !isBusy) void desk.publish();
        }}
      >
        {drafts === 0 ? "No drafts to publish" : drafts === 1 ? "Publish the draft" : `Publish the ${drafts} drafts`}
      </button>
      <details className="closing">
        <summary className="btn">Close the desk</summary>
        <div className="closing-box">
          <p>
            {open === 0
              ? "Every figure is decided on. "
              : `${open === 1 ? "One figure is" : `${open} figures are`} still open. `}
            Drafts stay on the site; what was dismissed is forgotten.
          </p>
          <Checkbox
            label="Keep the text in this browser for the next time"
            checked={state.keepsText}
            onChange={(event) => {
              const keepsText = event.currentTarget.checked;
              desk.change((before) => ({ ...before, keepsText }));
            }}
          />
          <button type="button" className="btn primary" onClick={desk.close}>
            {state.keepsText ? "Close, and keep the text" : "Close, and drop the text"}
          </button>
        </div>
      </details>
      {desk.isRefused ? (
        <p className="notice warn">This browser does not let the page keep the desk: a reload would lose it.</p>
      ) : null}
      {state.isCut ? (
        <p className="notice warn">The text is very long: it was read as far as its first {found} figures.</p>
      ) : null}
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
