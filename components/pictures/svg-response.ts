import type { ReactElement } from "react";
import { LOCALE } from "@/components/ui/locale";
import { countText } from "@/lib/format/words";
import { type Undrawn, undrawnIn } from "@/lib/pictures/drawn-characters";

/** What a picture says of characters that its fonts do not have, null where it has all, and those characters for whoever draws it. */
export interface NotDrawn {
  readonly note: string | null;
  readonly characters: string;
}

const ALL_DRAWN: NotDrawn = { note: null, characters: "" };

/**
 * A picture as an answer; its links are made whole, since a picture is looked at elsewhere. `site` is the address of this site. One with
 * characters that its fonts do not have is drawn once more, with a note.
 */
export async function svgResponse(draw: (notDrawn: NotDrawn) => ReactElement, site: string): Promise<Response> {
  // Loaded when it is needed: a route's own React, which renders pages, has no such function.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const whole = renderToStaticMarkup(draw(ALL_DRAWN));
  const undrawn = undrawnIn(whole);
  const markup = undrawn.count === 0 ? whole : renderToStaticMarkup(draw(noteOf(undrawn)));
  return new Response(
    markup.replaceAll('href="/', () => `href="${new URL(site).origin}/`),
    { headers: { "content-type": "image/svg+xml; charset=utf-8" } },
  );
}

function noteOf({ count, characters }: Undrawn): NotDrawn {
  const what = `${countText(count, "character", "characters", LOCALE)} ${count === 1 ? "is" : "are"}`;
  return {
    note: `${what} not in the fonts of this picture and may show as □: the page at the address has them.`,
    characters,
  };
}

/** Says in words that there is no picture: 404 where there is nothing to draw, 400 where it was asked for wrongly. */
export function noPicture(message: string, status: 400 | 404 = 404): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
