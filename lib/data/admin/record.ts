import "server-only";
import { findRecord } from "@/lib/data/commands/find";
import { db } from "@/lib/data/db/client";
import { toLink } from "@/lib/data/public/sources";
import type { ResourceRecord } from "@/lib/data/revisions/record";
import type { LinkRecord } from "@/lib/figures/view-models";
import type { Resource } from "@/lib/schemas/resources";

/** A record for an editor to read or change, whatever its status; null when there is none of that key. */
export async function findAdminRecord(resource: Resource, key: string): Promise<ResourceRecord | null> {
  return (await findRecord(resource, key))?.record ?? null;
}

/** What a new record of a resource begins with beyond what its form knows: the last place, where records have one. */
export async function readBeginning(resource: Resource): Promise<Readonly<Record<string, number>>> {
  if (resource !== "charts" && resource !== "topics") return {};
  const { _max } =
    resource === "charts"
      ? await db().chart.aggregate({ _max: { position: true } })
      : await db().topic.aggregate({ _max: { position: true } });
  return { position: (_max.position ?? -1) + 1 };
}

/** What was found at the address of a source; null when nobody has looked. */
export async function readLink(source: string): Promise<LinkRecord | null> {
  const found = await db().linkCheck.findFirst({ where: { source: { slug: source } }, omit: { sourceId: true } });
  return found === null ? null : toLink(found);
}
