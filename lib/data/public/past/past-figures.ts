import "server-only";
import type { RecordThen } from "@/lib/data/public/past/past-records";
import { readPastRecords } from "@/lib/data/public/past/past-records";
import type { Snapshot } from "@/lib/data/revisions/record";
import { daysCovered } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import { toColumns } from "@/lib/figures/figure-columns";
import type { FigureContent } from "@/lib/figures/figure-fields";
import { noteReads } from "@/lib/publication/reads";

/** What a figure said, as its history keeps it, and the revision before which the records that it names are read: Infinity for now. */
export interface PastFigure {
  readonly id: string;
  readonly said: Snapshot;
  readonly revision: number;
  readonly version: number;
  /** ISO 8601 instant. */
  readonly recordedAt: string;
}

/** For figures of which only what they said is shown. */
export const UNSEEN = { version: 0, recordedAt: "" } as const;

/**
 * Figures as they were, in the order given; null for one whose records are not there. They name their metric, region, organisation and
 * sources as those were called then.
 */
export async function readPastFigures(past: readonly PastFigure[]): Promise<readonly (Figure | null)[]> {
  const contents = past.map(({ said }) => said as unknown as FigureContent);
  const then = await readPastRecords({
    metrics: contents.map(({ metric }) => metric),
    regions: contents.map(({ region }) => region),
    organisations: contents.flatMap(({ organisation }) => organisation ?? []),
    sources: contents.flatMap(({ citations }) => citations.map(({ source }) => source)),
  });
  return past.map((figure) => toFigure(figure, then));
}

function toFigure({ id, said, revision, version, recordedAt }: PastFigure, then: RecordThen): Figure | null {
  const content = said as unknown as FigureContent;
  const metric = then("metrics", content.metric, revision);
  const region = then("regions", content.region, revision);
  const organisation = content.organisation === null ? null : then("organisations", content.organisation, revision);
  if (metric === undefined || region === undefined || organisation === undefined) return null;
  noteReads([`figure:${id}`, `topic:${metric.topic.slug}`]);
  const { alternative, alternativeDigits, alternativeUnit, ...columns } = toColumns(content);
  const hasAlternative = alternative !== null && alternativeDigits !== null && alternativeUnit !== null;
  const citations = content.citations.flatMap(({ source: key, ...place }) => {
    const source = then("sources", key, revision);
    return source === undefined ? [] : [{ ...place, source }];
  });
  return {
    ...columns,
    ...daysCovered(columns.periodStart, columns.periodEnd, columns.asOf),
    ...{ id, version, recordedAt, metric, region, organisation },
    alternative: hasAlternative ? { value: alternative, digits: alternativeDigits, unit: alternativeUnit } : null,
    // The origin first, as readers see them.
    citations: [...citations].sort((a, b) => Number(a.role === "repeat") - Number(b.role === "repeat")),
  };
}
