/** The way to the other pages of a list. Nothing when there is only one. */
export function Pager({
  number,
  pages,
  href,
}: {
  readonly number: number;
  readonly pages: number;
  readonly href: (number: number) => string;
}) {
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label="Pages of the list">
      {number > 1 ? <a href={href(number - 1)}>Previous</a> : null}
      <span>
        Page {number} of {pages}
      </span>
      {number < pages ? <a href={href(number + 1)}>Next</a> : null}
    </nav>
  );
}
