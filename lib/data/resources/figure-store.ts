import "server-only";
import { invalid } from "@/lib/data/errors";
import { citationLabels, citationReferences } from "@/lib/data/resources/citations";
import { contentOf, type FigureWithKeys } from "@/lib/data/resources/figure-content";
import { type FigureWithCitation, readFigureRows } from "@/lib/data/resources/figure-rows";
import { guarded, type ResourceStore } from "@/lib/data/resources/store";
import { writeFigures, writeNextFigures } from "@/lib/data/resources/write-figures";
import type { Referred, State, Stored } from "@/lib/data/revisions/record";
import { firstDayOf } from "@/lib/dates/edtf";
import { picked } from "@/lib/figures/by-name";
import { CITATION_TEXTS } from "@/lib/figures/citation-fields";

const DAY_MS = 86_400_000;

/** A figure's row with the names of what it refers to. */
interface FigureWithNames extends FigureWithKeys {
  readonly id: number;
  readonly publicId: string;
  readonly version: number;
  readonly status: State;
  readonly recordedAt: Date;
  readonly metric: { readonly slug: string; readonly name: string };
  readonly region: { readonly code: string; readonly name: string };
  readonly organisation: { readonly slug: string; readonly name: string } | null;
}

/** A database row as an editor has said it, with what writing has to know. */
export function toStored(row: FigureWithNames): Stored<"figures"> {
  const { id, publicId, version, status, recordedAt, metric, region, organisation, citations } = row;
  return {
    id,
    key: publicId,
    version,
    state: status,
    recordedAt: recordedAt.toISOString(),
    content: contentOf(row),
    labels: {
      metric: metric.name,
      region: region.name,
      ...(organisation === null ? {} : { organisation: organisation.name }),
      ...citationLabels(citations),
    },
  };
}

/** The rows of one figure, one for each citation, as one row that has its citations. */
function nested(figure: FigureWithCitation, rows: readonly FigureWithCitation[]): FigureWithNames {
  const { metricKey, metricName, regionKey, regionName, organisationKey, organisationName } = figure;
  return {
    ...figure,
    metric: { slug: metricKey, name: metricName },
    region: { code: regionKey, name: regionName },
    organisation:
      organisationKey === null || organisationName === null ? null : { slug: organisationKey, name: organisationName },
    citations: rows.flatMap(({ sourceKey: slug, sourceName: title, role, ...row }) =>
      slug === null || title === null || role === null
        ? []
        : [{ ...picked(row, CITATION_TEXTS), role, source: { slug, title } }],
    ),
  };
}

/** What the rows of one figure refer to. */
function referred(rows: readonly FigureWithCitation[]): readonly Referred[] {
  return rows.flatMap((row) => {
    const all = [
      ["metrics", row.metricKey, row.metricId, row.metricName, row.metricRetracted],
      ["regions", row.regionKey, row.regionId, row.regionName, row.regionRetracted],
      ["organisations", row.organisationKey, row.organisationId, row.organisationName, row.organisationRetracted],
      ["sources", row.sourceKey, row.sourceId, row.sourceName, row.sourceRetracted],
    ] as const;
    return all.flatMap(([resource, key, id, name, retracted]) =>
      key === null || id === null || name === null ? [] : [{ resource, key, id, name, retracted: retracted === true }],
    );
  });
}

/** Figures, each with its citations. */
export const figureStore: ResourceStore<"figures"> = {
  async check(_, __, { lookedAgain }) {
    // Where it is tomorrow already, it may be looked at.
    const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
    if (lookedAgain !== null && firstDayOf(lookedAgain) > firstDayOf(tomorrow)) {
      throw invalid(
        "lookedAgain",
        "in_the_future",
        "Write the day on which somebody looked: this one has not come yet",
      );
    }
  },

  references: ({ metric, region, organisation, citations }) => [
    { path: "metric", resource: "metrics", key: metric },
    { path: "region", resource: "regions", key: region },
    ...(organisation === null ? [] : [{ path: "organisation", resource: "organisations", key: organisation } as const]),
    ...citationReferences(citations),
  ],

  async find(tx, key) {
    const rows = await readFigureRows(tx, key);
    const [figure] = rows;
    return figure === undefined ? null : { ...toStored(nested(figure, rows)), known: referred(rows) };
  },

  async insert(tx, { key, content, state, references }, context) {
    const recordedAt = new Date().toISOString();
    const status = state === "published" ? "published" : "draft";
    const [id = 0] = await writeFigures(tx, [{ publicId: key, recordedAt, content, status }], references, context);
    return { id, recordedAt };
  },

  update: (tx, before, { content, state, references }) =>
    writeNextFigures(tx, [{ before, content, state }], references),

  async mark(tx, before, state) {
    const { count } = await tx.figure.updateMany({
      where: guarded(before),
      data: { status: state, version: { increment: 1 } },
    });
    return count === 1;
  },

  async dependants(tx, figureId) {
    return [
      {
        count: await tx.chartFigure.count({ where: { figureId, chart: { status: "published" } } }),
        what: "published chart",
      },
    ];
  },
};
