"use client";

import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { PublishList } from "@/components/admin/reading-desk/publish-list";
import { DISMISSALS, tally } from "@/components/admin/reading-desk/state/desk-state";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";

/** How far the desk is: found, recorded before, kept, dismissed, open; publishing the drafts; closing. */
export function FigureList({ desk }: { readonly desk: Desk }) {
  const { state, standings, said } = desk;
  const { found, recorded, kept, dismissed, open } = tally(standings);
  const drafts = desk.drafts.length;
  const [isListed, setListed] = useState(false);
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
        {found > 0 && open === 0 ? ` ${nextText(drafts)}` : null}
      </p>
      <button
        type="button"
        className="btn"
        aria-disabled={drafts === 0 || isBusy}
        aria-expanded={isListed}
        onClick={() => {
          // Not disabled: the focus would be lost, and the keys with it.
          if (drafts > 0 && !isBusy) setListed(!isListed);
        }}
      >
        {drafts === 0 ? "No drafts to publish" : drafts === 1 ? "Publish the draft" : `Publish the ${drafts} drafts`}
      </button>
      {open === 0 ? null : (
        <details className="closing">
          <summary className="btn">Dismiss the rest</summary>
          <div className="closing-box">
            <p>{open === 1 ? "One figure is" : `${open} figures are`} open. Dismissed as:</p>
            {DISMISSALS.map((reason) => (
              <button key={reason} type="button" className="btn small" onClick={() => desk.dismissOpen(reason)}>
                {reason}
              </button>
            ))}
          </div>
        </details>
      )}
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
      {isListed ? <PublishList desk={desk} drafts={desk.drafts} onClose={() => setListed(false)} /> : null}
      {desk.isRefused ? (
        <p className="notice warn">This browser does not let the page keep the desk: a reload would lose it.</p>
      ) : null}
      {state.isCut ? (
        <p className="notice warn">The text is very long: it was read as far as its first {found} figures.</p>
      ) : null}
    </section>
  );
}

/** What is left to do where every figure is decided on. */
function nextText(drafts: number): string {
  const publish = drafts === 0 ? "" : `publish the ${drafts === 1 ? "draft" : `${drafts} drafts`}, then `;
  return `Every figure is decided on: ${publish}close the desk and read the next article.`;
}

function Count({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </div>
  );
}
