import "server-only";
import { type FigureDraft, writeFigures } from "@/lib/data/figure-writes";
import {
  citationLabels,
  citationReferences,
  citationRows,
  citationSelect,
  toCitations,
} from "@/lib/data/writing/citations";
import type { Content, State, Stored } from "@/lib/data/writing/record";
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

/** What a figure's row has to have for writing to know it. */
interface Row {
  readonly id: number;
  readonly publicId: string;
  readonly version: number;
  readonly status: State;
  readonly recordedAt: Date;
  readonly metric: { readonly slug: string; readonly name: string };
  readonly region: { readonly code: string; readonly name: string };
  readonly organisation: { readonly slug: string; readonly name: string } | null;
  readonly digits: string;
  readonly digitsHigh: string | null;
  readonly qualifier: string | null;
  readonly alternativeDigits: string | null;
  readonly alternativeUnit: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly asOf: string | null;
  readonly speaker: string | null;
  readonly note: string | null;
  readonly wording: Content<"figures">["wording"];
  readonly speakerKind: Content<"figures">["speakerKind"];
  readonly outlook: Content<"figures">["outlook"];
  readonly citations: Parameters<typeof toCitations>[0];
}

/** A database row as an editor has said it. */
export function toStored(row: Row): Stored<"figures"> {
  const { id, publicId, version, status, recordedAt, metric, region, organisation, citations } = row;
  return {
    id,
    key: publicId,
    version,
    state: status,
    recordedAt: recordedAt.toISOString(),
    content: {
      metric: metric.slug,
      region: region.code,
      organisation: organisation?.slug ?? null,
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
      citations: toCitations(citations),
    },
    labels: {
      metric: metric.name,
      region: region.name,
      ...(organisation === null ? {} : { organisation: organisation.name }),
      ...citationLabels(citations),
    },
  };
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
    return row && toStored(row);
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
