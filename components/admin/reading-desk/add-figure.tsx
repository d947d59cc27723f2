"use client";

import { type RefObject, useEffect, useState } from "react";
import { placeOf } from "@/components/admin/reading-desk/state/added-figure";
import type { Span } from "@/components/admin/reading-desk/state/desk-state";
import { selectedSpan } from "@/components/admin/reading-desk/state/selected-span";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";

/** A selection in the article, and where its end is shown, px from the top left of the box around the article. */
interface Selected extends Span {
  readonly top: number;
  readonly left: number;
}

/** The ways to add a figure that was not found: by selecting its words in the article, or by writing them. */
export function AddFigure({ desk, box }: { readonly desk: Desk; readonly box: RefObject<HTMLElement | null> }) {
  const [selected, setSelected] = useState<Selected | null>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    const follow = () => setSelected(selectionIn(box.current));
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [box]);
  const add = (span: Span | null) => {
    getSelection()?.removeAllRanges();
    setSelected(null);
    desk.addFigure(span);
  };
  return (
    <>
      {selected === null ? null : (
        <button
          type="button"
          className="btn primary small add-selected"
          style={{ top: selected.top, left: selected.left }}
          // The selection stays while the button is pressed.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => add(selected)}
        >
          Add this as a figure{" "}
          <span className="keycap" aria-hidden="true">
            A
          </span>
        </button>
      )}
      <details className="folded add-words">
        <summary>Add a figure that was not found</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const from = desk.figure?.end ?? 0;
            add(placeOf(desk.state.text, words, from));
            setWords("");
          }}
        >
          <label htmlFor="add-words">Select its words above, or write them as the article has them</label>
          <span className="save-bar">
            <input
              id="add-words"
              value={words}
              autoComplete="off"
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <button type="submit" className="btn small">
              Add
            </button>
          </span>
        </form>
      </details>
    </>
  );
}

function selectionIn(box: HTMLElement | null): Selected | null {
  const span = box === null ? null : selectedSpan(box);
  const range = span === null ? null : getSelection()?.getRangeAt(0);
  if (box === null || span === null || range == null) return null;
  const around = box.getBoundingClientRect();
  const end = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const left = Math.max(0, Math.min(end.left - around.left, around.width - 220));
  return { ...span, top: end.bottom - around.top + 4, left };
}
