import "server-only";
import { changedSince, chartsWithAdded, placesOfAdded, retractAdded } from "@/lib/data/db/bulk-sql";
import { raisePublication } from "@/lib/data/db/publication-version";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { changeFigures, ReferenceIds } from "@/lib/data/import/figures";
import { findKnownFigures } from "@/lib/data/import/known-figures";
import { storeOf } from "@/lib/data/resources/registry";
import { type Content, type State, snapshot } from "@/lib/data/revisions/record";
import { type ChangeContext, readSnapshot, recordRevisions } from "@/lib/data/revisions/revisions";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { changedScopes } from "@/lib/publication/changed-scopes";
import { DomainError } from "@/lib/schemas/domain-error";
import type { ChangeReasonFields } from "@/lib/schemas/resources";

/** Most figures in the way that are named. */
const MOST_NAMED = 100;

/** Why an import cannot be undone: nothing was changed. */
export class CannotUndo extends DomainError {
  /** Public keys of the first figures in the way, at most MOST_NAMED. */
  readonly figures: readonly string[];
  constructor(
    code: "unknown" | "undone" | "first_data" | "changed_since" | "in_use" | "reason_missing",
    message: string,
    figures: readonly string[] = [],
  ) {
    super(code === "unknown" ? 404 : code === "reason_missing" ? 422 : 409, code, message);
    this.figures = figures.slice(0, MOST_NAMED);
  }
}

/** What an undo did. */
export interface Undone {
  /** Figures that the import had added: now retracted. */
  readonly retracted: number;
  /** Figures that the import had changed: now as before. */
  readonly changedBack: number;
  /** Records that came with it and that nothing else uses: now retracted. Others stay. */
  readonly recordsRetracted: number;
  /** Figures that say something else since and were kept, where that was asked for. */
  readonly kept: number;
}

/** What is asked of an undo. */
export interface UndoRequest {
  readonly author: Author;
  readonly changeReason: ChangeReasonFields;
  /** Whether figures that say something else since are kept; otherwise they stand in the way. */
  readonly keepChanged?: boolean;
}

/** Waiting for others to finish writing, and for the writing itself, in milliseconds. */
const PATIENCE = { maxWait: 15_000, timeout: 300_000 } as const;
const AT_A_TIME = 500;

/**
 * Undoes an import as one: figures that it added are retracted, figures that it changed say again what they said. Throws CannotUndo,
 * changing nothing, when any of them was made to say something else since (unless those are to be kept), or stands in a published chart.
 * `written` ends its transaction: rejected, it leaves nothing.
 */
export async function undoImport(
  client: PrismaClient,
  batchId: number,
  { author, changeReason, keepChanged = false }: UndoRequest,
  step: (done: number) => Promise<void> = async () => undefined,
  written: (tx: Tx, undone: Undone) => Promise<void> = async () => undefined,
): Promise<Undone> {
  return client.$transaction(async (tx) => {
    const batch = await tx.importBatch.findUnique({ where: { id: batchId } });
    if (!batch) throw new CannotUndo("unknown", `There is no import ${batchId}`);
    if (batch.status === "undone") throw new CannotUndo("undone", "This import was undone already");
    if (batch.who === "seed")
      throw new CannotUndo("first_data", "The first data of the site are no import that can be undone");
    const changed = await changedSince(tx, batchId);
    if (!keepChanged) await refuseChanged(tx, batchId, changed);
    await refuseInUse(tx, batchId);
    const context: ChangeContext = { author, changeReason, batchId };
    if (changeReason.reason === null && (await touchesPublished(tx, batchId))) {
      throw new CannotUndo("reason_missing", "Published figures change by this: say why");
    }
    await raiseForAdded(tx, batchId);
    const retracted = await retractAdded(tx, context, changed);
    await step(retracted);
    const changedBack = await changeBack(tx, context, new Set(changed), (done) => step(retracted + done));
    const recordsRetracted = await retractRecords(tx, context);
    const undone = { retracted, changedBack, recordsRetracted, kept: changed.length };
    await tx.importBatch.update({ where: { id: batchId }, data: { status: "undone", finishedAt: new Date() } });
    await tx.revision.create({
      data: {
        resource: "ImportBatch",
        key: batch.sha256,
        kind: "undone",
        after: JSON.stringify(undone),
        reason: changeReason.reason,
        who: author.name,
        userId: author.id,
        batchId,
      },
    });
    await written(tx, undone);
    return undone;
  }, PATIENCE);
}

async function refuseChanged(tx: Tx, batchId: number, changed: readonly string[]): Promise<void> {
  if (changed.length === 0) return;
  const all = await tx.revision.count({ where: { batchId, resource: "Figure", kind: "imported" } });
  const [verb, them] = changed.length === 1 ? ["says", "it"] : ["say", "them"];
  const message = `${changed.length} of its ${all} figures ${verb} something else since: undo the others and keep ${them}, or change ${them} back first`;
  throw new CannotUndo("changed_since", message, changed);
}

async function refuseInUse(tx: Tx, batchId: number): Promise<void> {
  const charts = await chartsWithAdded(tx, batchId);
  if (charts.length > 0) {
    const titles = [...new Set(charts.map(({ title }) => `“${title}”`))].slice(0, 3).join(", ");
    const figures = charts.map(({ figure }) => figure);
    throw new CannotUndo("in_use", `Its figures stand in published charts (${titles}): take them out first`, figures);
  }
}

