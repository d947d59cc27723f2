"use client";

import { useDeferredValue, useMemo } from "react";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { RecordOrName } from "@/components/admin/fields/record-or-name";
import { choiceLists } from "@/components/admin/figures/choice-lists";
import { EMPTY_METRIC, EMPTY_REGION } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { measureOf } from "@/components/admin/figures/fill-from-words";
import { NewMetricFields } from "@/components/admin/figures/new-metric-fields";
import { NewRegionFields } from "@/components/admin/figures/new-place-fields";
import { METRIC_KINDS } from "@/components/figures/labels";
import { unitText } from "@/lib/format/unit";
import { fitsUnit, suggestMetrics } from "@/lib/reading/fit-metric";
import { readPhrase } from "@/lib/reading/read-phrase";

/** What is measured: one of the metrics, those that fit the words offered first, or a new one in place. */
export function MetricField(part: FigurePart) {
  const { draft, choices, change } = part;
  const reading = readPhrase(draft.words);
  const { metric } = draft;
  const chosen = choices.metrics.find(({ slug }) => slug === metric);
  // Typing goes first: the suggestions follow as soon as there is time.
  const words = useDeferredValue(draft.words);
  const suggested = useMemo(() => {
    const unit = readPhrase(words)?.unit;
    return metric === null && unit !== undefined ? suggestMetrics(words, unit, choices.metrics, { most: 3 }) : [];
  }, [words, metric, choices.metrics]);
  if (metric !== null && typeof metric === "object") {
    return <NewMetricFields part={part} metric={metric} onBack={() => change({ metric: null })} />;
  }
  const misfit = chosen !== undefined && reading !== null && fitsUnit(reading.unit, chosen) === false;
  return (
    <div>
      <RecordCombobox
        path="metric"
        label="Metric"
        noun="metric"
        choices={choiceLists(choices).metrics}
        value={metric}
        onChange={(key) => change({ metric: key })}
        onAdd={(typed) => change({ metric: { ...EMPTY_METRIC, name: typed.trim(), ...measureOf(draft.words) } })}
        error={errorAt(part, "metric")}
        hint={
          misfit ? (
            <span className="warned">
              The words say “{unitText(reading.unit?.text ?? "", "")}”; this metric is in {unitText(chosen.unit, "")}
            </span>
          ) : chosen === undefined ? undefined : (
            `${METRIC_KINDS[chosen.kind]} in ${unitText(chosen.unit, "") || "units"}. ${chosen.definition}`
          )
        }
      />
      {suggested.length > 0 ? (
        <div className="field-cures">
          {suggested.map(({ slug, name }) => (
            <button key={slug} type="button" className="btn small" onClick={() => change({ metric: slug })}>
              {name}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Where: one of the regions, or a new one in place. */
export function RegionField(part: FigurePart) {
  const { draft, choices, change } = part;
  const { region } = draft;
  if (region !== null && typeof region === "object") {
    return <NewRegionFields part={part} region={region} onBack={() => change({ region: null })} />;
  }
  return (
    <RecordCombobox
      path="region"
      label="Region"
      noun="region"
      choices={choiceLists(choices).regions}
      value={region}
      onChange={(key) => change({ region: key })}
      onAdd={(typed) => change({ region: { ...EMPTY_REGION, name: typed.trim() } })}
      error={errorAt(part, "region")}
    />
  );
}

/** Whom the figure is about, where that is not the region itself. */
export function OrganisationField(part: FigurePart) {
  const { draft, choices, issues, change } = part;
  return (
    <RecordOrName
      path="organisation"
      label="Organisation"
      noun="organisation"
      required={false}
      choices={choiceLists(choices).organisations}
      value={draft.organisation}
      onChange={(organisation) => change({ organisation })}
      begin={(name) => ({ name })}
      issues={issues}
      nameHint="As sources write it"
      hint="Leave it empty where the figure is about the region itself"
    />
  );
}
