import { figureSummary, figureTitle } from "@/components/figure/figure-text";
import { LOCALE } from "@/components/ui/locale";
import type { Feed, FeedFormat } from "@/lib/feeds/feed";
import type { NewFigures } from "@/lib/figures/history";
import { listText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** What a feed is told beside its figures: the address of the site, when it changed last, and the revision it begins before. */
interface Told {
  readonly site: string;
  readonly updated: string;
  readonly before: number | null;
}

/** New figures as a feed; retracted ones are not in it. */
export function newFiguresFeed(
  { of, list, earlier, site, updated, before }: NewFigures & Told,
  format: FeedFormat,
): Feed {
  const { region, metric, source } = of;
  const keys = { region: region?.code ?? null, metric: metric?.slug ?? null, source: source?.slug ?? null };
  const at = (path: string) => new URL(path, site).href;
  const names = [metric?.name, region?.name, source && `“${source.title}”`].filter((name) => typeof name === "string");
  return {
    id: at(paths.newFiguresFeed("atom", keys)),
    title: `Footnote: new figures${names.length === 0 ? "" : ` of ${listText(names, LOCALE)}`}`,
    author: "Footnote",
    updated,
    self: at(paths.newFiguresFeed(format, { ...keys, before })),
    page: at(pageOf(keys)),
    next: earlier === null ? null : at(paths.newFiguresFeed(format, { ...keys, before: earlier })),
    entries: list.map(({ figure, published, updated }) => ({
      id: tagOf(figure.id, figure.recordedAt, site),
      page: at(paths.figure(figure.id)),
      title: figureTitle(figure),
      summary: figureSummary(figure),
      published,
      updated,
      via: figure.citations[0]?.source.url ?? null,
    })),
  };
}

/** The page that shows figures of the same. */
function pageOf({ region, metric, source }: { readonly [Name in keyof NewFigures["of"]]: string | null }): string {
  if (metric !== null) return paths.metric(metric, region === null ? {} : { region: [region] });
  if (region !== null) return source === null ? paths.region(region) : paths.dashboard({ region, source });
  return source === null ? paths.dashboard({ region: "all" }) : paths.source(source);
}

/** A name for ever (RFC 4151) that is the same whatever scheme and port the site is served at. */
function tagOf(id: string, recordedAt: string, site: string): string {
  return `tag:${new URL(site).hostname},${recordedAt.slice(0, 10)}:figures/${id}`;
}
