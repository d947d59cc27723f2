import { forViewers } from "@/lib/api/handlers";
import { listRecords } from "@/lib/data/admin/list";
import { listAdminFiguresByKeys } from "@/lib/data/admin/list-figures";
import { jsonResponse } from "@/lib/http/responses";
import { parseAdminListQuery } from "@/lib/schemas/admin-list";
import { parseKeys } from "@/lib/schemas/admin-parts";

/** Most figures that one search answers with. */
const MOST_FOUND = 12;

/** Figures for a form to choose from: published ones that have the words of `q`, or those with the keys of `id`. */
export const GET = forViewers(async ({ request }) => {
  const { searchParams } = new URL(request.url);
  const keys = parseKeys(searchParams, "id");
  if (keys.length > 0) return jsonResponse(await listAdminFiguresByKeys(keys));
  const query = parseAdminListQuery("figures", { q: searchParams.get("q") ?? "", status: "published" });
  return jsonResponse((await listRecords("figures", query)).rows.slice(0, MOST_FOUND));
});
