import { correctionSummary, correctionTitle } from "@/components/corrections/correction-text";
import type { Feed, FeedFormat } from "@/lib/feeds/feed";
import type { Corrections } from "@/lib/figures/history";
import { paths } from "@/lib/paths";

/** What a feed is told beside its corrections: the address of the site, when it changed last, and the revision it begins before. */
interface Told {
  readonly site: string;
  readonly updated: string;
  readonly before: number | null;
}

/** Corrections of published figures as a feed. */
export function correctionsFeed(
  { list, earlier, site, updated, before }: Corrections & Told,
  format: FeedFormat,
): Feed {
  const at = (path: string) => new URL(path, site).href;
  return {
    id: at(paths.correctionsFeed("atom")),
    title: "Footnote: corrections",
    author: "Footnote",
    updated,
    self: at(paths.correctionsFeed(format, { before })),
    page: at(paths.corrections({ before })),
    next: earlier === null ? null : at(paths.correctionsFeed(format, { before: earlier })),
    entries: list.map((correction) => {
      // An address that never breaks, and stands for one revision only.
      const page = at(paths.revision(correction.figure, correction.revision));
      return {
        ...{ id: page, page, title: correctionTitle(correction), summary: correctionSummary(correction) },
        ...{ published: null, updated: correction.at, via: null },
      };
    }),
  };
}
