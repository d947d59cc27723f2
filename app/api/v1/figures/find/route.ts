import { forViewers } from "@/lib/api/handlers";
import { listDesk } from "@/lib/data/desk/list";
import { listDeskFiguresByKeys } from "@/lib/data/desk/list-figures";
import { dataAnswer } from "@/lib/http/answers";
import { parseDeskQuery } from "@/lib/schemas/desk-list";
import { parseKeys } from "@/lib/schemas/desk-parts";

/** Most figures that one search answers with. */
const MOST_FOUND = 12;

/** Figures for a form to choose from: published ones that have the words of `q`, or those with the keys of `id`. */
export const GET = forViewers(async ({ request }) => {
  const { searchParams } = new URL(request.url);
  const keys = parseKeys(searchParams, "id");
  if (keys.length > 0) return dataAnswer(await listDeskFiguresByKeys(keys));
  const query = parseDeskQuery("figures", { q: searchParams.get("q") ?? "", status: "published" });
  return dataAnswer((await listDesk("figures", query)).rows.slice(0, MOST_FOUND));
});
