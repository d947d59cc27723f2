import type { Citation } from "@/lib/figures/figure";

/** Characters that a page may print differently from the phrase we keep (straight against curly quotes). */
const UNSURE = /\S*['"’‘“”]\S*/u;

/** A part of a text directive: everything that has a meaning there is percent-encoded, the dash too. */
function encodePart(text: string): string {
  return encodeURIComponent(text).replace(/-/g, "%2D");
}

/**
 * The text directive (WICG scroll-to-text-fragment) that finds a phrase, without "#:~:". Quotation marks and apostrophes are
 * not matched, because pages print them in many shapes: the phrase is given as a range around them. Null when nothing certain is left.
 */
export function textDirective(phrase: string, prefix: string | null, suffix: string | null): string | null {
  const sure = phrase.trim().replace(/\s+/gu, " ");
  const parts = sure.split(new RegExp(UNSURE, "gu")).map((part) => part.trim());
  const filled = parts.filter((part) => part.length > 1);
  const first = filled[0];
  const last = filled.at(-1);
  if (first === undefined || last === undefined) return null;
  const range = filled.length === 1 ? encodePart(first) : `${encodePart(first)},${encodePart(last)}`;
  const before = prefix === null || UNSURE.test(prefix) ? "" : `${encodePart(prefix.trim())}-,`;
  const after = suffix === null || UNSURE.test(suffix) ? "" : `,-${encodePart(suffix.trim())}`;
  return `text=${before}${range}${after}`;
}

/** Address of the original at the very phrase, or of the page alone where no phrase is known. Keeps a fragment the page already has. */
export function phraseUrl(
  citation: Pick<Citation, "phrase" | "prefix" | "suffix"> & { source: { url: string } },
): string {
  const { url } = citation.source;
  if (citation.phrase === null) return url;
  const directive = textDirective(citation.phrase, citation.prefix, citation.suffix);
  if (directive === null) return url;
  return `${url}${url.includes("#") ? "" : "#"}:~:${directive}`;
}
