import "server-only";
import type { SaidColumns } from "@/lib/data/writing/figure-content";
import type { State } from "@/lib/data/writing/record";
import type { Tx } from "@/lib/data/writing/transaction";

// A save reads and writes one figure. Through Prisma's own methods that takes seven statements and most of the save's time; here
// it takes two, in SQL that both engines understand.

/** A figure with what it refers to, once for each citation; once with no source where it has none. */
export interface FigureWithCitation extends SaidColumns {
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
  readonly locator: string | null;
  readonly phrase: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly role: "origin" | "repeat" | null;
}

/** A figure with everything that writing has to know of it, in the order of its citations; nothing when there is none. */
export function readFigureRows(tx: Tx, publicId: string): Promise<readonly FigureWithCitation[]> {
  return tx.$queryRaw<FigureWithCitation[]>`
    SELECT f."id", f."publicId", f."version", f."status", f."recordedAt", f."digits", f."digitsHigh", f."wording", f."qualifier",
      f."alternativeDigits", f."alternativeUnit", f."periodStart", f."periodEnd", f."asOf", f."speaker", f."speakerKind",
      f."outlook", f."note",
      m."id" AS "metricId", m."slug" AS "metricKey", m."name" AS "metricName", m."retracted" AS "metricRetracted",
      r."id" AS "regionId", r."code" AS "regionKey", r."name" AS "regionName", r."retracted" AS "regionRetracted",
      o."id" AS "organisationId", o."slug" AS "organisationKey", o."name" AS "organisationName",
      o."retracted" AS "organisationRetracted",
      s."id" AS "sourceId", s."slug" AS "sourceKey", s."title" AS "sourceName", s."retracted" AS "sourceRetracted",
      c."locator", c."phrase", c."prefix", c."suffix", c."role"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId" JOIN "Region" r ON r."id" = f."regionId"
      LEFT JOIN "Organisation" o ON o."id" = f."organisationId"
      LEFT JOIN "Citation" c ON c."figureId" = f."id" LEFT JOIN "Source" s ON s."id" = c."sourceId"
    WHERE f."publicId" = ${publicId} ORDER BY c."id"`;
}

/** Columns of a figure that a change may set. */
export interface FigureColumns {
  readonly metricId: number;
  readonly regionId: number;
  readonly organisationId: number | null;
  readonly value: number;
  readonly digits: string;
  readonly valueHigh: number | null;
  readonly digitsHigh: string | null;
  readonly wording: string;
  readonly qualifier: string | null;
  readonly alternative: number | null;
  readonly alternativeDigits: string | null;
  readonly alternativeUnit: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly asOf: string | null;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly speaker: string | null;
  readonly speakerKind: string;
  readonly outlook: string;
  readonly note: string | null;
  readonly status: State;
}

/** Writes the next version of a figure over the one given; false, writing nothing, when that is not the newest any more. */
export async function updateFigureRow(
  tx: Tx,
  { id, version }: { readonly id: number; readonly version: number },
  row: FigureColumns,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE "Figure" SET "metricId" = ${row.metricId}, "regionId" = ${row.regionId}, "organisationId" = ${row.organisationId},
      "value" = ${row.value}, "digits" = ${row.digits}, "valueHigh" = ${row.valueHigh}, "digitsHigh" = ${row.digitsHigh},
      "wording" = ${row.wording}, "qualifier" = ${row.qualifier}, "alternative" = ${row.alternative},
      "alternativeDigits" = ${row.alternativeDigits}, "alternativeUnit" = ${row.alternativeUnit},
      "periodStart" = ${row.periodStart}, "periodEnd" = ${row.periodEnd}, "asOf" = ${row.asOf},
      "firstDay" = ${row.firstDay}, "lastDay" = ${row.lastDay}, "speaker" = ${row.speaker},
      "speakerKind" = ${row.speakerKind}, "outlook" = ${row.outlook}, "note" = ${row.note}, "status" = ${row.status},
      "version" = "version" + 1
    WHERE "id" = ${id} AND "version" = ${version}`;
  return count === 1;
}
