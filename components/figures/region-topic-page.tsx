import { FigureTable } from "@/components/figures/figure-table";
import { FileLinks } from "@/components/figures/file-links";
import { stepsTo } from "@/components/figures/region-page";
import { numberSources, SourceList, sourcesOf } from "@/components/figures/source-list";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { LOCALE } from "@/components/layout/locale";
import { Pager } from "@/components/layout/pager";
import type { RegionTopicView } from "@/lib/figures/records";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** All that a region has under one topic, page by page. */
export function RegionTopicPage({ view }: { readonly view: RegionTopicView }) {
  const { region, ancestors, topic, page } = view;
  const citations = page.figures.flatMap((figure) => figure.citations);
  const sources = sourcesOf(citations);
  return (
    <>
      <Breadcrumb steps={stepsTo({ ancestors: [...ancestors, region] })} />
      <h1>
        {region.name}: {topic.name.toLowerCase()}
      </h1>
      <p className="lede">
        {countText(page.total, "figure", "figures", LOCALE)}, the newest first, by the time they are about.{" "}
        <FileLinks total={page.total} query={{ region: [region.code], topic: topic.slug }} />.
      </p>
      <FigureTable
        figures={page.figures}
        subject="both"
        caption={`${topic.name}, newest first`}
        numbers={numberSources(sources)}
      />
      <Pager {...page} href={(number) => paths.region(region.code, { topic: topic.slug, page: number })} />
      <section>
        <h2>Sources</h2>
        <SourceList sources={sources} citations={citations} />
      </section>
    </>
  );
}
