import "server-only";
import { deleteCitationsOf, type FigureChangeRow, insertCitationRows, updateFigureRows } from "@/lib/data/bulk-sql";
import type { FigureKeys } from "@/lib/data/figure-keys";
import { citationsOf, type FigureDraft, writeFigures } from "@/lib/data/figure-writes";
import type { FoundFigure } from "@/lib/data/import-known";
import { citationRows } from "@/lib/data/writing/citations";
import { columnsOf } from "@/lib/data/writing/figure-content";
import { type Content, type Referable, type State, snapshot } from "@/lib/data/writing/record";
import { type ChangeContext, remember } from "@/lib/data/writing/revisions";
import type { Tx } from "@/lib/data/writing/transaction";
import { daysCovered } from "@/lib/figures/edtf";

/** Thrown when a record is not what it was when the import was worked out; everything is then undone. */
export class ChangedMeanwhile extends Error {}

/** Internal keys of everything that figures may refer to, and back. */
export class ReferenceIds implements FigureKeys {
  readonly #ids = new Map<Referable, ReadonlyMap<string, number>>();
  readonly #keys = new Map<Referable, ReadonlyMap<number, string>>();

  /** Reads them all: a few thousand at most. */
  static async read(tx: Tx): Promise<ReferenceIds> {
    const made = new ReferenceIds();
    const bySlug = { id: true, slug: true } as const;
    made.#set("metrics", await tx.metric.findMany({ select: bySlug }));
    made.#set("organisations", await tx.organisation.findMany({ select: bySlug }));
    made.#set("sources", await tx.source.findMany({ select: bySlug }));
    const regions = await tx.region.findMany({ select: { id: true, code: true } });
    made.#set(
      "regions",
      regions.map(({ id, code }) => ({ id, slug: code })),
    );
    return made;
  }

  #set(noun: Referable, rows: readonly { readonly id: number; readonly slug: string }[]): void {
    this.#ids.set(noun, new Map(rows.map(({ id, slug }) => [slug, id])));
    this.#keys.set(noun, new Map(rows.map(({ id, slug }) => [id, slug])));
  }

  idOf(noun: Referable, key: string): number {
    const id = this.#ids.get(noun)?.get(key);
    if (id === undefined) throw new ChangedMeanwhile(`“${key}” is not there any more`);
    return id;
  }

  metric = (id: number) => this.#keyOf("metrics", id);
  region = (id: number) => this.#keyOf("regions", id);
  organisation = (id: number) => this.#keyOf("organisations", id);
  source = (id: number) => this.#keyOf("sources", id);

  #keyOf(noun: Referable, id: number): string {
    return this.#keys.get(noun)?.get(id) ?? "";
  }
}

/** A figure that an import brings; public key and instant of recording are kept where they are given. */
export interface NewFigure extends Pick<FigureDraft, "publicId" | "recordedAt" | "status"> {
  readonly content: Content<"figures">;
  readonly importKey: string | null;
}

/** Writes new figures by the one way in which figures come into the database. */
export async function addFigures(
  tx: Tx,
  figures: readonly NewFigure[],
  ids: ReferenceIds,
  context: ChangeContext,
): Promise<void> {
  const drafts = figures.map(
    ({ content, ...kept }): FigureDraft => ({
      ...columnsOf(content, ids),
      ...kept,
      citations: citationRows(content.citations, ids),
    }),
  );
  // A figure that was not there needs no cause.
  const why = { ...context.why, cause: null };
  if (drafts.length > 0) await writeFigures(tx, drafts, { ...context, why }, ids);
}

/** A figure's next version: what it shall say and where it shall stand. */
export interface NextVersion {
  readonly known: FoundFigure;
  readonly content: Content<"figures">;
  readonly state: State;
  readonly kind: "imported" | "undone";
}

/** Writes next versions of figures. Throws ChangedMeanwhile when one of them has a newer version than was read. */
export async function changeFigures(
  tx: Tx,
  changes: readonly NextVersion[],
  ids: ReferenceIds,
  context: ChangeContext,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ known, content, state }): FigureChangeRow => {
    const columns = columnsOf(content, ids);
    const days = daysCovered(columns.periodStart, columns.periodEnd, columns.asOf);
    return { ...columns, ...days, id: known.id, version: known.version, status: state };
  });
  if ((await updateFigureRows(tx, rows)) !== rows.length) throw new ChangedMeanwhile("A figure was changed meanwhile");
  const cited = changes.filter(({ known, content }) => !isSame(known.content.citations, content.citations));
  if (cited.length > 0) {
    await deleteCitationsOf(
      tx,
      cited.map(({ known }) => known.id),
    );
    const citations = cited.flatMap(({ known, content }) =>
      citationsOf({ citations: citationRows(content.citations, ids) }, known.id),
    );
    await insertCitationRows(tx, citations);
  }
  for (const isPublic of [true, false]) {
    const some = changes.filter(({ known }) => (known.state === "published") === isPublic);
    const why = isPublic ? context.why : { ...context.why, cause: null };
    await remember(tx, some.map(toRemembered), { ...context, why });
  }
}

function toRemembered({ known, content, state, kind }: NextVersion) {
  const before = snapshot("figures", known.content, known.state);
  return { noun: "figures", key: known.publicId, kind, before, after: snapshot("figures", content, state) } as const;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
