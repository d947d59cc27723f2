import "server-only";
import { randomBytes } from "node:crypto";
import {
  deleteCitationsOf,
  type FigureChangeRow,
  type FigureRow,
  insertCitationRows,
  insertFigureRows,
  storedInstant,
  updateFigureRows,
} from "@/lib/data/db/bulk-sql";
import type { StagedFigures } from "@/lib/data/db/staged-figures";
import type { Tx } from "@/lib/data/db/transaction";
import { citationRows } from "@/lib/data/resources/citations";
import { refuseSecondPreferred } from "@/lib/data/resources/claim-group";
import { type FigureIds, rowOf } from "@/lib/data/resources/figure-content";
import { type State, type Stored, snapshot } from "@/lib/data/revisions/record";
import { type ChangeContext, recordRevisions } from "@/lib/data/revisions/revisions";
import type { FigureContent } from "@/lib/figures/figure-fields";

/** A figure to be written: what is said of it, and where it stands. */
export interface NewFigure {
  readonly content: FigureContent;
  readonly status: "draft" | "published";
  /** Made unless it is given. */
  readonly publicId?: string | undefined;
  /** ISO 8601 instant; now unless it is given. */
  readonly recordedAt?: string | undefined;
  /** Key of the row that it was imported from; null or absent for none. */
  readonly importKey?: string | null | undefined;
}

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
 * Returns the internal keys in the order given. Throws, writing nothing, when a figure to be published has no citation with a
 * phrase (no number without its source), when `ids` does not know what a figure refers to, or when it would be the second that is preferred
 * of claims about the same; the caller then ends the transaction.
 */
export async function writeFigures(
  tx: Tx,
  figures: readonly NewFigure[],
  ids: FigureIds,
  context: ChangeContext,
): Promise<readonly number[]> {
  const at = new Date();
  const rows = figures.map((figure) => newRow(figure, ids, context.batchId, at));
  const written = await insertFigureRows(tx, rows);
  const idOf = (publicId: string) => {
    const id = written.get(publicId);
    if (id === undefined) throw new Error(`Figure ${publicId} was not written`);
    return id;
  };
  const figureIds = rows.map(({ publicId }) => idOf(publicId));
  await insertCitationRows(
    tx,
    figures.flatMap(({ content }, index) => citationsOf(content, figureIds[index] ?? 0, ids)),
  );
  const kind = context.batchId === null ? "created" : "imported";
  const changes = figures.map(({ content, status }, index) => ({
    resource: "figures" as const,
    key: rows[index]?.publicId ?? "",
    kind: kind as "created" | "imported",
    before: null,
    after: snapshot("figures", content, status),
  }));
  await recordRevisions(tx, changes, context);
  if (figures.some(isPreferred)) await refuseSecondPreferred(tx, { ids: figureIds });
  return figureIds;
}

/** Lays new figures ready to be inserted together later. Throws as writeFigures does. */
export async function stageFigures(
  tx: Tx,
  staged: StagedFigures,
  figures: readonly NewFigure[],
  ids: FigureIds,
): Promise<void> {
  const at = new Date();
  const rows = figures.map((figure) => ({
    ...newRow(figure, ids, null, at),
    after: JSON.stringify(snapshot("figures", figure.content, figure.status)),
  }));
  const citations = figures.flatMap(({ content }, index) =>
    citationRows(content.citations, ids).map((citation) => ({ ...citation, publicId: rows[index]?.publicId ?? "" })),
  );
  await staged.add(tx, rows, citations);
}

/** Whether a figure is held to be the best of several claims: then no other one may be. */
export const isPreferred = ({ content }: { readonly content: FigureContent }) => content.preferredReason !== null;

function newRow({ content, status, ...given }: NewFigure, ids: FigureIds, batchId: number | null, at: Date): FigureRow {
  const { citations } = content;
  if (status === "published" && !(citations.length > 0 && citations.every(({ phrase }) => phrase))) {
    throw new Error(
      "A figure cannot be published without a citation: name the source and the phrase that holds the number",
    );
  }
  return {
    ...rowOf(content, ids),
    publicId: given.publicId ?? newPublicId(),
    importKey: given.importKey ?? null,
    status,
    version: 1,
    recordedAt: storedInstant(given.recordedAt === undefined ? at : new Date(given.recordedAt)),
    batchId,
  };
}

function citationsOf({ citations }: FigureContent, figureId: number, ids: FigureIds) {
  return citationRows(citations, ids).map((citation) => ({ ...citation, figureId }));
}

/** A figure's next version: what it shall say and where it shall stand. */
interface NextFigure {
  readonly before: Pick<Stored<"figures">, "id" | "version" | "content">;
  readonly content: FigureContent;
  readonly state: State;
}

/**
 * Writes next versions of figures with their citations, without remembering them. Throws where one would be the second that is preferred. False when one of them has a newer version than
 * the one before: the caller then ends the transaction or, for a single figure, nothing is written.
 */
export async function writeNextFigures(tx: Tx, figures: readonly NextFigure[], ids: FigureIds): Promise<boolean> {
  const rows = figures.map(({ before: { id, version }, content, state }): FigureChangeRow => {
    return { id, version, ...rowOf(content, ids), status: state };
  });
  if ((await updateFigureRows(tx, rows)) !== rows.length) return false;
  const cited = figures.filter(
    ({ before, content }) => JSON.stringify(before.content.citations) !== JSON.stringify(content.citations),
  );
  await deleteCitationsOf(
    tx,
    cited.map(({ before }) => before.id),
  );
  await insertCitationRows(
    tx,
    cited.flatMap(({ before, content }) => citationsOf(content, before.id, ids)),
  );
  if (figures.some(isPreferred)) await refuseSecondPreferred(tx, { ids: figures.map(({ before }) => before.id) });
  return true;
}
