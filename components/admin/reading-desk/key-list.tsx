"use client";

import { DESK_KEYS } from "@/components/admin/reading-desk/state/shortcuts";

/** The keys that are shown while the list is closed. */
const MAIN = new Set(["M", "Shift + 1 – 3", "Ctrl + Enter", "Esc"]);

/** The keys of the desk: those that no button shows, or all of them. */
export function KeyList({ isOpen, onToggle }: { readonly isOpen: boolean; readonly onToggle: () => void }) {
  const shown = isOpen ? DESK_KEYS : DESK_KEYS.filter(([key]) => MAIN.has(key));
  return (
    <div className={isOpen ? "key-list open" : "key-list"}>
      <dl id="desk-keys" aria-label="Keys">
        {shown.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="linklike" aria-expanded={isOpen} aria-controls="desk-keys" onClick={onToggle}>
        {isOpen ? "Fewer keys" : "All keys"} <kbd>?</kbd>
      </button>
    </div>
  );
}
