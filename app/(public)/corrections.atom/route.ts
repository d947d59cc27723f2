import { correctionSummary, correctionTitle } from "@/components/corrections/correction-text";
import { readCorrectionsFeed } from "@/lib/data/public/past/corrections";
import { atomFeed } from "@/lib/exports/atom";
import { paths } from "@/lib/paths";
import { parseBefore } from "@/lib/schemas/page-view";

/** Corrections of published figures as an Atom feed (RFC 4287), newest first; earlier ones are in the feeds that `next` leads to (RFC 5005). */
export async function GET(request: Request): Promise<Response> {
  const before = parseBefore(Object.fromEntries(new URL(request.url).searchParams));
  const { list, earlier, updated, site } = await readCorrectionsFeed(before);
  const at = (path: string) => new URL(path, site).href;
  const feed = atomFeed({
    id: at(paths.correctionsFeed()),
    title: "Footnote: corrections",
    author: "Footnote",
    updated,
    self: at(paths.correctionsFeed({ before })),
    page: at(paths.corrections({ before })),
    next: earlier === null ? null : at(paths.correctionsFeed({ before: earlier })),
    entries: list.map((correction) => ({
      // An address that never breaks, and stands for one revision only.
      id: at(paths.revision(correction.figure, correction.revision)),
      title: correctionTitle(correction),
      updated: correction.at,
      summary: correctionSummary(correction),
    })),
  });
  return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}
