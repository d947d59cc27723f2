import "server-only";
import { randomBytes } from "node:crypto";
import { type FigureRow, insertCitationRows, insertFigureRows, storedInstant } from "@/lib/data/bulk-sql";
import { type FigureKeys, findFigureKeys } from "@/lib/data/figure-keys";
import { type ChangeContext, remember } from "@/lib/data/writing/revisions";
import type { Tx } from "@/lib/data/writing/transaction";
import { spanText } from "@/lib/figures/date-text";
import { daysCovered } from "@/lib/figures/edtf";
import type { Prisma } from "@/lib/generated/prisma/client";

/** A place in a source that supports a figure. */
export type CitationDraft = Pick<
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
  | "batchId"
  | "organisationId"
  | "citations"
  | "charts"
  | "status"
  | "periodStart"
  | "periodEnd"
  | "asOf"
> & {
  readonly publicId?: string;
  /** ISO 8601 instant; now unless given. */
  readonly recordedAt?: string;
  /** Whom it is about; null when it is about the region itself. */
  readonly organisationId?: number | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly asOf: string | null;
  readonly status: "draft" | "published";
  readonly citations: readonly CitationDraft[];
};

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz";

/** Bytes below this fall evenly on the letters. */
const EVEN = 256 - (256 % ALPHABET.length);

/** Random bytes not used yet: asked for one key at a time they cost more than all else about it. */
const pool = { bytes: randomBytes(4096), used: 0 };

/** A public key that cannot be guessed: 24 characters, 137 bits. */
export function newPublicId(): string {
  let id = "";
  while (id.length < 24) {
    if (pool.used === pool.bytes.length) Object.assign(pool, { bytes: randomBytes(4096), used: 0 });
    const byte = pool.bytes[pool.used] ?? EVEN;
    pool.used += 1;
    if (byte < EVEN) id += ALPHABET[byte % ALPHABET.length];
  }
  return id;
}

/**
 * The one way a figure comes into the database: row, citations and revision together, within the caller's transaction.
 * Returns the internal keys in the order given. `keys` saves looking up what the caller knows. Throws, writing nothing, when a
 * figure to be published has no citation with a phrase (no number without its source) or a date is no date.
 */
export async function writeFigures(
  tx: Tx,
  drafts: readonly FigureDraft[],
  context: ChangeContext,
  keys?: FigureKeys,
): Promise<readonly number[]> {
  const at = new Date();
  const rows = drafts.map((draft) => figureRow(draft, context.batchId, at));
  const idOf = await insertFigureRows(tx, rows);
  const ids = rows.map(({ publicId }) => {
    const id = idOf.get(publicId);
    if (id === undefined) throw new Error(`Figure ${publicId} was not written`);
    return id;
  });
  const citations = drafts.flatMap((draft, index) => citationsOf(draft, ids[index] ?? 0));
  if (citations.length > 0) await insertCitationRows(tx, citations);
  const keyOf = keys ?? (await findFigureKeys(tx, drafts));
  const kind = context.batchId === null ? "created" : "imported";
  const changes = drafts.map((draft, index) => ({
    noun: "figures" as const,
    key: rows[index]?.publicId ?? "",
    kind: kind as "created" | "imported",
    before: null,
    after: snapshotOf(draft, keyOf),
  }));
  await remember(tx, changes, context);
  return ids;
}

/** The citations of a figure as rows of their table. */
export function citationsOf({ citations }: Pick<FigureDraft, "citations">, figureId: number) {
  return citations.map((citation) => ({ ...NO_WORDS, ...citation, figureId }));
}

const NO_WORDS = { locator: null, phrase: null, prefix: null, suffix: null, role: "origin" } as const;

/** Written out part by part: copied part by part by the engine, a hundred thousand of them take seconds. */
function figureRow(draft: FigureDraft, batchId: number | null, at: Date): FigureRow {
  if (draft.status === "published" && !(draft.citations.length > 0 && draft.citations.every(({ phrase }) => phrase))) {
    throw new Error(
      "A figure cannot be published without a citation: name the source and the phrase that holds the number",
    );
  }
  const { firstDay, lastDay } = daysCovered(draft.periodStart, draft.periodEnd, draft.asOf);
  return {
    publicId: draft.publicId ?? newPublicId(),
    importKey: draft.importKey ?? null,
    metricId: draft.metricId,
    regionId: draft.regionId,
    organisationId: draft.organisationId ?? null,
    value: draft.value,
    digits: draft.digits,
    valueHigh: draft.valueHigh ?? null,
    digitsHigh: draft.digitsHigh ?? null,
    wording: draft.wording,
    qualifier: draft.qualifier ?? null,
    alternative: draft.alternative ?? null,
    alternativeDigits: draft.alternativeDigits ?? null,
    alternativeUnit: draft.alternativeUnit ?? null,
    periodStart: draft.periodStart,
    periodEnd: draft.periodEnd,
    asOf: draft.asOf,
    firstDay,
    lastDay,
    speaker: draft.speaker ?? null,
    speakerKind: draft.speakerKind,
    outlook: draft.outlook ?? "outcome",
    status: draft.status,
    note: draft.note ?? null,
    version: 1,
    recordedAt: storedInstant(draft.recordedAt === undefined ? at : new Date(draft.recordedAt)),
    batchId,
  };
}

/** A draft as its history keeps it: in the form of a figure's input, with keys in place of internal ones. */
function snapshotOf(draft: FigureDraft, keyOf: FigureKeys): Readonly<Record<string, unknown>> {
  return {
    metric: keyOf.metric(draft.metricId),
    region: keyOf.region(draft.regionId),
    organisation: draft.organisationId == null ? null : keyOf.organisation(draft.organisationId),
    wording: draft.wording,
    value: draft.digits,
    valueHigh: draft.digitsHigh ?? null,
    qualifier: draft.qualifier ?? null,
    alternative: draft.alternativeDigits ?? null,
    alternativeUnit: draft.alternativeUnit ?? null,
    period: spanText(draft.periodStart, draft.periodEnd) || null,
    asOf: draft.asOf,
    speaker: draft.speaker ?? null,
    speakerKind: draft.speakerKind,
    outlook: draft.outlook ?? "outcome",
    note: draft.note ?? null,
    citations: draft.citations.map((citation) => ({
      source: keyOf.source(citation.sourceId),
      locator: citation.locator ?? null,
      phrase: citation.phrase ?? null,
      prefix: citation.prefix ?? null,
      suffix: citation.suffix ?? null,
      role: citation.role ?? "origin",
    })),
    status: draft.status,
  };
}
