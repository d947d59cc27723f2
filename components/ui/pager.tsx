import { formatCount } from "@/lib/format/words";

/** "101–200 of 240": which figures a page of a list holds. */
export function rangeText(
  { before, total, figures }: { readonly before: number; readonly total: number; readonly figures: readonly unknown[] },
  locale: string,
): string {
  const count = (value: number) => formatCount(value, locale);
  return `${count(before + 1)}–${count(before + figures.length)} of ${count(total)}`;
}

/** The way to the other pages of a list. Nothing when there is only one. */
export function Pager({
  number,
  pages,
  isCut = false,
  href,
}: {
  readonly number: number;
  readonly pages: number;
  /** Whether the list has more than its pages hold. */
  readonly isCut?: boolean;
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
      {isCut && number === pages ? <span>The list ends here: its file has all figures.</span> : null}
    </nav>
  );
}
