import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { type PastFigure, readPastFigures, UNSEEN } from "@/lib/data/public/past/past-figures";
import { withNames } from "@/lib/data/public/public-history";
import type { Snapshot } from "@/lib/data/revisions/record";
import { differences, readSnapshot } from "@/lib/data/revisions/revisions";
import { siteAddress } from "@/lib/env";
import type { Correction, Corrections } from "@/lib/figures/history";
import { Prisma } from "@/lib/generated/prisma/client";

/** Corrections on a page, and in the feed. */
const PAGE_SIZE = 50;

/**
 * Revisions "r" after which readers saw a figure otherwise: it had been published, or came back after it was retracted. In the words of
 * the index that has just these, without which the database would not use it.
 */
export const IS_CORRECTION = Prisma.sql`r."resource" = 'Figure' AND (r."before" LIKE '%"status":"published"%' OR (r."kind" = 'restored' AND r."after" LIKE '%"status":"published"%'))`;

interface Row {
  readonly id: number;
  readonly key: string;
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
}

/** Corrections of published figures, newest first: those made before a revision, or the newest (null). At most 50, of any number. */
export async function listCorrections(before: number | null): Promise<Corrections> {
  const shown = db("corrections");
  const { byCorrection, without } = engine().dialect;
  // That somebody looked for a newer figure corrects nothing.
  const found = await shown.$queryRaw<{ id: number | bigint }[]>`
    SELECT r."id" FROM "Revision" r ${byCorrection}
    WHERE ${IS_CORRECTION} AND ${without('r."before"', "lookedAgain")} IS DISTINCT FROM ${without('r."after"', "lookedAgain")}
      ${before === null ? Prisma.empty : Prisma.sql`AND r."id" < ${before}`}
    ORDER BY r."id" DESC LIMIT ${PAGE_SIZE + 1}`;
  const ids = found.slice(0, PAGE_SIZE).map(({ id }) => Number(id));
  const revisions = await shown.revision.findMany({ where: { id: { in: ids } }, orderBy: { id: "desc" } });
  const rows = revisions.map((revision) => ({
    ...revision,
    before: readSnapshot("figures", revision.before),
    after: readSnapshot("figures", revision.after),
  }));
  const figures = await readBoth(rows);
  const list = rows.map(({ id, key, at, cause, reason, before: was, after: is }): Correction => {
    const kind = is?.status === "retracted" ? "retracted" : was?.status === "retracted" ? "restored" : "changed";
    const replacedBy = is?.replacedBy;
    return {
      ...{ revision: id, figure: key, kind, at: at.toISOString(), cause, reason },
      before: kind === "restored" ? null : (figures.get(`${id} before`) ?? null),
      after: kind === "retracted" ? null : (figures.get(`${id} after`) ?? null),
      changes: kind === "changed" && was !== null && is !== null ? differences(was, is) : [],
      replacedBy: typeof replacedBy === "string" ? replacedBy : null,
    };
  });
  const last = list.at(-1);
  return { list: await withNames(list), earlier: found.length > PAGE_SIZE && last ? last.revision : null };
}

/** What figures said before and after revisions, by "revision before" and "revision after". */
async function readBoth(rows: readonly Row[]) {
  const asked = rows.flatMap(({ id, key, before, after }) =>
    (["before", "after"] as const).flatMap((side) => {
      const said = side === "before" ? before : after;
      return said === null ? [] : [{ name: `${id} ${side}`, past: { ...UNSEEN, id: key, said, revision: id } }];
    }),
  ) satisfies readonly { readonly name: string; readonly past: PastFigure }[];
  const figures = await readPastFigures(asked.map(({ past }) => past));
  return new Map(asked.map(({ name }, index) => [name, figures[index] ?? null] as const));
}

/** The same with what a feed tells beside: the address of the site, and when something of it changed last (an ISO 8601 instant). */
export async function readCorrectionsFeed(before: number | null) {
  const corrections = await listCorrections(before);
  const first = await db("corrections").revision.findFirst({ orderBy: { id: "asc" }, select: { at: true } });
  // Before the first correction it is as old as the record of changes.
  const updated = corrections.list[0]?.at ?? (first?.at ?? new Date(0)).toISOString();
  return { ...corrections, updated, site: siteAddress() };
}
