import type { ReactNode } from "react";

/** The way on from a step. */
export function StepEnd({
  next,
  isDisabled = false,
  onNext,
  children = null,
}: {
  readonly next: string;
  readonly isDisabled?: boolean;
  readonly onNext: () => void;
  /** What is to be known before one goes on. */
  readonly children?: ReactNode;
}) {
  return (
    <p className="save-bar">
      <button type="button" className="btn primary" disabled={isDisabled} onClick={onNext}>
        {next}
      </button>
      {children}
    </p>
  );
}
