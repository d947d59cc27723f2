import "server-only";
import { citationSelect } from "@/lib/data/resources/citations";
import { contentOf } from "@/lib/data/resources/figure-content";
import type { Content, State } from "@/lib/data/revisions/record";
import type { Prisma } from "@/lib/generated/prisma/client";

const WITH_REFERENCES = {
  metric: { select: { slug: true } },
  region: { select: { code: true } },
  organisation: { select: { slug: true } },
  citations: citationSelect,
} as const satisfies Prisma.FigureInclude;

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
  const rows = await client.figure.findMany({ where, include: WITH_REFERENCES });
  return rows.map((row) => {
    const { id, publicId, importKey, version, status } = row;
    return { id, publicId, importKey, version, state: status, content: contentOf(row) };
  });
}
