/** Metadata by which the page of a withdrawn record says so: the proxy answers it with 410, and search engines leave it out. */
export const GONE = { robots: { index: false }, other: { status: "410" } } as const;

const SAYS_GONE = '<meta name="status" content="410"/>';

/**
 * The status of a rendered page. The framework gives 200 or 404; the page of a record that was withdrawn says in its metadata that
 * it is gone (410). Text of records cannot say so: it is escaped.
 */
export function statusOfPage(rendered: number, html: string): number {
  return rendered === 200 && html.includes(SAYS_GONE) ? 410 : rendered;
}
