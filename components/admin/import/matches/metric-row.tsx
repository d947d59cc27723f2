"use client";

import type { Choice } from "@/components/admin/fields/choice";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";
import { type Answer, NameRow, useAnswer } from "@/components/admin/import/matches/name-row";
import { newMetricOf } from "@/components/admin/import/matches/new-metric";
import { pathPart } from "@/components/admin/import/matches/path-part";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { METRIC_KINDS } from "@/components/ui/labels";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { metricFate } from "@/lib/importing/look/open-names";
import type { MetricGuess } from "@/lib/importing/look/table-look";
import type { NewMetric } from "@/lib/importing/table/recipe";

/** The name of one metric and what it stands for: a metric that is known, a new one, or nothing. */
export function MetricRow({
  guess,
  wizard,
  choices,
  metrics,
}: {
  readonly guess: MetricGuess;
  readonly wizard: Wizard;
  readonly choices: FigureChoices;
  readonly metrics: readonly Choice[];
}) {
  const { name, count, key, reason, suggested } = guess;
  const { recipe } = wizard.decisions;
  const said = recipe.metrics[name];
  const [answer, setAnswer] = useAnswer(said);
  const say = (next: string | NewMetric | null) =>
    wizard.decide(({ metrics: { [name]: _, ...others } }) => ({
      metrics: next === null ? others : { ...others, [name]: next },
    }));
  const choose = (next: Answer) => {
    setAnswer(next);
    say(next === "out" ? "" : next === "new" ? newMetricOf(guess) : null);
  };
  const nameOf = (slug: string) => choices.metrics.find((metric) => metric.slug === slug)?.name ?? slug;
  return (
    <NameRow
      name={name}
      count={count}
      isOpen={metricFate(guess, recipe) === "open"}
      answer={answer}
      answers={{
        guess: key === null ? "Not known: choose" : nameOf(key),
        known: "A metric that is known here …",
        new: "A new metric …",
      }}
      reason={reason}
      onAnswer={choose}
    >
      {answer !== "guess" || suggested.length === 0 ? null : (
        <span className="field-cures">
          {suggested.map((slug) => (
            <button key={slug} type="button" className="btn small" onClick={() => say(slug)}>
              {nameOf(slug)}
            </button>
          ))}
        </span>
      )}
      {answer === "known" ? (
        <RecordCombobox
          path={`import.metrics.${pathPart(name)}`}
          label={`Metric for ${name}`}
          of="metrics"
          choices={metrics}
          value={typeof said === "string" ? said : null}
          onChange={say}
        />
      ) : null}
      {typeof said === "object" ? (
        <NewMetricFields name={name} metric={said} topics={choices.topics} onChange={say} />
      ) : null}
    </NameRow>
  );
}

function NewMetricFields({
  name,
  metric,
  topics,
  onChange,
}: {
  readonly name: string;
  readonly metric: NewMetric;
  readonly topics: FigureChoices["topics"];
  readonly onChange: (metric: NewMetric) => void;
}) {
  const path = `import.new-metric.${pathPart(name)}`;
  const of = (part: Partial<NewMetric>) => onChange({ ...metric, ...part });
  return (
    <div className="fields import-new">
      <TextField path={`${path}.name`} label="Name" value={metric.name} onChange={(text) => of({ name: text })} />
      <div className="field-row">
        <ChoiceField
          path={`${path}.kind`}
          label="Kind"
          choices={METRIC_KINDS}
          value={metric.kind}
          onChange={(kind) => of({ kind: kind ?? "count", ...(kind === "share" ? { unit: "percent" } : {}) })}
        />
        <TextField
          path={`${path}.unit`}
          label="Unit"
          hint={metric.kind === "money" ? "ISO 4217 code, such as CNY" : "Such as companies, percent or hours"}
          value={metric.unit}
          onChange={(unit) => of({ unit })}
        />
        <ChoiceField
          path={`${path}.topic`}
          label="Topic"
          choices={Object.fromEntries(topics.map((topic) => [topic.slug, topic.name]))}
          none="Choose one"
          hint={topics.length === 0 ? "There is none yet: add one under Topics first" : undefined}
          value={metric.topic === "" ? null : metric.topic}
          onChange={(topic) => of({ topic: topic ?? "" })}
        />
      </div>
      <TextField
        path={`${path}.definition`}
        label="Definition"
        rows={2}
        value={metric.definition ?? ""}
        onChange={(definition) => of({ definition })}
      />
    </div>
  );
}
