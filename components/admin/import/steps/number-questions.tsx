"use client";

import { Checkbox } from "@mantine/core";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { FORMATS } from "@/components/admin/import/check/import-choices";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import type { TableLook } from "@/lib/importing/look/table-look";

const BRACKETS = { minus: "That it is below nought, as in accounts", mark: "Nothing of the number" } as const;

/** What has to be asked of the numbers of a file, each once and only where there is a question. */
export function NumberQuestions({ wizard, look }: { readonly wizard: Wizard; readonly look: TableLook }) {
  const { decide, decisions } = wizard;
  const { numberFormat, rounds, totals, brackets } = decisions.recipe;
  const { ambiguous, long, left } = look;
  const bracketed = ambiguous.first.filter((text) => /^\(.*\)/.test(text));
  const asksBrackets = bracketed.length > 0 || brackets !== null;
  const asksFormat = ambiguous.first.length > bracketed.length || numberFormat !== null;
  const asksRounding = long.count > 0 || rounds;
  const asksTotals = left.total > 0 || totals;
  if (!asksFormat && !asksBrackets && !asksRounding && !asksTotals) return null;
  return (
    <section data-whole="" className="fields" aria-labelledby="import-numbers">
      <h2 id="import-numbers">Numbers</h2>
      {asksFormat ? (
        <ChoiceField
          path="import.numberFormat"
          label="The file writes numbers like"
          hint={
            ambiguous.count > 0
              ? `Can be read in two ways: ${ambiguous.first.join(" · ")}`
              : "As you said for this file"
          }
          choices={FORMATS}
          none="I cannot tell"
          value={numberFormat}
          onChange={(format) => decide(() => ({ numberFormat: format }))}
        />
      ) : null}
      {asksBrackets ? (
        <ChoiceField
          path="import.brackets"
          label="Brackets around a number say"
          hint={bracketed.length > 0 ? `Such as ${bracketed.join(" · ")}` : "As you said for this file"}
          choices={BRACKETS}
          none="I cannot tell"
          value={brackets}
          onChange={(meant) => decide(() => ({ brackets: meant }))}
        />
      ) : null}
      {asksRounding ? (
        <Checkbox
          label={`Round numbers of more than 15 digits to 15${long.first[0] === undefined ? "" : `, such as ${long.first[0]}`}`}
          description="Otherwise their rows are refused. What the file prints stays in the note."
          checked={rounds}
          onChange={(event) => {
            const isChecked = event.currentTarget.checked;
            decide(() => ({ rounds: isChecked }));
          }}
        />
      ) : null}
      {asksTotals ? (
        <Checkbox
          label="Take rows that sum up others, too"
          description={left.total > 0 ? `${left.total.toLocaleString("en-GB")} such rows are left out.` : undefined}
          checked={totals}
          onChange={(event) => {
            const isChecked = event.currentTarget.checked;
            decide(() => ({ totals: isChecked }));
          }}
        />
      ) : null}
    </section>
  );
}
