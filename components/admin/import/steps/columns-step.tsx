"use client";

import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { ColumnUses } from "@/components/admin/import/steps/column-uses";
import { NumberQuestions } from "@/components/admin/import/steps/number-questions";
import { SaidOnce } from "@/components/admin/import/steps/said-once";
import { SpreadDiagram } from "@/components/admin/import/steps/spread-diagram";
import { StepEnd } from "@/components/admin/import/steps/step-end";
import { TimeQuestions } from "@/components/admin/import/steps/time-questions";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import type { TableLook } from "@/lib/importing/look/table-look";
import { leftSentence } from "@/lib/importing/table/left-out";

/** What the columns are used for, what is the same for the whole file, and what has to be asked of its numbers. */
export function ColumnsStep({
  wizard,
  look,
  choices,
}: {
  readonly wizard: Wizard;
  readonly look: TableLook;
  readonly choices: FigureChoices;
}) {
  const { decide, isLooking } = wizard;
  const left = leftSentence(look.left);
  return (
    <div className="import-step" aria-busy={isLooking}>
      {look.spread === null ? (
        <p role="status">
          {look.figures.toLocaleString("en-GB")} {look.figures === 1 ? "row has a figure" : "rows have a figure each"}.
        </p>
      ) : (
        <SpreadDiagram
          spread={look.spread}
          figures={look.figures}
          onLevels={(levels) => decide(() => ({ levels: [...levels] }))}
        />
      )}
      {left === "" ? null : <p>{left}</p>}
      <section data-whole="" aria-labelledby="import-uses">
        <h2 id="import-uses">Columns</h2>
        <ColumnUses
          columns={look.columns}
          onUse={(names, use) =>
            decide(({ columns }) => ({
              columns: { ...columns, ...Object.fromEntries(names.map((name) => [name, use])) },
            }))
          }
        />
      </section>
      <TimeQuestions wizard={wizard} question={look.times} />
      <NumberQuestions wizard={wizard} look={look} />
      <SaidOnce wizard={wizard} look={look} choices={choices} />
      <StepEnd next="Go on to matches" isDisabled={isLooking} onNext={() => wizard.go("matches")} />
    </div>
  );
}
