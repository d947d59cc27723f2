import "server-only";
import { changeOf } from "@/lib/data/commands/history";
import { db } from "@/lib/data/db/client";
import { readSnapshot } from "@/lib/data/revisions/revisions";
import { MODELS } from "@/lib/data/revisions/tables";
import type { AdminResource, LatestChange, LatestChanges } from "@/lib/figures/admin-records";
import type { Prisma } from "@/lib/generated/prisma/client";

const PAGE_SIZE = 50;
const ADMIN_RESOURCES = Object.keys(MODELS) as AdminResource[];
const IMPORTS = "ImportBatch";

/** Which changes to list: of one resource, of one person, before a revision; null for all. */
export interface LatestQuery {
  readonly resource: AdminResource | "imports" | null;
  readonly who: string | null;
  readonly before: number | null;
}

/** The latest changes of all records, newest first, 50 at a time, and everyone with an account, by name. The rows of an import count as the one change that it was. */
export async function listLatestChanges({ resource, who, before }: LatestQuery): Promise<LatestChanges> {
  const resources = resource === null ? ([...ADMIN_RESOURCES, "imports"] as const) : [resource];
  const asked = { ...(who === null ? {} : { who }), ...(before === null ? {} : { id: { lt: before } }) };
  // Each resource by itself: an index has its changes in order, so that no more are read than are shown.
  const latest = resources.map((each) =>
    db().revision.findMany({
      where: { ...(each === "imports" ? { resource: IMPORTS } : { resource: MODELS[each], batchId: null }), ...asked },
      orderBy: { id: "desc" },
      take: PAGE_SIZE + 1,
    }),
  );
  const [people, ...found] = await Promise.all([
    db().user.findMany({ distinct: ["name"], select: { name: true }, orderBy: { name: "asc" } }),
    ...latest,
  ]);
  const rows = found.flat().sort((a, b) => b.id - a.id);
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    changes: shown.flatMap((row) => toChange(row) ?? []),
    people: people.map(({ name }) => name),
    earlier: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
  };
}

function toChange(row: Prisma.RevisionGetPayload<object>): LatestChange | null {
  const { key, before, after } = row;
  if (row.resource === IMPORTS) return { ...changeOf(null, row), resource: "imports", key, name: null };
  const resource = ADMIN_RESOURCES.find((each) => MODELS[each] === row.resource);
  if (resource === undefined) return null;
  const name = nameOf(readSnapshot(resource, after) ?? readSnapshot(resource, before));
  return { ...changeOf(resource, row), resource, key, name };
}

function nameOf(version: Readonly<Record<string, unknown>> | null): string | null {
  if (version === null) return null;
  const { name, title, metric, region } = version;
  if (typeof metric === "string") return `${metric}, ${region}`;
  return [name, title].find((text) => typeof text === "string") ?? null;
}
