import { formatCount } from "@/lib/format/words";

/** "101–200 of 240": which figures a page of a list holds. */
export function rangeText(
  page: {
    readonly number: number;
    readonly pages: number;
    readonly total: number;
    readonly figures: readonly unknown[];
  },
  locale: string,
): string {
  const before =
    page.number === page.pages ? page.total - page.figures.length : (page.number - 1) * page.figures.length;
  const count = (value: number) => formatCount(value, locale);
  return `${count(before + 1)}–${count(before + page.figures.length)} of ${count(page.total)}`;
}

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
