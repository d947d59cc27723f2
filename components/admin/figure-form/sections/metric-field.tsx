"use client";

import { Checkbox } from "@mantine/core";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { useField } from "@/components/admin/fields/form-fields";
import { EMPTY_METRIC, type NewMetric } from "@/components/admin/figure-form/state/figure-draft";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { measureOf } from "@/components/admin/figure-form/state/fill-from-words";
import { type MetricQuestion, questionOf } from "@/components/admin/figure-form/state/metric-question";
import { useSuggestedMetrics } from "@/components/admin/figure-form/state/use-suggested-metrics";
import { ReferenceField } from "@/components/admin/record-form/controls/field-control";
import { METRIC_KINDS } from "@/components/ui/labels";
import { unitText } from "@/lib/format/unit";
import { readPhrase } from "@/lib/reading/read-phrase";

/** Most metrics offered for the words of a figure. */
const MOST_OFFERED = 3;
/** How long typing rests before metrics are asked for. */
const REST_MS = 200;

/** What is measured, in the form: metrics that fit the words are offered while none is chosen. */
export function MetricField(part: FigurePart) {
  const { draft } = part;
  const { metric } = draft;
  // Typing goes first: the suggestions follow as soon as there is time.
  const words = useDeferredValue(draft.words);
  const counted = useMemo(() => (metric === null ? readPhrase(words) : null), [words, metric]);
  const suggested = useSuggestedMetrics(counted === null ? null : { phrase: words, counted }, REST_MS);
  const offered = suggested.slugs.slice(0, MOST_OFFERED);
  return <MetricChoice part={part} offered={offered} begin={() => measureOf(draft.words)} />;
}

/** One of the metrics, those that are offered (by slug) first, or a new one in place; with what has to be asked about it. */
export function MetricChoice({
  part,
  offered,
  begin,
  children = null,
}: {
  readonly part: FigurePart;
  readonly offered: readonly string[];
  /** What a new metric begins with, beside its name. */
  readonly begin: () => Partial<NewMetric>;
  /** More ways to one, beside those that are offered. */
  readonly children?: ReactNode;
}) {
  const { draft, choices, said, change } = part;
  const { metric } = draft;
  const chosen = choices.metrics.find(({ slug }) => slug === metric);
  const question = useMemo(() => questionOf(draft, said, choices), [draft, said, choices]);
  const { error } = useField({ path: "metric", label: "Metric" });
  const isNew = metric !== null && typeof metric === "object";
  return (
    <div>
      <ReferenceField
        path="metric"
        label="Metric"
        of="metrics"
        begin={(typed) => newMetric(begin(), typed)}
        hint={
          chosen === undefined
            ? undefined
            : `${METRIC_KINDS[chosen.kind]} in ${unitText(chosen.unit, "") || "units"}. ${chosen.definition}`
        }
      />
      <div role="status">
        {question === null ? null : <Asked question={question} isSaid={error === question.text} change={change} />}
      </div>
      {isNew || (offered.length === 0 && children === null) ? null : (
        <div className="field-cures">
          {offered.map((slug) => (
            <button
              key={slug}
              type="button"
              className="btn small"
              data-offered=""
              onClick={() => change({ metric: slug })}
            >
              {choices.metrics.find((one) => one.slug === slug)?.name}
            </button>
          ))}
          {children}
        </div>
      )}
    </div>
  );
}

/** A new metric that begins with what is known of it, under the name that was typed. */
function newMetric(known: Partial<NewMetric>, typed: string): NewMetric {
  return { ...EMPTY_METRIC, ...known, ...(typed === "" ? {} : { name: typed }) };
}

/** A question about the metric, with the ways to answer it. */
function Asked({
  question,
  isSaid,
  change,
}: {
  readonly question: MetricQuestion;
  /** Whether the message at the field says it already. */
  readonly isSaid: boolean;
  readonly change: FigurePart["change"];
}) {
  const { text, agree, negative, isAgreed, key } = question;
  return (
    <div className={isAgreed ? "asked" : "asked warned"} id="metric-asked">
      {isSaid ? null : <p>{text}</p>}
      {negative === null || isAgreed ? null : (
        <button type="button" className="btn small" data-negative="" onClick={() => change(negative)}>
          Record it as a fall
        </button>
      )}
      {agree === null ? null : (
        <Checkbox
          label={agree}
          checked={isAgreed}
          onChange={(event) => change({ agreed: event.currentTarget.checked ? key : null })}
        />
      )}
    </div>
  );
}
