/** The superscript number of a source, which leads to its place in the page's list. */
export function NumberLink({ number }: { readonly number: number }) {
  return (
    <a className="n" href={`#source-${number}`} aria-label={`Source ${number}`}>
      {number}
    </a>
  );
}
