import "server-only";
import { toFigureRecord } from "@/lib/api/reading/figure-record";
import { type Answer, readQuery } from "@/lib/api/reading/for-readers";
import { search } from "@/lib/data/public/search";
import { siteAddress } from "@/lib/env";
import type { Hits } from "@/lib/figures/view-models";
import { paths } from "@/lib/paths";
import { searchQuery } from "@/lib/schemas/api/parameters";

/** What has the words and numbers of a text, best first in each group, with how many there are. */
export async function answerSearch(request: Request): Promise<Answer> {
  const { q, limit } = readQuery(request, searchQuery);
  const found = await search(q.normalize("NFC").replace(/\s+/gu, " ").trim(), limit);
  const named = <Item>({ total, best }: Hits<Item>, nameOf: (item: Item) => readonly [string, string, string]) => ({
    total,
    best: best.map((item) => {
      const [key, name, path] = nameOf(item);
      return { key, name, address: siteAddress() + path };
    }),
  });
  const data = {
    figures: { total: found.figures.total, best: found.figures.best.map(toFigureRecord) },
    byPhrase: found.isByPhrase,
    metrics: named(found.metrics, ({ slug, name }) => [slug, name, paths.metric(slug)]),
    regions: named(found.regions, ({ code, name }) => [code, name, paths.region(code)]),
    sources: named(found.sources, ({ slug, title }) => [slug, title, paths.source(slug)]),
    organisations: named(found.organisations, ({ slug, name }) => [
      slug,
      name,
      paths.dashboard({ region: "all", organisation: slug }),
    ]),
  };
  return { body: { data } };
}
