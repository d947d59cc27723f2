import type { Citation } from "@/lib/figures/figure";

/** A letter or digit of a script that writes words apart; a word of it is matched whole or not at all. */
const LETTER = "(?:(?!\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana})[\\p{L}\\p{M}\\p{N}])";
const APOSTROPHE = "['’‘ʼ`´′＇]";
/**
 * What a page may print differently from the phrase we keep, or not at all: a word with an apostrophe in it, quotation marks,
 * dashes, and what stands for words left out or put in.
 */
const UNSURE = new RegExp(
  `${LETTER}+(?:${APOSTROPHE}${LETTER}+)+|${APOSTROPHE}|["“”„‟‚‛«»‹›「」『』﹁﹂﹃﹄〝〞〟＂″–—―‒−]|…|\\[[^\\]]*\\]`,
  "gu",
);
/** Punctuation that may stand on either side of a quotation mark. */
const LOOSE = "[\\s,;:.!?，；：。！？、]+";
const LOOSE_START = new RegExp(`^${LOOSE}`, "u");
const LOOSE_END = new RegExp(`${LOOSE}$`, "u");

/** A part of a text directive: everything that has a meaning there is percent-encoded, the dash too. */
function encodePart(text: string): string {
  return encodeURIComponent(text).replace(/-/g, "%2D");
}

/** The stretches of a text that every page prints alike, in order; what was cut beside one is trimmed. */
function surePieces(text: string): readonly string[] {
  const pieces = text.trim().replace(/\s+/gu, " ").split(UNSURE);
  return pieces.map((piece, index) => {
    const opened = index === 0 ? piece.trimStart() : piece.replace(LOOSE_START, "");
    return index === pieces.length - 1 ? opened.trimEnd() : opened.replace(LOOSE_END, "");
  });
}

/** Whether a piece stands for itself: a number, several words, or four signs of Chinese. One word alone may stand anywhere. */
function isTelling(piece: string): boolean {
  return /\p{N}|\S\s\S|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(piece);
}

/**
 * The text directive (WICG scroll-to-text-fragment) that finds a phrase, without "#:~:". What pages print in many shapes is not
 * matched: the phrase is given as a range around it, from its first telling piece to its last. `prefix` and `suffix` frame it as
 * far as they adjoin what is matched. Null when nothing certain is left; a single sign counts only with a frame.
 */
export function textDirective(phrase: string, prefix: string | null, suffix: string | null): string | null {
  const pieces = surePieces(phrase);
  const filled = pieces.filter((piece) => piece !== "");
  const start = Math.max(0, filled.findIndex(isTelling));
  const first = filled[start];
  const last = filled.at(-1);
  if (first === undefined || last === undefined) return null;
  const before = first === pieces[0] ? (surePieces(prefix ?? "").at(-1) ?? "") : "";
  const after = last === pieces.at(-1) ? (surePieces(suffix ?? "")[0] ?? "") : "";
  const isOne = start === filled.length - 1;
  if (isOne && first.length === 1 && before === "" && after === "") return null;
  return [
    `text=${before === "" ? "" : `${encodePart(before)}-,`}${encodePart(first)}`,
    ...(isOne ? [] : [encodePart(last)]),
    ...(after === "" ? [] : [`-${encodePart(after)}`]),
  ].join(",");
}

/**
 * Address of the original at the very phrase, or of the page alone where no phrase is known. A fragment that the page has is kept,
 * but for a directive of its own.
 */
export function phraseUrl(
  citation: Pick<Citation, "phrase" | "prefix" | "suffix"> & { source: { url: string } },
): string {
  const { url } = citation.source;
  if (citation.phrase === null) return url;
  const directive = textDirective(citation.phrase, citation.prefix, citation.suffix);
  if (directive === null) return url;
  const page = url.replace(/#?:~:.*$/s, "");
  return `${page}${page.includes("#") ? "" : "#"}:~:${directive}`;
}
