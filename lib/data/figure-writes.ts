import "server-only";
import { randomInt } from "node:crypto";
import { daysCovered } from "@/lib/figures/edtf";
import type { Prisma } from "@/lib/generated/prisma/client";

/** A place in a source that supports a figure. */
type CitationDraft = Pick<
  Prisma.CitationUncheckedCreateInput,
  "sourceId" | "locator" | "phrase" | "prefix" | "suffix" | "role"
>;

/** A figure to be written, with its citations. Sortable days and the public id are filled in here. */
export type FigureDraft = Omit<
  Prisma.FigureUncheckedCreateInput,
  | "id"
  | "publicId"
  | "firstDay"
  | "lastDay"
  | "version"
  | "recordedAt"
  | "citations"
  | "charts"
  | "status"
  | "periodStart"
  | "periodEnd"
  | "asOf"
> & {
  readonly publicId?: string;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly asOf: string | null;
  readonly status: "draft" | "published";
  readonly citations: readonly CitationDraft[];
};

/** Who writes, why, and with which import. */
export interface WriteContext {
  readonly who: string;
  readonly reason: string | null;
  readonly batchId: number | null;
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz";

/** A public key that cannot be guessed: 24 characters, 137 bits. */
export function newPublicId(): string {
  return Array.from({ length: 24 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/**
 * The one way a figure comes into the database: row, citations and revision together, within the caller's transaction.
 * Returns the internal keys in the order given. Throws, writing nothing, when a figure to be published has no citation
 * (no number without its source) or a date is no date.
 */
export async function writeFigures(
  tx: Prisma.TransactionClient,
  drafts: readonly FigureDraft[],
  context: WriteContext,
): Promise<readonly number[]> {
  const rows = drafts.map(({ citations, ...draft }) => {
    if (draft.status === "published" && citations.length === 0) {
      throw new Error(
        "A figure cannot be published without a citation: name the source and the phrase that holds the number",
      );
    }
    const days = daysCovered(draft.periodStart, draft.periodEnd, draft.asOf);
    return { ...draft, ...days, publicId: draft.publicId ?? newPublicId(), batchId: context.batchId };
  });
  const created = await tx.figure.createManyAndReturn({ data: rows, select: { id: true, publicId: true } });
  const idOf = new Map(created.map(({ id, publicId }) => [publicId, id]));
  const ids = rows.map(({ publicId }) => {
    const id = idOf.get(publicId);
    if (id === undefined) throw new Error(`Figure ${publicId} was not written`);
    return id;
  });
  await tx.citation.createMany({
    data: drafts.flatMap(({ citations }, index) =>
      citations.map((citation) => ({ ...citation, figureId: ids[index] ?? null })),
    ),
  });
  await tx.revision.createMany({
    data: rows.map((row, index) => ({
      noun: "Figure",
      key: row.publicId,
      kind: context.batchId === null ? "created" : "imported",
      after: JSON.stringify({ ...row, citations: drafts[index]?.citations }),
      who: context.who,
      reason: context.reason,
      batchId: context.batchId,
    })),
  });
  return ids;
}
