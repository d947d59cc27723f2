/** What takes no room: soft hyphens, zero-width spaces and joiners, marks of direction, variation selectors, a byte order mark. */
const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/g;

/**
 * Text as it is seen: invisible characters are dropped, full-width letters, digits and marks become plain, every kind of space and
 * line end is a plain space. Superscripts and circled digits stay what they are: they are marks, not digits.
 */
export function visibleText(text: string): string {
  // Most text by far, which nothing of this is in.
  if (/^[ -~]*$/.test(text)) return text.trim();
  return text
    .replace(INVISIBLE, "")
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\ufe63/g, "-")
    .replace(/\r\n|\s/g, " ")
    .trim();
}
