import "server-only";
import { type FigureDraft, writeFigures } from "@/lib/data/figure-writes";
import { citationLabels, citationReferences, citationRows } from "@/lib/data/writing/citations";
import { columnsOf, contentOf, type FigureRow } from "@/lib/data/writing/figure-content";
import { type FigureWithCitation, readFigureRows, updateFigureRow } from "@/lib/data/writing/figure-rows";
import type { Referred, Stored } from "@/lib/data/writing/record";
import { guarded, type NounStore } from "@/lib/data/writing/store";
import { daysCovered } from "@/lib/figures/edtf";

/** A figure's row with the names of what it refers to. */
interface Row extends FigureRow {
  readonly recordedAt: Date;
  readonly metric: { readonly slug: string; readonly name: string };
  readonly region: { readonly code: string; readonly name: string };
  readonly organisation: { readonly slug: string; readonly name: string } | null;
}

/** A database row as an editor has said it, with what writing has to know. */
export function toStored(row: Row): Stored<"figures"> {
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
function nested(figure: FigureWithCitation, rows: readonly FigureWithCitation[]): Row {
  const { metricKey, metricName, regionKey, regionName, organisationKey, organisationName } = figure;
  return {
    ...figure,
    metric: { slug: metricKey, name: metricName },
    region: { code: regionKey, name: regionName },
    organisation:
      organisationKey === null || organisationName === null ? null : { slug: organisationKey, name: organisationName },
    citations: rows.flatMap(({ sourceKey, sourceName, locator, phrase, prefix, suffix, role }) =>
      sourceKey === null || sourceName === null || role === null
        ? []
        : [{ locator, phrase, prefix, suffix, role, source: { slug: sourceKey, title: sourceName } }],
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
    return all.flatMap(([noun, key, id, name, retracted]) =>
      key === null || id === null || name === null ? [] : [{ noun, key, id, name, retracted: retracted === true }],
    );
  });
}

/** Figures, each with its citations. */
export const figureStore: NounStore<"figures"> = {
  references: ({ metric, region, organisation, citations }) => [
    { path: "metric", noun: "metrics", key: metric },
    { path: "region", noun: "regions", key: region },
    ...(organisation === null ? [] : [{ path: "organisation", noun: "organisations", key: organisation } as const]),
    ...citationReferences(citations),
  ],

  async find(tx, key) {
    const rows = await readFigureRows(tx, key);
    const [figure] = rows;
    return figure === undefined ? null : { ...toStored(nested(figure, rows)), known: referred(rows) };
  },

  async insert(tx, { key, content, state, references }, context) {
    const recordedAt = new Date().toISOString();
    const draft: FigureDraft = {
      ...columnsOf(content, references),
      publicId: key,
      recordedAt,
      status: state === "published" ? "published" : "draft",
      citations: citationRows(content.citations, references),
    };
    const keyById = new Map(
      figureStore.references(content).map(({ noun, key }) => [`${noun} ${references.idOf(noun, key)}`, key]),
    );
    const keyOf = (noun: string) => (id: number) => keyById.get(`${noun} ${id}`) ?? "";
    const [id = 0] = await writeFigures(tx, [draft], context, {
      metric: keyOf("metrics"),
      region: keyOf("regions"),
      organisation: keyOf("organisations"),
      source: keyOf("sources"),
    });
    return { id, recordedAt };
  },

  async update(tx, before, { content, state, references }) {
    const columns = columnsOf(content, references);
    const days = daysCovered(columns.periodStart, columns.periodEnd, columns.asOf);
    if (!(await updateFigureRow(tx, before, { ...columns, ...days, status: state }))) return false;
    if (JSON.stringify(before.content.citations) !== JSON.stringify(content.citations)) {
      await tx.citation.deleteMany({ where: { figureId: before.id } });
      const rows = citationRows(content.citations, references);
      await tx.citation.createMany({ data: rows.map((row) => ({ ...row, figureId: before.id })) });
    }
    return true;
  },

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
