import { admit } from "@/lib/auth/admit";
import { listDesk } from "@/lib/data/desk/list";
import { listDeskFiguresByKeys } from "@/lib/data/desk/list-figures";
import { parseDeskQuery } from "@/lib/schemas/desk-list";
import { parseKeys } from "@/lib/schemas/desk-parts";

/** Most figures that one search answers with. */
const MOST_FOUND = 12;

/** Figures for a form to choose from: published ones that have the words of `q`, or those with the keys of `id`. */
export async function GET(request: Request): Promise<Response> {
  const who = await admit(request, "view");
  if ("refusal" in who) return who.refusal;
  const { searchParams } = new URL(request.url);
  const keys = parseKeys(searchParams, "id");
  const query = parseDeskQuery("figures", { q: searchParams.get("q") ?? "", status: "published" });
  const rows =
    keys.length > 0 ? await listDeskFiguresByKeys(keys) : (await listDesk("figures", query)).rows.slice(0, MOST_FOUND);
  return Response.json({ data: rows }, { headers: { "cache-control": "no-store" } });
}
