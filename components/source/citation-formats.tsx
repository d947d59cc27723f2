import { CITATION_STYLES, citationText } from "@/lib/citation/text";
import type { SourceRef } from "@/lib/figures/figure";
import { paths } from "@/lib/paths";

const FILES = [
  { format: "bib", name: "BibTeX" },
  { format: "ris", name: "RIS" },
  { format: "json", name: "CSL-JSON" },
] as const;

/** A reference to a source in ready words, and as files for reference managers. */
export function CitationFormats({
  source,
  locator = null,
  resource,
  address,
}: {
  readonly source: SourceRef;
  readonly locator?: string | null;
  readonly resource: "figures" | "sources";
  /** Public key of the figure or slug of the source. */
  readonly address: string;
}) {
  return (
    <>
      <dl className="styles">
        {CITATION_STYLES.map((style) => (
          <div key={style}>
            <dt>{style}</dt>
            <dd>{citationText(source, style, locator)}</dd>
          </div>
        ))}
      </dl>
      <p className="after">
        {FILES.map(({ format, name }) => (
          <a key={format} className="chip" href={paths.citationFile(resource, address, format)} download>
            {name}
          </a>
        ))}
      </p>
    </>
  );
}
