import "server-only";
import { type FigureDraft, writeFigures } from "@/lib/data/figure-writes";
import {
  citationLabels,
  citationReferences,
  citationRows,
  citationSelect,
  toCitations,
} from "@/lib/data/writing/citations";
import type { Content } from "@/lib/data/writing/record";
import type { References } from "@/lib/data/writing/references";
import { guarded, type NounStore } from "@/lib/data/writing/store";
import { readDateSpan, spanText } from "@/lib/figures/date-text";
import { daysCovered } from "@/lib/figures/edtf";

const named = { select: { slug: true, name: true } } as const;

/** Columns of a figure as an editor has said it, without its days. */
export function columnsOf(content: Content<"figures">, references: Pick<References, "idOf">) {
  const period = readDateSpan(content.period ?? "");
  const number = (digits: string | null) => (digits === null ? null : Number(digits));
  return {
    metricId: references.idOf("metrics", content.metric),
    regionId: references.idOf("regions", content.region),
    organisationId: content.organisation === null ? null : references.idOf("organisations", content.organisation),
    value: Number(content.value),
    digits: content.value,
    valueHigh: number(content.valueHigh),
    digitsHigh: content.valueHigh,
    wording: content.wording,
    qualifier: content.qualifier,
    alternative: number(content.alternative),
    alternativeDigits: content.alternative,
    alternativeUnit: content.alternativeUnit,
    periodStart: period.ok ? period.start : null,
    periodEnd: period.ok ? period.end : null,
    asOf: content.asOf,
    speaker: content.speaker,
    speakerKind: content.speakerKind,
    outlook: content.outlook,
    note: content.note,
  } satisfies Omit<FigureDraft, "status" | "citations">;
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
    const row = await tx.figure.findUnique({
      where: { publicId: key },
      include: {
        metric: named,
        region: { select: { code: true, name: true } },
        organisation: named,
        citations: citationSelect,
      },
    });
    if (!row) return null;
    return {
      id: row.id,
      key: row.publicId,
      version: row.version,
      state: row.status,
      recordedAt: row.recordedAt.toISOString(),
      content: {
        metric: row.metric.slug,
        region: row.region.code,
        organisation: row.organisation?.slug ?? null,
        wording: row.wording,
        value: row.digits,
        valueHigh: row.digitsHigh,
        qualifier: row.qualifier === "record" ? row.qualifier : null,
        alternative: row.alternativeDigits,
        alternativeUnit: row.alternativeUnit,
        period: spanText(row.periodStart, row.periodEnd) || null,
        asOf: row.asOf,
        speaker: row.speaker,
        speakerKind: row.speakerKind,
        outlook: row.outlook,
        note: row.note,
        citations: toCitations(row.citations),
      },
      labels: {
        metric: row.metric.name,
        region: row.region.name,
        ...(row.organisation === null ? {} : { organisation: row.organisation.name }),
        ...citationLabels(row.citations),
      },
    };
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
    const { count } = await tx.figure.updateMany({
      where: guarded(before),
      data: {
        ...columns,
        ...daysCovered(columns.periodStart, columns.periodEnd, columns.asOf),
        status: state,
        version: { increment: 1 },
      },
    });
    if (count === 0) return false;
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
