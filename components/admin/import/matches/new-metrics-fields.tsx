"use client";

import { useState } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { TextField } from "@/components/admin/fields/text-field";
import { METRIC_KINDS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { formatCount } from "@/lib/format/words";
import type { NewMetric } from "@/lib/importing/table/recipe";

/** What is the same for all metrics that are made, said once; each can be changed after it. */
export function NewMetricsFields({
  count,
  topics,
  onSay,
}: {
  readonly count: number;
  readonly topics: FigureChoices["topics"];
  readonly onSay: (part: Partial<NewMetric>) => void;
}) {
  const [said, setSaid] = useState<Partial<NewMetric>>({});
  const say = (part: Partial<NewMetric>) => {
    setSaid({ ...said, ...part });
    onSay(part);
  };
  return (
    <fieldset className="new-record">
      <legend>All {formatCount(count, LOCALE)} new metrics</legend>
      <div className="field-row">
        <ChoiceField
          path="import.all.kind"
          label="Kind of all"
          choices={METRIC_KINDS}
          none="As each says"
          value={said.kind ?? null}
          onChange={(kind) => kind !== null && say({ kind })}
        />
        <TextField
          path="import.all.unit"
          label="Unit of all"
          required={false}
          value={said.unit ?? ""}
          onChange={(unit) => say({ unit })}
        />
        <ChoiceField
          path="import.all.topic"
          label="Topic of all"
          choices={Object.fromEntries(topics.map((topic) => [topic.slug, topic.name]))}
          none="Choose one"
          value={said.topic ?? null}
          onChange={(topic) => topic !== null && say({ topic })}
        />
      </div>
    </fieldset>
  );
}
