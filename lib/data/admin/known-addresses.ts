import "server-only";
import { listInUse } from "@/lib/data/admin/choices";
import { addressKey } from "@/lib/figures/address-key";
import type { SourceRef } from "@/lib/figures/figure";
import { readSourceAddress, siteOf } from "@/lib/reading/article/source-address";

/** Most sources of one site from which it is learned who publishes there, in which language. */
const MOST_OF_SITE = 50;

interface Addresses {
  readonly byAddress: ReadonlyMap<string, SourceRef>;
  readonly bySite: ReadonlyMap<string, readonly SourceRef[]>;
}

const made = new WeakMap<readonly SourceRef[], Addresses>();

/** The sources in use that an address tells of: the one that has it, in any spelling, and the newest 50 of its site. None for what is no address. */
export async function listSourcesOfAddress(address: string): Promise<readonly SourceRef[]> {
  const url = readSourceAddress(address, [])?.url;
  if (url === undefined) return [];
  const sources = await listInUse("sources");
  const { byAddress, bySite } = made.get(sources) ?? index(sources);
  const own = byAddress.get(addressKey(url));
  const ofSite = (bySite.get(siteOf(url) ?? "") ?? []).slice(0, MOST_OF_SITE);
  return own === undefined || ofSite.includes(own) ? ofSite : [...ofSite, own];
}

function index(sources: readonly SourceRef[]): Addresses {
  const byAddress = new Map<string, SourceRef>();
  const bySite = new Map<string, SourceRef[]>();
  for (const source of sources) {
    const [key, site] = [addressKey(source.url), siteOf(source.url) ?? ""];
    if (!byAddress.has(key)) byAddress.set(key, source);
    const ofSite = bySite.get(site);
    if (ofSite === undefined) bySite.set(site, [source]);
    else ofSite.push(source);
  }
  made.set(sources, { byAddress, bySite });
  return { byAddress, bySite };
}
