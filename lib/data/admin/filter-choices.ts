import "server-only";
import { listInUse, listRecords } from "@/lib/data/admin/choices";
import type { AdminListQuery, AdminResource } from "@/lib/figures/admin-records";
import { type ChoiceResource, choiceKey } from "@/lib/figures/figure-choices";

/** Most records that one filter of a list offers; of sources the newest, of others the first by name. */
const MOST = 300;

type FilterName = "metric" | "region" | "topic" | "source" | "organisation";

/** By what the list of each resource can be narrowed, as the names of its query. */
const FILTERS = {
  figures: { metric: "metrics", region: "regions", topic: "topics", source: "sources" },
  metrics: { topic: "topics" },
  regions: { region: "regions" },
  organisations: {},
  topics: {},
  sources: {},
  milestones: { region: "regions" },
  charts: { topic: "topics" },
} as const satisfies Readonly<Record<AdminResource, Readonly<Partial<Record<FilterName, ChoiceResource>>>>>;

/** A record that a filter may be set to. */
interface FilterChoice {
  readonly key: string;
  readonly name: string;
}

/** What a filter may be set to, and how many records there are; `choices` has at most 300 and the one that is set. */
export interface FilterChoices {
  readonly choices: readonly FilterChoice[];
  readonly total: number;
}

/** What the filters of a list may be set to, by their names in the address. An organisation is only named, where it is set. */
export async function listFilterChoices(
  resource: AdminResource,
  query: AdminListQuery,
): Promise<Readonly<Partial<Record<FilterName, FilterChoices>>>> {
  const filters = Object.entries(FILTERS[resource]) as [FilterName, ChoiceResource][];
  const read = async ([name, resource]: [FilterName, ChoiceResource]) =>
    [name, await choicesOf(resource, query[name])] as const;
  const organisation = query.organisation === null ? [] : await listRecords("organisations", [query.organisation]);
  return {
    ...Object.fromEntries(await Promise.all(filters.map(read))),
    organisation: { choices: organisation.map(choiceOf), total: organisation.length },
  };
}

async function choicesOf(resource: ChoiceResource, set: string | null): Promise<FilterChoices> {
  const all = await listInUse(resource);
  const first = all.slice(0, MOST).map(choiceOf);
  const isThere = set === null || first.some(({ key }) => key === set);
  const own = isThere ? [] : (await listRecords(resource, [set])).map(choiceOf);
  return { choices: [...own, ...first], total: all.length };
}

function choiceOf(record: Awaited<ReturnType<typeof listInUse>>[number]): FilterChoice {
  return { key: choiceKey(record), name: "title" in record ? record.title : record.name };
}
