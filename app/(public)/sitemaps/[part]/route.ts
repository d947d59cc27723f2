import {
  readSitemapPart,
  type SitemapKind,
  type SitemapPart,
  sitemapPartNamed,
} from "@/lib/data/public/discovery/sitemap";
import { absoluteAddress } from "@/lib/data/public/origin";
import { type SitemapPage, sitemapPieces } from "@/lib/feeds/sitemap";
import { errorResponse, streamedResponse } from "@/lib/http/responses";
import { paths } from "@/lib/paths";

const PAGE_OF: Readonly<Record<SitemapKind, (key: string) => string>> = {
  metrics: (key) => paths.metric(key),
  regions: (key) => paths.region(key),
  sources: (key) => paths.source(key),
  figures: paths.figure,
};

/** Pages that are not of one record. When what they show changed last is not recorded. */
const PAGES: readonly string[] = [
  paths.dashboard(),
  paths.regions(),
  paths.metrics(),
  paths.sources(),
  paths.compare(),
  paths.map(),
  paths.disagreements(),
  paths.corrections(),
  paths.method(),
];

/** A part of the sitemap as it is read: pages of records that are public, with the instant of the record's last change. */
export async function GET(_: Request, { params }: { readonly params: Promise<{ readonly part: string }> }) {
  const name = (await params).part.replace(/\.xml$/, "");
  const part = sitemapPartNamed(name);
  if (part === null && name !== "pages-1")
    return errorResponse(404, "not_found", "There is no such part: see /sitemap.xml");
  return streamedResponse(sitemapPieces(part === null ? pages() : records(part)), "application/xml");
}

const pageAt = (path: string, changed: string | null = null): SitemapPage => ({
  address: absoluteAddress(path),
  changed,
});

async function* pages() {
  yield PAGES.map((path) => pageAt(path));
}

async function* records(part: SitemapPart) {
  for await (const batch of readSitemapPart(part)) {
    yield batch.map(({ key, changed }) => pageAt(PAGE_OF[part.kind](key), changed));
  }
}
