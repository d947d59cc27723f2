import "server-only";
import { randomInt } from "node:crypto";
import {
  type FigureRow,
  insertCitationRows,
  insertFigureRows,
  insertRevisionRows,
  storedInstant,
} from "@/lib/data/bulk-sql";
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
  /** Key of the person; null or left out for a program. */
  readonly userId?: string | null;
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
  const at = storedInstant(new Date());
  const rows = drafts.map((draft) => figureRow(draft, context, at));
  const idOf = await insertFigureRows(tx, rows);
  const ids = rows.map(({ publicId }) => {
    const id = idOf.get(publicId);
    if (id === undefined) throw new Error(`Figure ${publicId} was not written`);
    return id;
  });
  const citations = drafts.flatMap((draft, index) =>
    draft.citations.map((citation) => ({ ...NO_WORDS, ...citation, figureId: ids[index] ?? 0 })),
  );
  await insertCitationRows(tx, citations);
  await insertRevisionRows(
    tx,
    rows.map((row, index) => ({
      noun: "Figure",
      key: row.publicId,
      kind: context.batchId === null ? "created" : "imported",
      cause: null,
      before: null,
      after: JSON.stringify({ ...row, citations: drafts[index]?.citations }),
      reason: context.reason,
      who: context.who,
      userId: context.userId ?? null,
      at,
      batchId: context.batchId,
    })),
  );
  return ids;
}

const NO_WORDS = { locator: null, phrase: null, prefix: null, suffix: null, role: "origin" } as const;

/** Parts that a draft may leave out. */
const NOT_STATED = {
  importKey: null,
  organisationId: null,
  valueHigh: null,
  digitsHigh: null,
  qualifier: null,
  alternative: null,
  alternativeDigits: null,
  alternativeUnit: null,
  speaker: null,
  outlook: "outcome",
  note: null,
} as const;

function figureRow({ citations, ...draft }: FigureDraft, context: WriteContext, at: string): FigureRow {
  if (draft.status === "published" && citations.length === 0) {
    throw new Error(
      "A figure cannot be published without a citation: name the source and the phrase that holds the number",
    );
  }
  return {
    ...NOT_STATED,
    ...draft,
    ...daysCovered(draft.periodStart, draft.periodEnd, draft.asOf),
    publicId: draft.publicId ?? newPublicId(),
    version: 1,
    recordedAt: at,
    batchId: context.batchId,
  };
}
