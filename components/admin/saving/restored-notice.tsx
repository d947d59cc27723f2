"use client";

/** Says that what was typed before is back, and offers to throw it away. */
export function RestoredNotice({ shown, onDiscard }: { readonly shown: boolean; readonly onDiscard: () => void }) {
  return (
    <div role="status">
      {shown ? (
        <p className="notice">
          What you had typed here is back.{" "}
          <button type="button" className="linklike" onClick={onDiscard}>
            Discard it and start anew
          </button>
        </p>
      ) : null}
    </div>
  );
}
