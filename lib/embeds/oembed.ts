import { type Embeddable, embedSnippet } from "@/lib/embeds/snippet";
import { escapeMarkup } from "@/lib/text/escape-markup";

/** How large whoever asks will have it, px; null where they did not say. */
export interface OembedSize {
  readonly maxwidth: number | null;
  readonly maxheight: number | null;
}

/** Width that is named where none is asked for, px: the frame fills what it stands in all the same. */
const WIDTH = 800;
/** Size of the card of a page, px. */
const CARD = { width: 1200, height: 630 } as const;
/** For how long an answer may be kept, s. */
const CACHE_AGE = 86_400;

/** The answer of the oEmbed protocol (1.0) about something that can be embedded. */
export function oembedOf(embed: Embeddable & { readonly card: string; readonly site: string }, size: OembedSize) {
  const { title, card, site } = embed;
  const width = Math.min(size.maxwidth ?? WIDTH, WIDTH);
  const height = Math.min(size.maxheight ?? embed.height, embed.height);
  const fits = (size.maxwidth ?? CARD.width) >= CARD.width && (size.maxheight ?? CARD.height) >= CARD.height;
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Footnote",
    provider_url: site,
    cache_age: CACHE_AGE,
    ...(fits ? { thumbnail_url: card, thumbnail_width: CARD.width, thumbnail_height: CARD.height } : {}),
    html: embedSnippet({ ...embed, height }),
    width,
    height,
  };
}

/** The same as XML. */
export function oembedXml(answer: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(answer).map(([name, value]) => `<${name}>${escapeMarkup(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${parts.join("")}</oembed>\n`;
}
