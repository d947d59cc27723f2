import { listSitemapParts } from "@/lib/data/public/discovery/sitemap";
import { sitemapIndex } from "@/lib/feeds/sitemap";
import { paths } from "@/lib/paths";

// With the address of the site, and what is recorded, as they are when it is asked for.
export const dynamic = "force-dynamic";

/** The index of the sitemaps: pages that are not of one record, then records of each kind, as many to a part as the protocol takes. */
export async function GET(): Promise<Response> {
  const { parts, site } = await listSitemapParts();
  const names = ["pages-1", ...parts.map(({ kind, number }) => `${kind}-${number}`)];
  const index = sitemapIndex(names.map((name) => new URL(paths.sitemapPart(name), site).href));
  return new Response(index, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
