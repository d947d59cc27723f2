import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import type { State } from "@/lib/data/revisions/record";
import { CITATION_NAMES, type CitationSaid } from "@/lib/figures/citation-fields";
import { type ReadColumns, SAID_COLUMNS } from "@/lib/figures/figure-columns";
import { Prisma } from "@/lib/generated/prisma/client";

// A save reads one figure. Through Prisma's own methods that takes several statements and much of the save's time; here it takes
// one, in SQL that both engines understand.

/** A figure with what it refers to, once for each citation; once with no source where it has none. */
export interface FigureWithCitation extends ReadColumns, OrNull<CitationSaid> {
  readonly id: number;
  readonly publicId: string;
  readonly version: number;
  readonly status: State;
  readonly recordedAt: Date;
  readonly metricId: number;
  readonly metricKey: string;
  readonly metricName: string;
  readonly metricRetracted: boolean;
  readonly regionId: number;
  readonly regionKey: string;
  readonly regionName: string;
  readonly regionRetracted: boolean;
  readonly organisationId: number | null;
  readonly organisationKey: string | null;
  readonly organisationName: string | null;
  readonly organisationRetracted: boolean | null;
  readonly sourceId: number | null;
  readonly sourceKey: string | null;
  readonly sourceName: string | null;
  readonly sourceRetracted: boolean | null;
}

type OrNull<Parts> = { readonly [Name in keyof Parts]: Parts[Name] | null };

const columns = (table: string, names: readonly string[]) =>
  Prisma.raw(names.map((name) => `${table}."${name}"`).join(", "));
const FIGURE = columns("f", ["id", "publicId", "version", "status", "recordedAt", ...SAID_COLUMNS]);
const CITATION = columns("c", CITATION_NAMES);

/** A figure with everything that writing has to know of it, in the order of its citations; nothing when there is none. */
export function readFigureRows(tx: Tx, publicId: string): Promise<readonly FigureWithCitation[]> {
  return tx.$queryRaw<FigureWithCitation[]>`
    SELECT ${FIGURE}, ${CITATION},
      m."id" AS "metricId", m."slug" AS "metricKey", m."name" AS "metricName", m."retracted" AS "metricRetracted",
      r."id" AS "regionId", r."code" AS "regionKey", r."name" AS "regionName", r."retracted" AS "regionRetracted",
      o."id" AS "organisationId", o."slug" AS "organisationKey", o."name" AS "organisationName",
      o."retracted" AS "organisationRetracted",
      s."id" AS "sourceId", s."slug" AS "sourceKey", s."title" AS "sourceName", s."retracted" AS "sourceRetracted"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId" JOIN "Region" r ON r."id" = f."regionId"
      LEFT JOIN "Organisation" o ON o."id" = f."organisationId"
      LEFT JOIN "Citation" c ON c."figureId" = f."id" LEFT JOIN "Source" s ON s."id" = c."sourceId"
    WHERE f."publicId" = ${publicId} ORDER BY c."id"`;
}
