"use client";

import { type ReactNode, useDeferredValue } from "react";
import { ErrorSummary } from "@/components/admin/fields/error-summary";
import { FormFields } from "@/components/admin/fields/form-fields";
import { FigurePreview } from "@/components/admin/figure-form/figure-preview";
import { FigureParts } from "@/components/admin/figure-form/sections/figure-parts";
import { SimilarFigures } from "@/components/admin/figure-form/similar-figures";
import { choiceLists } from "@/components/admin/figure-form/state/choice-lists";
import type { useFigureForm } from "@/components/admin/figure-form/state/use-figure-form";
import { useSimilarFigures } from "@/components/admin/figure-form/state/use-similar-figures";
import { holdPress } from "@/components/admin/saving/hold-press";
import { SavingNotice } from "@/components/admin/saving/saving-notice";

/** The form of a figure: its fields, what it will look like beside them, what is wrong, and then the buttons. */
export function FigureFormLayout({
  form,
  ownKey,
  more = null,
  children,
}: {
  readonly form: ReturnType<typeof useFigureForm>;
  /** Key of the figure that is being changed; null for a new one. */
  readonly ownKey: string | null;
  /** Fields after those of the figure. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  const { draft, choices } = form.part;
  const likely = useSimilarFigures(draft, ownKey);
  const shown = useDeferredValue(draft);
  return (
    <FormFields form={form.fields} choices={choiceLists(choices)} known={choices.sources}>
      <form
        className="form-columns"
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onPointerDown={holdPress}
        autoComplete="off"
      >
        <div className="fields">
          <FigureParts form={form} />
          {more}
        </div>
        <aside className="form-side" aria-label="Preview">
          <FigurePreview draft={shown} choices={choices} likely={likely} />
          <SimilarFigures likely={likely} choices={choices} />
        </aside>
        <div className="fields">
          <ErrorSummary issues={form.issues} labelOf={form.labelOf} />
          <SavingNotice state={form.saving.state} onRetry={() => void form.retry()} />
          {children}
        </div>
      </form>
    </FormFields>
  );
}
