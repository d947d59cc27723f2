import { forViewers } from "@/lib/api/handlers";
import { listLikelyFigures } from "@/lib/data/likely-figures";
import { parseLikely } from "@/lib/schemas/likely";

/** Figures near one that is being typed: ?metric=&region=&organisation=&period=&asOf=&value=&valueHigh=&wording=&outlook=, each as far as it is known. */
export const GET = forViewers(async ({ request }) => {
  const question = parseLikely(new URL(request.url).searchParams);
  const rows = question === null ? [] : await listLikelyFigures(question);
  return Response.json({ rows }, { headers: { "cache-control": "no-store" } });
});
