/** Elements that are paragraphs of their own. */
const BLOCKS =
  "p,div,li,h1,h2,h3,h4,h5,h6,blockquote,tr,section,article,main,figcaption,caption,header,footer,dd,dt,pre";
/** What is never part of an article's text. */
const UNREAD = "script,style,noscript,template,iframe,svg,nav,form,button,head";
/** Ends of paragraphs and of lines while the text is gathered: no page has these characters. */
const [PARAGRAPH, LINE] = ["\u2029", "\u2028"];

/** The text of pasted HTML, its paragraphs parted by blank lines. Nothing of it is run or loaded: an inert document is read. */
export function plainOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll(UNREAD)) element.remove();
  for (const line of page.querySelectorAll("br")) line.replaceWith(LINE);
  // The cells of a row are read together: what is counted stands in one, the number in the next.
  for (const cell of page.querySelectorAll("td,th")) cell.append(" ");
  for (const block of page.querySelectorAll(BLOCKS)) {
    block.prepend(PARAGRAPH);
    block.append(PARAGRAPH);
  }
  return (page.body.textContent ?? "")
    .replaceAll(/[^\S\u2028\u2029]+/g, " ")
    .split(/\u2029|\u2028\s*\u2028/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** Text that looks like HTML source. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|article|html|body|span|h[1-6]|br|table|ul|ol)\b[^<>]{0,200}>/i.test(text.slice(0, 5000));
}
