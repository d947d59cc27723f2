"use client";

import { type ReactNode, useState } from "react";
import { DISMISSALS } from "@/components/admin/reading-desk/state/desk-state";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";
import { SavingNotice } from "@/components/admin/saving/saving-notice";

/** What can be done with the chosen figure, each with its key; always in sight. */
export function DeskCommands({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  const { state, saving, figure, standings } = desk;
  const isDecided = state.decisions[state.chosen] !== undefined;
  const isBusy = saving.state.kind === "saving";
  // Where there is no room for the reasons beside the rest, they open above it.
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="desk-commands" data-whole="" aria-label="Decide">
      <SavingNotice state={saving.state} onRetry={desk.retry} />
      {figure === null ? null : (
        <p className="reading-now">
          <a href="#chosen">
            {state.chosen + 1} of {standings.length}: {figure.text}
          </a>
        </p>
      )}
      <div className="command-bar">
        <Command letter="K" isOff={isBusy || isDecided || figure === null} isMain onRun={() => void desk.keep()}>
          Keep
        </Command>
        <button
          type="button"
          className="btn dismiss-toggle"
          aria-expanded={isOpen}
          aria-controls="dismissals"
          onClick={() => setOpen(!isOpen)}
        >
          Dismiss
        </button>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie in a row with other buttons */}
        <div
          id="dismissals"
          role="group"
          aria-label="Dismiss: why"
          className={isOpen ? "dismissals open" : "dismissals"}
        >
          {DISMISSALS.map((reason, index) => (
            <Command
              key={reason}
              letter={`${index + 1}`}
              isOff={isBusy || isDecided || figure === null}
              onRun={() => {
                setOpen(false);
                desk.dismiss(reason);
              }}
            >
              {reason}
            </Command>
          ))}
        </div>
        <Command letter="J" isOff={isBusy} onRun={desk.next}>
          Next
        </Command>
        <Command letter="U" isOff={isBusy || state.done.length === 0} onRun={() => void desk.undo()}>
          Undo
        </Command>
      </div>
      {children}
    </section>
  );
}

/** A button that stays where it is, and keeps the focus, while there is nothing for it to do. */
function Command({
  letter,
  isOff,
  isMain = false,
  onRun,
  children,
}: {
  readonly letter: string;
  readonly isOff: boolean;
  readonly isMain?: boolean;
  readonly onRun: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={isMain ? "btn primary" : "btn"}
      aria-keyshortcuts={letter}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onRun();
      }}
    >
      {children}{" "}
      <span className="keycap" aria-hidden="true">
        {letter}
      </span>
    </button>
  );
}
