import { CardPicture } from "@/components/pictures/card-picture";
import { noPicture, svgResponse } from "@/components/pictures/svg-response";
import { readOrigin } from "@/lib/data/public/origin";
import { noteReads } from "@/lib/publication/reads";
import { readSubject } from "@/lib/schemas/reuse/subject";
import { readCard } from "./read-card";

/** The card by which a page of this site (`of`, its local address) is shown elsewhere; the proxy makes it a PNG. */
export async function GET(request: Request): Promise<Response> {
  noteReads([]);
  const subject = readSubject(new URL(request.url).searchParams.get("of"));
  const card = subject && (await readCard(subject));
  if (subject === null || card === null) return noPicture("There is no page at this address to make a card of.");
  const { site } = readOrigin();
  const address = new URL(subject.address, site).href;
  return svgResponse((notDrawn) => <CardPicture {...card} address={address} notDrawn={notDrawn} />, site);
}
