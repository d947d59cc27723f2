import "server-only";
import type { FigureDraft } from "@/lib/data/figure-writes";
import type { Tx } from "@/lib/data/writing/transaction";

/** The keys in addresses of what figures refer to, by internal key. Each throws for a row that was not looked up. */
export interface FigureKeys {
  metric(id: number): string;
  region(id: number): string;
  organisation(id: number): string;
  source(id: number): string;
}

/** Rows asked for at once: SQLite takes 999 values in a query. */
const AT_ONCE = 900;

/** Looks up the keys of everything that figures refer to: a few queries, however many figures. */
export async function findFigureKeys(tx: Tx, drafts: readonly FigureDraft[]): Promise<FigureKeys> {
  const where = (id: number[]) => ({ where: { id: { in: id } } });
  const metrics = await keysOf(
    drafts.map(({ metricId }) => metricId),
    (ids) => tx.metric.findMany({ ...where(ids), select: { id: true, slug: true } }),
  );
  const regions = await keysOf(
    drafts.map(({ regionId }) => regionId),
    async (ids) => {
      const rows = await tx.region.findMany({ ...where(ids), select: { id: true, code: true } });
      return rows.map(({ id, code }) => ({ id, slug: code }));
    },
  );
  const organisations = await keysOf(
    drafts.flatMap(({ organisationId }) => organisationId ?? []),
    (ids) => tx.organisation.findMany({ ...where(ids), select: { id: true, slug: true } }),
  );
  const sources = await keysOf(
    drafts.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)),
    (ids) => tx.source.findMany({ ...where(ids), select: { id: true, slug: true } }),
  );
  return { metric: metrics, region: regions, organisation: organisations, source: sources };
}

async function keysOf(
  ids: readonly number[],
  read: (ids: number[]) => Promise<readonly { readonly id: number; readonly slug: string }[]>,
): Promise<(id: number) => string> {
  const asked = [...new Set(ids)];
  const found = new Map<number, string>();
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    for (const { id, slug } of await read(asked.slice(at, at + AT_ONCE))) found.set(id, slug);
  }
  return (id) => {
    const key = found.get(id);
    if (key === undefined) throw new Error(`There is no row with the internal key ${id}`);
    return key;
  };
}
