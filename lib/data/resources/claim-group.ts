import "server-only";
import { engine } from "@/lib/data/db/engines";
import type { Tx } from "@/lib/data/db/transaction";
import { conflict } from "@/lib/data/errors";
import { Prisma } from "@/lib/generated/prisma/client";

/** Whether a figure of metric "m" is in a group "g" of claims: the key of groups, as the triggers have it. */
export const isInGroup = (figure: string) =>
  Prisma.raw(`g."metricId" = ${figure}."metricId" AND g."regionId" = ${figure}."regionId"
    AND g."organisationId" = coalesce(${figure}."organisationId", 0) AND g."outlook" = ${figure}."outlook" AND g."lastDay" = ${figure}."lastDay"
    AND g."firstDay" = CASE WHEN m."kind" = 'duration' AND m."unit" = 'years'
      AND ${figure}."firstDay" / 10000 < ${figure}."lastDay" / 10000 THEN 0 ELSE ${figure}."firstDay" END
    AND g."release" = coalesce(${figure}."release", '') AND g."basis" = coalesce(${figure}."basis", '')`);

/** Figures that were written, by internal keys or by the import that added them. */
type Written = { readonly ids: readonly number[] } | { readonly batchId: number };

/** Of claims about the same at most one is preferred: refuses what was written where another published one is, naming that. */
export async function refuseSecondPreferred(tx: Tx, written: Written): Promise<void> {
  const isWritten =
    "ids" in written
      ? Prisma.sql`f."id" IN (${engine().dialect.integers(JSON.stringify(written.ids))})`
      : Prisma.sql`f."batchId" = ${written.batchId}`;
  const [second] = await tx.$queryRaw<{ name: string; digits: string; first: string; firstDigits: string }[]>`
    SELECT m."name" || ', ' || r."name" AS "name", f."digits", o."publicId" AS "first", o."digits" AS "firstDigits"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId" JOIN "Region" r ON r."id" = f."regionId"
    JOIN "ClaimGroup" g ON ${isInGroup("f")}
    JOIN "Figure" o ON o."metricId" = f."metricId" AND o."status" = 'published' AND o."regionId" = f."regionId"
      AND o."lastDay" = f."lastDay" AND ${isInGroup("o")} AND o."id" <> f."id" AND o."preferredReason" IS NOT NULL
    WHERE ${isWritten} AND f."status" = 'published' AND f."preferredReason" IS NOT NULL ORDER BY f."id", o."id" LIMIT 1`;
  if (second === undefined) return;
  const { name, digits, first, firstDigits } = second;
  const message = `${name}: of claims about the same only one is preferred, and that is ${firstDigits} (figure ${first}). To prefer ${digits}, first empty “Preferred, because” there`;
  throw conflict("preferred_already", message, "preferredReason");
}
