"use client";

import type { ChoiceLists } from "@/components/admin/figure-form/state/choice-lists";
import { MetricRow } from "@/components/admin/import/matches/metric-row";
import { NamesTable } from "@/components/admin/import/matches/name-row";
import { newMetricOf } from "@/components/admin/import/matches/new-metric";
import { NewMetricsFields } from "@/components/admin/import/matches/new-metrics-fields";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { LOCALE } from "@/components/ui/locale";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { countText, formatCount } from "@/lib/format/words";
import { metricFate } from "@/lib/importing/look/open-names";
import type { MetricGuess } from "@/lib/importing/look/table-look";
import type { NewMetric } from "@/lib/importing/table/recipe";

/** What the names of metrics stand for. Several that nobody knows are made, or left out, together. */
export function MetricMatches({
  wizard,
  guesses,
  choices,
  lists,
}: {
  readonly wizard: Wizard;
  readonly guesses: readonly MetricGuess[];
  readonly choices: FigureChoices;
  readonly lists: ChoiceLists;
}) {
  const { decide, decisions } = wizard;
  const { recipe } = decisions;
  if (guesses.length === 0) return null;
  const open = guesses.filter((guess) => metricFate(guess, recipe) === "open");
  const made = guesses.filter(({ name }) => typeof recipe.metrics[name] === "object");
  const answer = (all: readonly MetricGuess[], of: (guess: MetricGuess) => (typeof recipe.metrics)[string]) =>
    decide(({ metrics }) => ({
      metrics: { ...metrics, ...Object.fromEntries(all.map((guess) => [guess.name, of(guess)])) },
    }));
  const sayOfMade = (part: Partial<NewMetric>) =>
    answer(made, ({ name }) => {
      const metric = recipe.metrics[name];
      return typeof metric === "object" ? { ...metric, ...part } : (metric ?? "");
    });
  return (
    <section data-whole="" aria-labelledby="import-metrics" className="import-matches">
      <h2 id="import-metrics">Metrics</h2>
      {open.length < 2 ? null : (
        <p className="import-bulk">
          {countText(open.length, "name is", "names are", LOCALE)} not known.{" "}
          <button type="button" className="btn small" onClick={() => answer(open, newMetricOf)}>
            Make all {formatCount(open.length, LOCALE)} new
          </button>{" "}
          <button type="button" className="btn small" onClick={() => answer(open, () => "")}>
            Leave all {formatCount(open.length, LOCALE)} out
          </button>
        </p>
      )}
      {made.length < 2 ? null : <NewMetricsFields count={made.length} topics={choices.topics} onSay={sayOfMade} />}
      <NamesTable of="metrics">
        {guesses.slice(0, DRAWN).map((guess) => (
          <MetricRow key={guess.name} guess={guess} wizard={wizard} choices={choices} metrics={lists.metrics} />
        ))}
      </NamesTable>
      {guesses.length <= DRAWN ? null : (
        <p className="hint">
          The first {formatCount(DRAWN, LOCALE)} of {formatCount(guesses.length, LOCALE)} names are listed; what is said
          of all together is said of the others, too.
        </p>
      )}
    </section>
  );
}

/** Names that are drawn. */
const DRAWN = 100;
