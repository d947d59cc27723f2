import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import type { FoundFigure } from "@/lib/data/import/known-figures";
import { type NewFigure, writeFigures, writeNextFigures } from "@/lib/data/resources/write-figures";
import { type Content, type Referable, type State, snapshot } from "@/lib/data/revisions/record";
import { type ChangeContext, recordRevisions } from "@/lib/data/revisions/revisions";

/** Thrown when a record is not what it was when the import was worked out; everything is then undone. */
export class ChangedMeanwhile extends Error {}

/** Internal keys of everything that figures may refer to. */
export class ReferenceIds {
  readonly #ids = new Map<Referable, ReadonlyMap<string, number>>();

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

  #set(resource: Referable, rows: readonly { readonly id: number; readonly slug: string }[]): void {
    this.#ids.set(resource, new Map(rows.map(({ id, slug }) => [slug, id])));
  }

  idOf(resource: Referable, key: string): number {
    const id = this.#ids.get(resource)?.get(key);
    if (id === undefined) throw new ChangedMeanwhile(`“${key}” is not there any more`);
    return id;
  }
}

/** Writes new figures. One that was not there needs no cause. */
export async function addFigures(
  tx: Tx,
  figures: readonly NewFigure[],
  ids: ReferenceIds,
  context: ChangeContext,
): Promise<void> {
  if (figures.length > 0)
    await writeFigures(tx, figures, ids, { ...context, changeReason: { ...context.changeReason, cause: null } });
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
  const next = changes.map(({ known: before, content, state }) => ({ before, content, state }));
  if (!(await writeNextFigures(tx, next, ids))) throw new ChangedMeanwhile("A figure was changed meanwhile");
  for (const isPublic of [true, false]) {
    const some = changes.filter(({ known }) => (known.state === "published") === isPublic);
    const changeReason = isPublic ? context.changeReason : { ...context.changeReason, cause: null };
    await recordRevisions(tx, some.map(toChange), { ...context, changeReason });
  }
}

function toChange({ known, content, state, kind }: NextVersion) {
  const before = snapshot("figures", known.content, known.state);
  return {
    resource: "figures",
    key: known.publicId,
    kind,
    before,
    after: snapshot("figures", content, state),
  } as const;
}
