import { correctionsFeed } from "@/components/feeds/corrections-feed";
import { newFiguresFeed } from "@/components/feeds/new-figures-feed";
import { readNewFiguresFeed } from "@/lib/data/public/discovery/new-figures";
import { readCorrectionsFeed } from "@/lib/data/public/past/corrections";
import type { Feed, FeedFormat } from "@/lib/feeds/feed";
import { FEED_TYPES, feedText } from "@/lib/feeds/feed-text";
import { errorResponse } from "@/lib/http/responses";
import { parseBefore, parseNewFigures } from "@/lib/schemas/page-view";

/** Corrections of published figures, newest first; earlier ones are in the feeds that `next` leads to (RFC 5005). */
export async function correctionsResponse(request: Request, format: FeedFormat): Promise<Response> {
  const before = parseBefore(paramsOf(request));
  return respond(correctionsFeed({ ...(await readCorrectionsFeed(before)), before }, format), format);
}

/** New figures, those of one region, metric or source where it is named; 404 where there is none of that key. */
export async function newFiguresResponse(request: Request, format: FeedFormat): Promise<Response> {
  const query = parseNewFigures(paramsOf(request));
  const found = await readNewFiguresFeed(query);
  if (found === null) return errorResponse(404, "not_found", "There is no such region, metric or source");
  return respond(newFiguresFeed({ ...found, before: query.before }, format), format);
}

const paramsOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);

function respond(feed: Feed, format: FeedFormat): Response {
  return new Response(feedText(feed, format), { headers: { "content-type": `${FEED_TYPES[format]}; charset=utf-8` } });
}
