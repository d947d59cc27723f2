import { titleOf } from "@/components/pictures/cards";
import { readOrigin } from "@/lib/data/public/origin";
import { embeddable } from "@/lib/embeds/embeddable";
import { oembedOf, oembedXml } from "@/lib/embeds/oembed";
import { paths } from "@/lib/paths";
import { noteReads } from "@/lib/publication/reads";
import { parseOembed } from "@/lib/schemas/reuse/look";
import { readSubject } from "@/lib/schemas/reuse/subject";
import { readCard } from "../card.svg/read-card";

const says = (message: string, status: number) =>
  new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });

/** What a page of this site is embedded with, by the oEmbed protocol (oembed.com): 404 for one that is not here or has nothing to embed. */
export async function GET(request: Request): Promise<Response> {
  noteReads([]);
  const { url, format, ...size } = parseOembed(Object.fromEntries(new URL(request.url).searchParams));
  if (format === null) return says("Answers are given as json or xml.", 501);
  if (url === null) return says("Name the whole address of a page as url.", 400);
  const { site } = readOrigin();
  const { origin } = new URL(site);
  const subject = url.startsWith(`${origin}/`) ? readSubject(url.slice(origin.length)) : null;
  const card = subject && (await readCard(subject));
  const embed = subject && card && embeddable(subject, { theme: null, asOf: null }, titleOf(card), site);
  if (!embed || !subject) return says("There is nothing to embed at this address.", 404);
  const answer = oembedOf({ ...embed, card: new URL(paths.card(subject.address), site).href, site: origin }, size);
  return format === "xml"
    ? new Response(oembedXml(answer), { headers: { "content-type": "text/xml; charset=utf-8" } })
    : Response.json(answer);
}
