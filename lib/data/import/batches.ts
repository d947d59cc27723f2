import "server-only";
import { db } from "@/lib/data/db/client";
import type { EnumValue } from "@/lib/enums";

/** An import of earlier times. */
export interface ImportBatchRow {
  readonly id: number;
  readonly label: string;
  readonly rows: number;
  readonly status: EnumValue<"BatchStatus">;
  readonly who: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Figures that it added and that are not retracted. */
  readonly figures: number;
  /** Whether it may be asked to be undone. */
  readonly mayBeUndone: boolean;
}

/** Imports, newest first, at most 100. */
export async function listImportBatches(): Promise<readonly ImportBatchRow[]> {
  const rows = await db().importBatch.findMany({ orderBy: { id: "desc" }, take: 100 });
  const counts = await db().figure.groupBy({
    by: ["batchId"],
    where: { batchId: { in: rows.map(({ id }) => id) }, status: { not: "retracted" } },
    _count: true,
  });
  const countOf = new Map(counts.map(({ batchId, _count }) => [batchId, _count]));
  return rows.map(({ id, label, rows: count, status, who, startedAt }) => ({
    id,
    label,
    rows: count,
    status,
    who,
    at: startedAt.toISOString(),
    figures: countOf.get(id) ?? 0,
    mayBeUndone: status === "done" && who !== "seed",
  }));
}
