import type { ReactNode } from "react";
import { AsOfBar } from "@/components/layout/as-of-bar";
import { SearchBox } from "@/components/layout/search-box";
import { LOCALE } from "@/components/ui/locale";
import { formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

const SECTIONS = [
  { key: "dashboard", name: "Dashboard", href: paths.dashboard() },
  { key: "regions", name: "Regions", href: paths.regions() },
  { key: "metrics", name: "Metrics", href: paths.metrics() },
  { key: "compare", name: "Compare", href: paths.compare() },
  { key: "sources", name: "Sources", href: paths.sources() },
  { key: "disagreements", name: "Disagreements", href: paths.disagreements() },
  { key: "method", name: "Method", href: paths.method() },
] as const;

export type Section = (typeof SECTIONS)[number]["key"];

/** What every page stands in: skip link, header with the current section marked, main content, footer. */
export function SiteFrame({
  section = null,
  query = "",
  below = null,
  asOf = null,
  disagreements = null,
  person = null,
  children,
}: {
  readonly section?: Section | null;
  readonly query?: string;
  /** What stands between the header and the content. */
  readonly below?: ReactNode;
  /** The day that the page is shown of, and the address of the same page today; null where that is what is shown. */
  readonly asOf?: { readonly day: string; readonly today: string } | null;
  /** How many things sources differ about, said in the navigation; null where it is not. */
  readonly disagreements?: number | null;
  /** Who is signed in, at the end of the header. */
  readonly person?: ReactNode;
  readonly children: ReactNode;
}) {
  const file = asOf === null ? {} : { "as-of": asOf.day };
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="site">
        <div className="wrap">
          <a className="brand" href={paths.dashboard()}>
            Footnote<sup>1</sup>
          </a>
          <nav aria-label="Main">
            {SECTIONS.map(({ key, name, href }) => (
              <a key={key} href={href} aria-current={key === section ? "page" : undefined}>
                {name}
                {key === "disagreements" && disagreements !== null ? (
                  <small> {formatCount(disagreements, LOCALE)}</small>
                ) : null}
              </a>
            ))}
          </nav>
          <SearchBox query={query} />
          <select id="theme" className="theme" aria-label="Theme" autoComplete="off">
            <option value="system">System theme</option>
            <option value="light">Light theme</option>
            <option value="dark">Dark theme</option>
          </select>
          {person}
        </div>
      </header>
      {below}
      {asOf === null ? null : <AsOfBar {...asOf} />}
      {person === null ? (
        // Filled by the reader script where somebody is signed in: the page itself is the same for everybody.
        <nav
          id="edit-bar"
          className="edit-bar wrap"
          aria-label="Editing"
          hidden
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: empty, so that the framework leaves what the script puts in
          dangerouslySetInnerHTML={{ __html: "" }}
        />
      ) : null}
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <footer className="site">
        <div className="wrap">
          <p>
            Every figure is shown as its source worded it. <a href={paths.method()}>How to read it</a>.{" "}
            <a href={paths.corrections()}>Corrections</a>. Data: <a href={paths.figuresFile("csv", file)}>CSV</a> ·{" "}
            <a href={paths.figuresFile("json", file)}>JSON</a> · <a href={paths.apiReference()}>API</a>
            {person === null ? (
              <span id="sign-in" suppressHydrationWarning>
                . <a href={paths.login()}>Sign in to edit</a>
              </span>
            ) : null}
          </p>
          {/* The reader's script writes here, at times before React has woken: a text of React's own, empty, that it then lets stand. */}
          <p id="said" className="said" role="status" suppressHydrationWarning>
            {""}
          </p>
        </div>
      </footer>
    </>
  );
}
