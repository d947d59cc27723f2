"use client";

import type { Affected } from "@/components/admin/saving/send";
import { LOCALE } from "@/components/ui/locale";
import type { AffectedFigure } from "@/lib/figures/view-models";
import { wordedQuantity } from "@/lib/format/quantity";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** How a metric measures. */
interface Measure {
  readonly unit: string;
  readonly counted: string | null;
}

/**
 * What figures would say by a change of their metric's measure, with a button that makes the change for all of them. Where a phrase
 * states another unit there is none: the cure is another metric.
 */
export function AffectedFigures({
  affected: { count, contradicted, figures },
  now,
  then,
  busy,
  onConfirm,
}: {
  readonly affected: Affected;
  /** The measure before and after; null where it is not known here. */
  readonly now: Measure | null;
  readonly then: Measure | null;
  readonly busy: boolean;
  readonly onConfirm: (count: number) => void;
}) {
  const all = countText(count, "figure", "figures", LOCALE);
  const left = count - figures.length;
  return (
    <div className="notice warn" role="alert">
      <h2>{contradicted > 0 ? "Not saved: sources state another unit" : `Not saved yet: ${all} would change`}</h2>
      <p>
        {contradicted > 0
          ? `${contradicted} of ${all} ${contradicted === 1 ? "quotes" : "quote"} another unit in the words of the source.`
          : "Each of these would say something else. Readers will see the change and the reason beside each published one."}
      </p>
      <ul className="plain">
        {figures.map((figure) => (
          <li key={figure.key}>
            <a href={paths.admin.edit("figures", figure.key)}>{figure.about}</a>
            {figure.status === "published" ? "" : ` (${figure.status})`}: {now ? wordsOf(figure, now) : null}
            {then ? <> → {wordsOf(figure, then)}</> : null} {figure.phrase === null ? null : <q>{figure.phrase}</q>}
          </li>
        ))}
      </ul>
      {left > 0 ? <p>{`And ${left} more.`}</p> : null}
      <p className="save-bar">
        {contradicted > 0 ? (
          <a className="btn" href={paths.admin.add("metrics")}>
            Add a metric for the other measure
          </a>
        ) : (
          <button type="button" className="btn danger" disabled={busy} onClick={() => onConfirm(count)}>
            {count === 1 ? "Change it all the same" : `Change all ${all}`}
          </button>
        )}
      </p>
    </div>
  );
}

function wordsOf({ wording, value, valueHigh }: AffectedFigure, metric: Measure): string {
  const numbers = { value: Number(value), digits: value, valueHigh: valueHigh === null ? null : Number(valueHigh) };
  return wordedQuantity({ wording, qualifier: null, citations: [], metric, digitsHigh: valueHigh, ...numbers }, LOCALE);
}
