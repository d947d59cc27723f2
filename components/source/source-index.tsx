import { Coins } from "@/components/source/coins";
import { publishedText } from "@/components/source/source-list";
import { SOURCE_KINDS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { SourceRecord } from "@/lib/figures/view-models";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Every source by the year in which it was published, newest first. */
export function SourceIndex({ sources }: { readonly sources: readonly SourceRecord[] }) {
  const years = new Map<string, SourceRecord[]>();
  for (const source of sources) {
    const year = source.published?.slice(0, 4) ?? "No date";
    const own = years.get(year);
    if (own) own.push(source);
    else years.set(year, [source]);
  }
  return (
    <>
      <h1>Sources, newest first</h1>
      <p className="lede">
        {countText(sources.length, "source", "sources", LOCALE)}. Each page lists its figures in reading order, with the
        phrase that holds each.
      </p>
      {[...years].map(([year, own]) => (
        <section key={year}>
          <h2>{year}</h2>
          <ul className="index">
            {own.map((source) => (
              <li key={source.slug}>
                <a href={paths.source(source.slug)} lang={source.language}>
                  {source.title}
                </a>
                <span className="count">{countText(source.figureCount, "figure", "figures", LOCALE)}</span>
                <p>
                  {publishedText(source)}. {SOURCE_KINDS[source.kind] ?? source.kind}.
                  <Coins source={source} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
