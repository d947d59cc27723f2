import { paths } from "@/lib/paths";

interface Props {
  /** Local address of the page, with what its view asks for. */
  readonly of: string;
  /** A local address as other sites write it. */
  readonly at: (address: string) => string;
  /** Whether other sites can embed it: a chart, a metric, a figure. */
  readonly isEmbeddable?: boolean;
}

/** At the end of a page: the ways to take it along; and for other sites the card to show it by, and what tells how to embed it. */
export function TakeAlong({ of, at, isEmbeddable = false }: Props) {
  const reuse = paths.reuse(of);
  return (
    <>
      <meta property="og:image" content={at(paths.card(of))} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      {isEmbeddable ? (
        <link rel="alternate" type="application/json+oembed" href={at(paths.oembed(at(of)))} title="Embed this page" />
      ) : null}
      <p className="take">
        Take it along: <a href={`${reuse}#cite`}>cite</a>, <a href={`${reuse}#download`}>download</a>
        {isEmbeddable ? (
          <>
            , <a href={`${reuse}#embed`}>embed</a>
          </>
        ) : null}
      </p>
    </>
  );
}
