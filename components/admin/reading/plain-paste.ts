/** Elements that end a paragraph. */
const BLOCKS = "p,div,li,h1,h2,h3,h4,h5,h6,blockquote,tr,section,article,figcaption,header,footer,td,dd,dt,pre";
/** What is never part of an article's text. */
const UNREAD = "script,style,noscript,template,iframe,svg,nav,form,button,head";

/** The text of pasted HTML, its paragraphs parted by blank lines. Nothing of it is run or loaded: an inert document is read. */
export function plainOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll(UNREAD)) element.remove();
  for (const line of page.querySelectorAll("br")) line.replaceWith("\n");
  for (const block of page.querySelectorAll(BLOCKS)) block.append("\n\n");
  return (page.body.textContent ?? "")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** Text that looks like HTML source, pasted as text. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|article|html|body|span|h[1-6])\b[^>]{0,200}>/i.test(text.slice(0, 5000));
}