async function touchesPublished(tx: Tx, batchId: number): Promise<boolean> {
  const ofBatch = { batchId, status: "published" } as const;
  if ((await tx.figure.count({ where: ofBatch })) > 0) return true;
  const cause = await tx.revision.count({
    where: { batchId, resource: "Figure", kind: "imported", cause: { not: null } },
  });
  return cause > 0;
}

/** Most figures whose pages are forgotten one by one when they are retracted. */
const MOST_FORGOTTEN = 100;

/** Raises the publication version for the published figures that an import added and that are about to be retracted. */
async function raiseForAdded(tx: Tx, batchId: number): Promise<void> {
  const isFew = (await tx.figure.count({ where: { batchId, status: "published" } })) <= MOST_FORGOTTEN;
  const places = await placesOfAdded(tx, batchId, isFew);
  const scopes = places.flatMap(({ key, source, ...place }) => {
    const said = { ...place, citations: [{ source }] };
    const [before, after] = [
      { ...said, status: "published" },
      { ...said, status: "retracted" },
    ];
    return changedScopes({ resource: "figures", key, before, after });
  });
  if (scopes.length === 0) return;
  // They are still there: what differs after it is not known yet.
  await raisePublication(tx, [...scopes, "disagreements", ...(isFew ? [] : (["figure"] as const))]);
}

/** Gives changed figures what they said before; drafts that were published since stay published. */
async function changeBack(
  tx: Tx,
  context: ChangeContext,
  keep: ReadonlySet<string>,
  step: (done: number) => Promise<void>,
): Promise<number> {
  const ids = await ReferenceIds.read(tx);
  const { batchId } = context;
  let done = 0;
  for (let after = 0; ; ) {
    const revisions = await tx.revision.findMany({
      where: { batchId, resource: "Figure", kind: "imported", before: { not: null }, id: { gt: after } },
      select: { id: true, key: true, before: true },
      orderBy: { id: "asc" },
      take: AT_A_TIME,
    });
    const last = revisions.at(-1);
    if (last === undefined) return done;
    after = last.id;
    const known = await findKnownFigures(tx, { publicId: { in: revisions.map(({ key }) => key) } });
    const byKey = new Map(known.map((figure) => [figure.publicId, figure]));
    const versions = revisions.flatMap(({ key, before }) => {
      const figure = byKey.get(key);
      const kept = readSnapshot("figures", before);
      if (figure === undefined || kept === null || figure.state === "retracted" || keep.has(key)) return [];
      const { status: _, ...content } = kept as unknown as Content<"figures"> & { readonly status: State };
      return [{ known: figure, content: content as Content<"figures">, state: figure.state, kind: "undone" as const }];
    });
    await changeFigures(tx, versions, ids, context);
    done += versions.length;
    await step(done);
  }
}

const MODEL_NOUNS = { Source: "sources", Metric: "metrics", Organisation: "organisations", Region: "regions" } as const;

/** Retracts the records that came with the import, unless they were changed since or anything in use refers to them. */
async function retractRecords(tx: Tx, context: ChangeContext): Promise<number> {
  const revisions = await tx.revision.findMany({
    where: { batchId: context.batchId, kind: "imported", resource: { in: Object.keys(MODEL_NOUNS) } },
    select: { resource: true, key: true },
    orderBy: { id: "desc" },
  });
  let done = 0;
  for (const { resource: model, key } of revisions) {
    const resource = MODEL_NOUNS[model as keyof typeof MODEL_NOUNS];
    const store = storeOf(resource);
    const stored = await store.find(tx, key);
    if (stored === null || stored.state === "retracted" || (await isUsed(tx, resource, stored.id))) continue;
    const last = await tx.revision.findFirst({ where: { resource: model, key }, orderBy: { id: "desc" } });
    if (last?.batchId !== context.batchId) continue;
    if (!(await store.mark(tx, stored as never, "retracted"))) continue;
    const before = snapshot(resource, stored.content as never, "published");
    const after = snapshot(resource, stored.content as never, "retracted");
    await recordRevisions(tx, [{ resource, key, kind: "undone", before, after }], {
      ...context,
      changeReason: { ...context.changeReason, cause: null },
    });
    done += 1;
  }
  return done;
}

/** Whether anything that is not retracted refers to a record. */
async function isUsed(tx: Tx, resource: (typeof MODEL_NOUNS)[keyof typeof MODEL_NOUNS], id: number): Promise<boolean> {
  const inUse = { status: { not: "retracted" } } as const;
  const counts = {
    sources: () => tx.citation.count({ where: { sourceId: id, OR: [{ figure: inUse }, { milestone: inUse }] } }),
    metrics: () => tx.figure.count({ where: { metricId: id, ...inUse } }),
    organisations: () => tx.figure.count({ where: { organisationId: id, ...inUse } }),
    regions: () => tx.figure.count({ where: { regionId: id, ...inUse } }),
  };
  if ((await counts[resource]()) > 0) return true;
  const dependants = await storeOf(resource).dependants(tx, id);
  return dependants.some(({ count }) => count > 0);
}
