import "server-only";
import { narrowed, raisePublication } from "@/lib/data/db/publication-version";
import { StagedFigures } from "@/lib/data/db/staged-figures";
import type { Tx } from "@/lib/data/db/transaction";
import type { FoundFigure } from "@/lib/data/import/known-figures";
import { refuseSecondPreferred } from "@/lib/data/resources/claim-group";
import type { FigureIds } from "@/lib/data/resources/figure-content";
import {
  isPreferred,
  type NewFigure,
  newPublicId,
  stageFigures,
  writeNextFigures,
} from "@/lib/data/resources/write-figures";
import { referredBy, showReferred } from "@/lib/data/revisions/listing";
import { type Content, type Referable, type State, snapshot } from "@/lib/data/revisions/record";
import { type ChangeContext, recordRevisions } from "@/lib/data/revisions/revisions";
import { changedScopes } from "@/lib/publication/changed-scopes";
import type { Scope } from "@/lib/publication/scopes";

type FigureReference = Parameters<FigureIds["idOf"]>[0];

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

  find(resource: Referable, key: string): number | undefined {
    return this.#ids.get(resource)?.get(key);
  }

  idOf(resource: Referable, key: string): number {
    const id = this.find(resource, key);
    if (id === undefined) throw new ChangedMeanwhile(`“${key}” is not there any more`);
    return id;
  }
}

/** What new figures refer to before it is written: keys below nought for what comes with the file. */
class PlannedIds implements FigureIds {
  readonly #there: ReferenceIds;
  readonly #coming = new Map<
    string,
    { readonly resource: FigureReference; readonly key: string; readonly id: number }
  >();
  readonly #used = new Map<string, { readonly resource: FigureReference; readonly key: string; readonly id: number }>();

  constructor(there: ReferenceIds) {
    this.#there = there;
  }

  idOf(resource: FigureReference, key: string): number {
    const name = `${resource} ${key}`;
    const known = this.#used.get(name) ?? this.#coming.get(name);
    if (known !== undefined) return known.id;
    const found = this.#there.find(resource, key);
    const named = { resource, key, id: found ?? -1 - this.#coming.size };
    (found === undefined ? this.#coming : this.#used).set(name, named);
    return named.id;
  }

  /** What was not there yet. */
  get coming() {
    return this.#coming.values();
  }

  /** Throws ChangedMeanwhile where a key that was used means another row now. */
  check(now: ReferenceIds): void {
    for (const { resource, key, id } of this.#used.values())
      if (now.idOf(resource, key) !== id) throw new ChangedMeanwhile(`“${key}” is another now`);
  }
}

/** New figures of an import, laid ready beside whoever writes and then written at once. */
export class NewFigures {
  readonly #staged = new StagedFigures();
  readonly #ids: PlannedIds;
  #scopes: ReadonlySet<Scope> = new Set();
  readonly #referred = new Set<string>();
  #hasPreferred = false;

  private constructor(there: ReferenceIds) {
    this.#ids = new PlannedIds(there);
  }

  static async begin(tx: Tx): Promise<NewFigures> {
    const begun = new NewFigures(await ReferenceIds.read(tx));
    await begun.#staged.make(tx);
    return begun;
  }

  /** Lays figures ready. */
  async add(tx: Tx, figures: readonly NewFigure[]): Promise<void> {
    this.#hasPreferred ||= figures.some(isPreferred);
    const keyed = figures.map((figure) => ({ ...figure, publicId: newPublicId() }));
    await stageFigures(tx, this.#staged, keyed, this.#ids);
    const changes = keyed.map(({ content, status, publicId }) => {
      return { resource: "figures", key: publicId, before: null, after: snapshot("figures", content, status) } as const;
    });
    this.#scopes = narrowed([...this.#scopes, ...changes.flatMap(changedScopes)]);
    for (const { resource, after } of changes) for (const name of referredBy(resource, after)) this.#referred.add(name);
  }

  /** Writes them, each with its first revision, which needs no cause; `ids` are the keys of everything that is there now. */
  async write(tx: Tx, ids: ReferenceIds, { author, changeReason, batchId }: ChangeContext): Promise<void> {
    if (batchId === null) throw new Error("Figures that were laid ready come with a batch");
    this.#ids.check(ids);
    for (const { resource, key, id } of this.#ids.coming)
      await this.#staged.refer(tx, resource, id, ids.idOf(resource, key));
    await this.#staged.insert(tx, { author, reason: changeReason.reason, batchId });
    if (this.#hasPreferred) await refuseSecondPreferred(tx, { batchId });
    await raisePublication(tx, [...this.#scopes, ...(await showReferred(tx, this.#referred))]);
    await this.#staged.drop(tx);
  }

  /** Removes what was laid ready and could not be written. */
  forget(tx: Tx): Promise<void> {
    return this.#staged.drop(tx);
  }
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
