/** How the page of a withdrawn record says so in its head (Next: metadata.other). */
const GONE = '<meta name="status" content="410"/>';

/**
 * The status of a rendered page. The framework gives 200 or 404; the page of a record that was withdrawn says in its metadata that
 * it is gone (410). Text of records cannot say so: it is escaped.
 */
export function statusOfPage(rendered: number, html: string): number {
  return rendered === 200 && html.includes(GONE) ? 410 : rendered;
}
