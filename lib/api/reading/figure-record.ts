import "server-only";
import type { z } from "zod";
import { siteAddress } from "@/lib/env";
import { bounds } from "@/lib/figures/bounds";
import { picked } from "@/lib/figures/by-name";
import type { Figure } from "@/lib/figures/figure";
import { PUBLIC_FIELDS } from "@/lib/figures/figure-fields";
import { paths } from "@/lib/paths";
import { type figureRecord, settledFields } from "@/lib/schemas/api/figure-record";

type FigureRecord = z.output<typeof figureRecord>;

/** A published figure as readers of the API are given it. Throws for one without a citation: no number leaves without its source. */
export function toFigureRecord(figure: Figure): FigureRecord {
  const { id, metric, region, organisation, value, digits, valueHigh, digitsHigh, citations } = figure;
  const [origin] = citations;
  if (!origin) throw new Error(`Figure ${id} has no citation, so it cannot be told`);
  const { low, lowOpen, high, highOpen } = bounds(figure);
  return {
    ...{ id, address: siteAddress() + paths.figure(id), metric, region, organisation },
    ...{
      wording: figure.wording,
      qualifier: figure.qualifier,
      value,
      digits,
      valueHigh,
      digitsHigh,
      unit: metric.unit,
    },
    lowerBound: low === null ? null : { value: low, digits, included: !lowOpen },
    upperBound: high === null ? null : { value: high, digits: digitsHigh ?? digits, included: !highOpen },
    ...{
      alternative: figure.alternative,
      periodStart: figure.periodStart,
      periodEnd: figure.periodEnd,
      asOf: figure.asOf,
    },
    ...picked(figure, PUBLIC_FIELDS),
    published: origin.source.published,
    ...{ recordedAt: figure.recordedAt, version: figure.version, citations: [...citations] },
  } as FigureRecord;
}

/** Some fields of a figure; all of them where none is asked for. */
export function someOf(record: FigureRecord, asked: readonly string[] | undefined): object {
  if (asked === undefined) return record;
  const whole: Readonly<Record<string, unknown>> = record;
  return Object.fromEntries(settledFields(asked).map((name) => [name, whole[name]]));
}
