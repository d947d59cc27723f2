"use client";

import { useEffect, useRef, useState } from "react";

/** A field that two people changed, as both would have it; texts for reading. */
export interface Difference {
  readonly field: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  /** Which to take unless the person says otherwise: mine where I changed the field, else theirs. */
  readonly preferred: "mine" | "theirs";
}

/**
 * Both versions side by side after someone else saved first, with a choice field by field. `onSave` is given the fields to take
 * from mine; the rest stays as the other person saved it.
 */
export function ConflictView({
  differences,
  onSave,
  busy,
}: {
  readonly differences: readonly Difference[];
  readonly onSave: (mine: readonly string[]) => void;
  readonly busy: boolean;
}) {
  const [chosen, setChosen] = useState<Readonly<Record<string, "mine" | "theirs">>>({});
  const choiceOf = ({ field, preferred }: Difference) => chosen[field] ?? preferred;
  const view = useRef<HTMLElement>(null);
  useEffect(() => {
    view.current?.focus({ preventScroll: true });
    view.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <section
      ref={view}
      className="notice warn"
      role="alertdialog"
      aria-labelledby="conflict"
      aria-describedby="conflict-why"
      tabIndex={-1}
      data-whole=""
    >
      <h2 id="conflict">Someone else saved this first</h2>
      <p id="conflict-why">
        {differences.length === 0
          ? "Their version says the same as yours. Save again to go on from it."
          : "Nothing is lost. Choose for each field what it should say, then save on top of their version."}
      </p>
      {differences.length === 0 ? null : (
        <table className="versions">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Yours</th>
              <th scope="col">Saved meanwhile</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={difference.field}>
                <th scope="row">{difference.label}</th>
                {(["mine", "theirs"] as const).map((side) => (
                  <td key={side}>
                    <label>
                      <input
                        type="radio"
                        name={`conflict-${difference.field}`}
                        checked={choiceOf(difference) === side}
                        onChange={() => setChosen({ ...chosen, [difference.field]: side })}
                      />
                      <span>
                        <span className="hidden">{side === "mine" ? "Yours: " : "Saved meanwhile: "}</span>
                        {difference[side] === "" ? "(empty)" : difference[side]}
                      </span>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="save-bar">
        <button
          type="button"
          className="btn primary"
          disabled={busy}
          onClick={() => onSave(differences.filter((each) => choiceOf(each) === "mine").map(({ field }) => field))}
        >
          Save on top
        </button>
      </p>
    </section>
  );
}
