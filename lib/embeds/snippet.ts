import { escapeMarkup } from "@/lib/text/escape-markup";

/** What another site puts into its page, or is told by oEmbed. Addresses are whole. */
export interface Embeddable {
  /** What is embedded, for those who cannot see it. */
  readonly title: string;
  /** The page that is framed, the one it was taken from, the picture in its place, and the script that gives the frame its height. */
  readonly frame: string;
  readonly page: string;
  readonly picture: string;
  readonly script: string;
  /** Height of the frame, px, where no script runs. */
  readonly height: number;
}

/**
 * The HTML that embeds something: a frame as wide as what it stands in, a picture where frames are taken out, and the script that
 * makes it as high as what it shows. Without the script it keeps its height.
 */
export function embedSnippet({ title, frame, page, picture, script, height }: Embeddable): string {
  return [
    `<iframe src="${escapeMarkup(frame)}" title="${escapeMarkup(title)}" width="100%" height="${height}" style="border:0" loading="lazy">`,
    `<a href="${escapeMarkup(page)}"><img src="${escapeMarkup(picture)}" alt="${escapeMarkup(title)}"></a></iframe>`,
    `<script async src="${escapeMarkup(script)}"></script>`,
  ].join("\n");
}
