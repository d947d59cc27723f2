"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { NewRecord } from "@/components/admin/fields/new-record";
import { RecordOrName } from "@/components/admin/fields/record-or-name";
import { TextField } from "@/components/admin/fields/text-field";
import { choiceLists } from "@/components/admin/figures/choice-lists";
import type { NewMetric } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { METRIC_KINDS } from "@/components/figures/labels";

const ADDS_UP = { stock: "Stock: as it stands on a day", flow: "Flow: over a period", ratio: "Ratio" } as const;

const UNIT_HINTS: Readonly<Record<NewMetric["kind"], string>> = {
  share: "",
  count: "The counted noun in the plural, such as companies",
  money: "ISO 4217 code, such as CNY",
  rate: "Such as percent or points",
  duration: "Such as hours or years",
  index: "Such as points",
};

/** A metric that is made together with its first figure. */
export function NewMetricFields({
  part,
  metric,
  onBack,
}: {
  readonly part: FigurePart;
  readonly metric: NewMetric;
  readonly onBack: () => void;
}) {
  const set = (changes: Partial<NewMetric>) => part.change({ metric: { ...metric, ...changes } });
  const at = (field: string) => ({ path: `metric.${field}`, error: errorAt(part, `metric.${field}`) });
  const { topics } = choiceLists(part.choices);
  return (
    <NewRecord title="New metric" backLabel="Choose one of the metrics instead" onBack={onBack}>
      <TextField
        {...at("name")}
        label="Name"
        value={metric.name}
        onChange={(name) => set({ name })}
        hint="What is measured, as a noun phrase: Companies attracted"
      />
      <div className="field-row">
        <ChoiceField
          {...at("kind")}
          label="Kind"
          value={metric.kind}
          choices={METRIC_KINDS}
          onChange={(kind) => kind !== null && set({ kind })}
        />
        {metric.kind === "share" ? (
          <TextField
            {...at("shareOf")}
            label="Share of what"
            required={false}
            value={metric.shareOf}
            onChange={(shareOf) => set({ shareOf })}
            hint="Such as GDP"
          />
        ) : (
          <TextField
            {...at("unit")}
            label="Unit"
            value={metric.unit}
            onChange={(unit) => set({ unit })}
            hint={UNIT_HINTS[metric.kind]}
          />
        )}
      </div>
      <RecordOrName
        path="metric.topic"
        label="Topic"
        noun="topic"
        choices={topics}
        value={metric.topic}
        onChange={(topic) => set({ topic })}
        begin={(name) => ({ name, position: topics.length })}
        issues={part.issues}
      />
      <TextField
        {...at("definition")}
        label="Definition"
        rows={2}
        value={metric.definition}
        onChange={(definition) => set({ definition })}
        hint="One sentence: what is counted in, what is left out"
      />
      <ChoiceField
        {...at("accumulation")}
        label="How it adds up"
        required={false}
        value={metric.accumulation}
        choices={ADDS_UP}
        none="Not known"
        onChange={(accumulation) => set({ accumulation })}
      />
    </NewRecord>
  );
}
