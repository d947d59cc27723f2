"use client";

import { type ReactNode, useDeferredValue } from "react";
import { ErrorSummary } from "@/components/admin/fields/error-summary";
import { type FigurePart, labelOf } from "@/components/admin/figures/figure-fields";
import { FigureParts } from "@/components/admin/figures/figure-parts";
import { FigurePreview } from "@/components/admin/figures/figure-preview";
import { LikelyFigures } from "@/components/admin/figures/likely-figures";
import type { useLikely } from "@/components/admin/figures/use-likely";
import { holdPress } from "@/components/admin/saving/hold-press";
import { SavingNotice } from "@/components/admin/saving/saving-notice";
import type { SavingState } from "@/components/admin/saving/use-saving";

/** The form of a figure: its fields, what it will look like beside them, what is wrong, and then the buttons. */
export function FigureDesk({
  part,
  likely,
  state,
  onRetry,
  more = null,
  children,
}: {
  readonly part: FigurePart;
  readonly likely: ReturnType<typeof useLikely>;
  readonly state: SavingState;
  readonly onRetry: () => void;
  /** Fields after those of the figure. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  const { choices, issues } = part;
  const shown = useDeferredValue(part.draft);
  return (
    <form
      className="desk"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onPointerDown={holdPress}
      autoComplete="off"
    >
      <div className="fields">
        <FigureParts {...part} />
        {more}
      </div>
      <aside className="desk-side" aria-label="Preview">
        <FigurePreview draft={shown} choices={choices} likely={likely} />
        <LikelyFigures likely={likely} choices={choices} />
      </aside>
      <div className="fields">
        <ErrorSummary issues={issues} labelOf={labelOf} />
        <SavingNotice state={state} onRetry={onRetry} />
        {children}
      </div>
    </form>
  );
}
