import { Coins } from "@/components/source/coins";
import { Phrase } from "@/components/source/source-line";
import { publishedText } from "@/components/source/source-list";
import { locatorText } from "@/lib/citation/locator";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { Citation } from "@/lib/figures/figure";
import { paths } from "@/lib/paths";

/** Everything that sources say of one figure: each phrase with where it stands. */
export function Quotes({ citations }: { readonly citations: readonly Citation[] }) {
  // One source may say it in several places.
  return citations.map((citation) => (
    <Quote key={`${citation.source.slug} ${citation.locator ?? ""}`} citation={citation} />
  ));
}

function Quote({ citation }: { readonly citation: Citation }) {
  const { source, locator, role } = citation;
  return (
    <blockquote>
      <Phrase citation={citation} />
      <footer>
        <a href={paths.source(source.slug)} lang={source.language}>
          {source.title}
        </a>
        . {publishedText(source)}
        {locatorText(locator) === null ? "" : `, ${locatorText(locator)}`}.{role === "repeat" ? " Repeats it. " : " "}
        <a href={phraseUrl(citation)}>Original</a>
        <Coins source={source} />
      </footer>
    </blockquote>
  );
}
