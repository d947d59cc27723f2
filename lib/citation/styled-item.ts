import { type CslItem, type CslName, cslItem } from "@/lib/citation/formats";
import type { SourceRef } from "@/lib/figures/figure";

/** Styles that references are written in, by their names in the Citation Style Language, in the order in which they are offered. */
export const REFERENCE_STYLES = [
  { key: "apa", name: "APA 7", file: "apa" },
  { key: "mla", name: "MLA 9", file: "modern-language-association" },
  { key: "chicago", name: "Chicago 17", file: "chicago-author-date" },
  { key: "gbt7714", name: "GB/T 7714", file: "china-national-standard-gb-t-7714-2015-numeric" },
] as const;
export type ReferenceStyle = (typeof REFERENCE_STYLES)[number]["key"];

/** The language that a style speaks of a source: GB/T 7714 that of the source (“等” or “et al.”), the others English. */
export function localeOf(style: ReferenceStyle, { language }: Pick<SourceRef, "language">): "en-US" | "zh-CN" {
  return style === "gbt7714" && (language === "zh" || language === "ja") ? "zh-CN" : "en-US";
}

/**
 * A source as a style has to be told of it, where its guide asks for what the record does not say by itself
 * (docs/decisions/0030-references-by-a-processor.md). `id` is of no meaning to it.
 */
export function styledItem(source: SourceRef, style: ReferenceStyle): Omit<CslItem, "id"> {
  const told = withoutMarkup(source);
  const { id: _, publisher: __, "container-title": ___, ...item } = cslItem(told);
  const signed = item.author?.map((name) => wholeName(name, style));
  const publisher = wholeName({ literal: told.publisher }, style);
  const container = { "container-title": asItIs(told.publisher) };
  if (source.type.startsWith("article-")) {
    // An unsigned article stands under its newspaper, its day set apart (Chicago 15.49).
    if (style === "chicago" && !signed) return { ...item, type: "webpage", author: [publisher] };
    return { ...item, ...container, ...(signed ? { author: signed } : {}) };
  }
  // Whoever publishes something unsigned is its author, and is not named again; MLA has the title first.
  const author = signed ?? (style === "mla" ? null : [publisher]);
  const isNamed = !signed && author !== null;
  const by = isNamed ? {} : { publisher: told.publisher };
  const whole = { ...item, ...(author ? { author } : {}) };
  switch (source.type) {
    case "report":
      return { ...whole, ...by, type: style === "chicago" ? "book" : "report" };
    case "dataset":
      return { ...whole, ...by, ...(style === "apa" ? { genre: "Data set" } : {}) };
    default: {
      const genre = source.kind === "press-release" ? { genre: "Press release" } : {};
      return { ...whole, ...(isNamed ? {} : container), ...genre, type: "webpage" };
    }
  }
}

/** A name that the processor leaves as it was recorded: small words stay where they are, an institution is not spelled in capitals. */
function wholeName(name: CslName, style: ReferenceStyle): CslName {
  if ("literal" in name) {
    return style === "gbt7714" ? { literal: asItIs(name.literal) } : name;
  }
  return /^\p{Ll}/u.test(name.family) ? { ...name, family: `"${name.family}"` } : name;
}

/** Stands for "<" in an item, since the processor reads tags in texts; of the Private Use Area of Unicode. */
export const LESS = "\uE000";

function withoutMarkup(source: SourceRef): SourceRef {
  const plain = (text: string) => text.replaceAll("<", LESS);
  const { title, publisher, authors, url } = source;
  return {
    ...source,
    ...{ title: plain(title), publisher: plain(publisher), authors: authors && plain(authors), url: plain(url) },
  };
}

/** A name whose capitals no style changes. */
function asItIs(name: string): string {
  return `<span class="nocase">${name}</span>`;
}
