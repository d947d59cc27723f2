import { forViewers } from "@/lib/api/handlers";
import { listSimilarFigures } from "@/lib/data/admin/similar-figures";
import { parseSimilar } from "@/lib/schemas/similar";

/** Figures near one that is being typed: ?metric=&region=&organisation=&period=&asOf=&value=&valueHigh=&wording=&outlook=, each as far as it is known. */
export const GET = forViewers(async ({ request }) => {
  const question = parseSimilar(new URL(request.url).searchParams);
  const rows = question === null ? [] : await listSimilarFigures(question);
  return Response.json({ rows }, { headers: { "cache-control": "no-store" } });
});
