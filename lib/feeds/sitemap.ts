import { escapedXml } from "@/lib/feeds/xml";

const HEAD = `<?xml version="1.0" encoding="utf-8"?>\n`;
const NAMESPACE = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`;

/** An index of sitemaps (sitemaps.org) by their absolute addresses. */
export function sitemapIndex(addresses: readonly string[]): string {
  const parts = addresses.map((address) => `<sitemap><loc>${escapedXml(address)}</loc></sitemap>\n`);
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${parts.join("")}</sitemapindex>\n`;
}

/** A page of a sitemap: its absolute address, and the instant (ISO 8601) of its last change; null where that is not known. */
export interface SitemapPage {
  readonly address: string;
  readonly changed: string | null;
}

/** A sitemap, piece by piece. */
export async function* sitemapPieces(batches: AsyncIterable<readonly SitemapPage[]>): AsyncGenerator<string> {
  yield `${HEAD}<urlset ${NAMESPACE}>\n`;
  for await (const pages of batches) {
    yield pages
      .map(({ address, changed }) => {
        const when = changed === null ? "" : `<lastmod>${changed}</lastmod>`;
        return `<url><loc>${escapedXml(address)}</loc>${when}</url>\n`;
      })
      .join("");
  }
  yield "</urlset>\n";
}
