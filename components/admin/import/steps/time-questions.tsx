"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import type { TimeQuestion } from "@/lib/importing/times/periods";

const ANSWERS = {
  dayOrder: { day: "The day first: 2 March", month: "The month first: 3 February" },
  yearPairs: { years: "Two years: 2010 to 2011", months: "A month: November 2010" },
  firstDays: {
    days: "That day itself",
    months: "The month that begins with it",
    quarters: "The quarter that begins with it",
    years: "The year that begins with it",
  },
} as const;
const LABELS = {
  dayOrder: "Days such as 02/03/2019 have",
  yearPairs: "Times such as 2010-11 are",
  firstDays: "First days of months stand for",
} as const;

/** What has to be asked of the times of a file, once and only where there is a question. */
export function TimeQuestions({
  wizard,
  question,
}: {
  readonly wizard: Wizard;
  /** Null where nothing is to be asked. What an older page kept has none. */
  readonly question: TimeQuestion | null | undefined;
}) {
  const { decide, decisions } = wizard;
  const asked = (Object.keys(ANSWERS) as (keyof typeof ANSWERS)[]).filter(
    (about) => question?.about === about || decisions.recipe[about] !== null,
  );
  if (asked.length === 0) return null;
  return (
    <section data-whole="" className="fields" aria-labelledby="import-times">
      <h2 id="import-times">Times</h2>
      {asked.map((about) => {
        const isOpen = question?.about === about;
        const answers = Object.entries<string>(ANSWERS[about]).filter(
          ([key]) => !isOpen || question.fits.includes(key),
        );
        return (
          <ChoiceField
            key={about}
            path={`import.${about}`}
            label={LABELS[about]}
            hint={
              isOpen ? `Such as ${question.first}. Their rows are refused until you say` : "As you said for this file"
            }
            choices={Object.fromEntries(answers) as Readonly<Record<string, string>>}
            none="I cannot tell"
            value={isOpen ? null : decisions.recipe[about]}
            onChange={(answer) => decide(() => ({ [about]: answer }))}
          />
        );
      })}
    </section>
  );
}
