import { z } from "zod";
import type { AdminListQuery, AdminListSort, AdminResource } from "@/lib/figures/admin-records";
import { RESOURCES } from "@/lib/schemas/resources";
import { parseSearch } from "@/lib/schemas/search";
import { firstValue, type SearchParams } from "@/lib/schemas/view";

/** Orders that each resource's list offers; the first is its own. "best" comes by itself with a text. */
export const ADMIN_LIST_SORTS = {
  figures: ["newest", "date", "metric", "region"],
  metrics: ["name", "topic", "figures", "newest"],
  regions: ["name", "figures", "newest"],
  organisations: ["name", "figures", "newest"],
  topics: ["position", "name"],
  sources: ["newest", "date", "name", "figures"],
  milestones: ["date", "name", "newest"],
  charts: ["position", "name", "newest"],
} as const satisfies Readonly<Record<AdminResource, readonly AdminListSort[]>>;

const key = z.string().max(200).nullable().catch(null);

/** What an address asks of an editor's list. Anything that makes no sense falls to its default. */
export function parseAdminListQuery(resource: AdminResource, params: SearchParams): AdminListQuery {
  const read = (name: string) => firstValue(params, name);
  const text = parseSearch(params);
  const sorts: readonly [AdminListSort, ...AdminListSort[]] = ADMIN_LIST_SORTS[resource];
  const asked = sorts.find((sort) => sort === read("sort"));
  return {
    text,
    status: z
      .enum(["current", "draft", "published", "retracted", "all"])
      .catch("current")
      .parse(read("status") ?? "current"),
    metric: key.parse(read("metric")),
    region: key.parse(read("region")),
    source: key.parse(read("source")),
    topic: key.parse(read("topic")),
    organisation: key.parse(read("organisation")),
    care: z.enum(["stale", "differing", "unarchived", "link"]).nullable().catch(null).parse(read("care")),
    sort: asked ?? (text !== "" && resource !== "figures" ? "best" : sorts[0]),
    page: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .catch(1)
      .parse(read("page") ?? 1),
  };
}

/** What an address asks of the latest changes. Anything that makes no sense falls to its default. */
export function parseLatestQuery(params: SearchParams) {
  return {
    resource: z
      .enum([...RESOURCES, "imports"])
      .nullable()
      .catch(null)
      .parse(firstValue(params, "noun")),
    who: key.parse(firstValue(params, "who")),
    before: z.coerce
      .number()
      .int()
      .min(1)
      .max(Number.MAX_SAFE_INTEGER)
      .nullable()
      .catch(null)
      .parse(firstValue(params, "before")),
  };
}
