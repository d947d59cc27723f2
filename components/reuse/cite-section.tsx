import { LOCALE } from "@/components/ui/locale";
import type { Citable } from "@/lib/citation/citable";
import { countText } from "@/lib/format/words";

/** References to what a page shows in ready words, each to be copied, and as files for reference managers. */
export function CiteSection({ citable }: { readonly citable: Citable }) {
  const { language, line, references, bibtex, files, sources } = citable;
  return (
    <>
      <dl className="styles">
        <Reference name="In one line" text={line} />
        {references.map(({ name, text }) => (
          <Reference key={name} name={name} text={text} language={language} />
        ))}
        <Reference name="BibTeX" text={bibtex} isCode />
      </dl>
      {sources === null ? null : <Behind sources={sources} />}
      {files.length === 0 ? null : (
        <p className="after">
          {files.map(({ name, href }) => (
            <a key={name} className="chip" href={href} download>
              {name}
            </a>
          ))}
        </p>
      )}
      <p className="after">
        <small>
          <a href="http://citationstyles.org/">Citations by CSL (citeproc-js)</a>
        </small>
      </p>
    </>
  );
}

/** One reference; the button is there with a script only (see ReaderScript). */
function Reference({
  name,
  text,
  language = "en",
  isCode = false,
}: {
  readonly name: string;
  readonly text: string;
  readonly language?: string;
  readonly isCode?: boolean;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={language === "en" ? undefined : language}>{isCode ? <pre>{text}</pre> : <p>{text}</p>}</dd>
      <dd>
        <button type="button" data-copy aria-label={`Copy ${name}`}>
          Copy
        </button>
      </dd>
    </div>
  );
}

function Behind({ sources: { named, total } }: { readonly sources: NonNullable<Citable["sources"]> }) {
  const isWhole = named.length === total;
  return (
    <section>
      <h3>Sources behind it</h3>
      {isWhole ? (
        <ul className="plain">
          {named.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        <p>{countText(total, "source", "sources", LOCALE)}, all of them in the files below, beside the page itself.</p>
      )}
    </section>
  );
}
