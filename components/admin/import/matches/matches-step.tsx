"use client";

import { useKnownRecords, useLookUp } from "@/components/admin/fields/known-records";
import { choiceLists } from "@/components/admin/figure-form/state/choice-lists";
import { MetricMatches } from "@/components/admin/import/matches/metric-matches";
import { PlaceMatches } from "@/components/admin/import/matches/place-matches";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { StepEnd } from "@/components/admin/import/steps/step-end";
import { LOCALE } from "@/components/ui/locale";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { countText, formatCount } from "@/lib/format/words";
import { metricFate, placeFate } from "@/lib/importing/look/open-names";
import type { TableLook } from "@/lib/importing/look/table-look";

/** What the names of metrics and places in the file stand for: what was found, and in one list what nobody knows yet. */
export function MatchesStep({
  wizard,
  look,
  choices: sent,
}: {
  readonly wizard: Wizard;
  readonly look: TableLook;
  readonly choices: FigureChoices;
}) {
  const { recipe } = wizard.decisions;
  const choices = useKnownRecords(sent);
  const lists = choiceLists(choices);
  const said = (answers: object) => Object.values(answers).filter((one) => typeof one === "string" && one !== "");
  useLookUp({
    metrics: [...said(recipe.metrics), ...look.metrics.flatMap(({ key, suggested }) => [key ?? [], suggested].flat())],
    regions: said(recipe.regions),
  });
  const open =
    look.metrics.filter((guess) => metricFate(guess, recipe) === "open").length +
    look.regions.filter((guess) => placeFate(guess, recipe) === "open").length;
  return (
    <div className="import-step" aria-busy={wizard.isLooking}>
      <MetricMatches wizard={wizard} guesses={look.metrics} choices={choices} lists={lists} />
      <PlaceMatches wizard={wizard} guesses={look.regions} lists={lists} />
      <CutNames of="places" shown={look.regions.length} all={look.named.regions} />
      <CutNames of="metrics" shown={look.metrics.length} all={look.named.metrics} />
      {look.metrics.length + look.regions.length === 0 ? (
        <p>No names of metrics or places stand in this file.</p>
      ) : null}
      <StepEnd next="Check the file" isDisabled={wizard.isLooking} onNext={() => wizard.go("check")}>
        {open === 0 ? null : (
          <span className="hint">
            {countText(open, "name is", "names are", LOCALE)} still open: their rows are refused.
          </span>
        )}
      </StepEnd>
    </div>
  );
}

function CutNames({ of, shown, all }: { readonly of: string; readonly shown: number; readonly all: number }) {
  if (all <= shown) return null;
  return (
    <p className="notice warn">
      The first {formatCount(shown, LOCALE)} of {formatCount(all, LOCALE)} names of {of} are told here. The check says
      which of the others are not known.
    </p>
  );
}
