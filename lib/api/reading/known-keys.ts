import "server-only";
import { listRecords } from "@/lib/data/public/listing/record-list";
import { listMetrics } from "@/lib/data/public/metrics";
import { listOrganisations } from "@/lib/data/public/organisations";
import { listRegions } from "@/lib/data/public/regions";
import { listSources } from "@/lib/data/public/sources";
import { paths } from "@/lib/paths";
import { DomainError } from "@/lib/schemas/domain-error";

/** Known keys that a refusal names; the others are at the address that it names. */
const MOST_NAMED = 100;

/** Most topics that there may be in one list. */
const ALL_TOPICS = 10_000;

const KEYS = {
  metric: { list: paths.api.records("metrics"), read: async () => (await listMetrics()).map(({ slug }) => slug) },
  region: { list: paths.api.records("regions"), read: async () => (await listRegions()).map(({ code }) => code) },
  parent: { list: paths.api.records("regions"), read: async () => (await listRegions()).map(({ code }) => code) },
  source: { list: paths.api.records("sources"), read: async () => (await listSources()).map(({ slug }) => slug) },
  organisation: {
    list: paths.api.records("organisations"),
    read: async () => (await listOrganisations()).map(({ slug }) => slug),
  },
  topic: {
    list: paths.api.records("topics"),
    read: async () => (await listRecords("topics", {}, 0, ALL_TOPICS)).records.map(({ key }) => key),
  },
} as const;

/** Parameters that are keys of records. */
type KeyParameter = keyof typeof KEYS;

const isKey = (name: string): name is KeyParameter => name in KEYS;

/** The refusal (400) of a key that is not there, with the known ones. */
export async function unknownKey(name: string, key: string): Promise<DomainError> {
  const { list, read } = KEYS[isKey(name) ? name : "metric"];
  const keys = await read();
  const known = keys.slice(0, MOST_NAMED);
  const all = keys.length > known.length ? `${known.length} of ${keys.length} known ones are named here; all` : "All";
  const message = `Nothing published is called ${name} ${key.slice(0, 60)}. ${all} are at ${list}.`;
  const issues = [{ path: name, code: "unknown_value", message }];
  return new DomainError(400, "unknown_value", message, { issues, beside: { known } });
}

/** Refuses (400) parameters that are keys of nothing that readers see. */
export async function assertKnown(query: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, value] of Object.entries(query)) {
    if (!isKey(name) || typeof value !== "string") continue;
    if (!(await KEYS[name].read()).includes(value)) throw await unknownKey(name, value);
  }
}
