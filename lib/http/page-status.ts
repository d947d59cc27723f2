/** Metadata by which the page of a withdrawn record says so: the proxy answers it with 410, and search engines leave it out. */
export const GONE = { robots: { index: false }, other: { status: "410" } } as const;

/** The same for an address that asks for what makes no sense: 400. */
export const ASKED_WRONGLY = { robots: { index: false }, other: { status: "400" } } as const;

const SAYS_STATUS = /<meta name="status" content="(400|410)"\/>/;

/**
 * The status of a rendered page. The framework gives 200 or 404; the page of a record that was withdrawn says in its metadata that
 * it is gone (410), and one that was asked for wrongly says that (400). Text of records cannot say so: it is escaped.
 */
export function statusOfPage(rendered: number, html: string): number {
  const said = rendered === 200 ? SAYS_STATUS.exec(html)?.[1] : undefined;
  return said === undefined ? rendered : Number(said);
}
