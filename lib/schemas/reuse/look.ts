import { z } from "zod";
import { parseAsOf } from "@/lib/schemas/page-view";
import { firstValue, type SearchParams } from "@/lib/schemas/view";

/** How something is taken along: light, dark, or (null) as the reader has it, which for a picture is light. */
export function parseTheme(params: SearchParams): "light" | "dark" | null {
  return z.enum(["light", "dark"]).nullable().catch(null).parse(firstValue(params, "theme"));
}

/** The revision at which an embed of a figure stays; null for the newest, also for nonsense. */
export function parseRevision(params: SearchParams): number | null {
  return z.coerce.number().int().min(1).max(2_147_483_647).nullable().catch(null).parse(firstValue(params, "revision"));
}

/** What is asked of the oEmbed address: the page as a whole address (null for none), the format (null for one that is not offered), and sizes in px. */
export function parseOembed(params: SearchParams) {
  const size = z.coerce.number().int().min(1).nullable().catch(null);
  const format = z.enum(["json", "xml"]).nullable().catch(null);
  return {
    url: firstValue(params, "url"),
    format: format.parse(firstValue(params, "format") ?? "json"),
    maxwidth: size.parse(firstValue(params, "maxwidth")),
    maxheight: size.parse(firstValue(params, "maxheight")),
  };
}

/** What the page that takes a view along is asked for: of which page (its local address), and how it is to be embedded. */
export function parseReuse(params: SearchParams) {
  return { of: firstValue(params, "of"), theme: parseTheme(params), asOf: parseAsOf(params) };
}
