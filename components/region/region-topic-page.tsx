import { FigureTable } from "@/components/figure/figure-table";
import { stepsTo } from "@/components/region/region-page";
import { numberSources, SourceList, sourcesOf } from "@/components/source/source-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FileLinks } from "@/components/ui/file-links";
import { LOCALE } from "@/components/ui/locale";
import { Pager } from "@/components/ui/pager";
import type { RegionTopicView } from "@/lib/figures/view-models";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** All that a region has under one topic, page by page. */
export function RegionTopicPage({ view }: { readonly view: RegionTopicView }) {
  const { region, ancestors, topic, page, asOf } = view;
  const citations = page.figures.flatMap((figure) => figure.citations);
  const sources = sourcesOf(citations);
  return (
    <>
      <Breadcrumb steps={stepsTo({ ancestors: [...ancestors, region] }, asOf)} />
      <h1>
        {region.name}: {topic.name.toLowerCase()}
      </h1>
      <p className="lede">
        {countText(page.total, "figure", "figures", LOCALE)}, the newest first, by the time they are about.{" "}
        <FileLinks total={page.total} page={paths.region(region.code, { topic: topic.slug, asOf })} />.
      </p>
      <FigureTable
        figures={page.figures}
        subject="both"
        caption={`${topic.name}, newest first`}
        numbers={numberSources(sources)}
        asOf={asOf}
      />
      <Pager {...page} href={(number) => paths.region(region.code, { topic: topic.slug, page: number, asOf })} />
      <section>
        <h2>Sources</h2>
        <SourceList sources={sources} citations={citations} />
      </section>
    </>
  );
}
