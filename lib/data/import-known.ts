import "server-only";
import { citationSelect, toCitations } from "@/lib/data/writing/citations";
import type { Content, State } from "@/lib/data/writing/record";
import { spanText } from "@/lib/figures/date-text";
import type { Prisma } from "@/lib/generated/prisma/client";

const WITH_REFERENCES = {
  metric: { select: { slug: true } },
  region: { select: { code: true } },
  organisation: { select: { slug: true } },
  citations: citationSelect,
} as const satisfies Prisma.FigureInclude;

type Row = Prisma.FigureGetPayload<{ include: typeof WITH_REFERENCES }>;

/** A figure of the database as an import compares it: what an editor has said of it. */
export interface FoundFigure {
  readonly id: number;
  readonly publicId: string;
  readonly importKey: string | null;
  readonly version: number;
  readonly state: State;
  readonly content: Content<"figures">;
}

/** Figures that fit. At most a few thousand are asked for at once. */
export async function findKnownFigures(
  client: Pick<Prisma.TransactionClient, "figure">,
  where: Prisma.FigureWhereInput,
): Promise<readonly FoundFigure[]> {
  return (await client.figure.findMany({ where, include: WITH_REFERENCES })).map(toFound);
}

function toFound(row: Row): FoundFigure {
  return {
    id: row.id,
    publicId: row.publicId,
    importKey: row.importKey,
    version: row.version,
    state: row.status,
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
  };
}
