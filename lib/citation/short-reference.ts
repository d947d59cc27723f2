import { locatorText } from "@/lib/citation/locator";
import type { Citation, SourceRef } from "@/lib/figures/figure";
import { edtfShort } from "@/lib/format/period";

/** A publisher without the remark in brackets that tells who republished it. */
export function publisherName(source: Pick<SourceRef, "publisher">): string {
  return source.publisher.replace(/ \([^)]*\)$/, "");
}

/** "China Daily, 28 Feb 2019, para. 5", as far as known. */
export function shortReference({ source, locator }: Pick<Citation, "source" | "locator">, locale: string): string {
  const date = source.published === null ? "no date" : edtfShort(source.published, locale);
  return [publisherName(source), date, locatorText(locator)].filter((part) => part !== null).join(", ");
}

/** A whole source in one line: "China Daily, 28 Feb 2019: “Big data looms large in Guizhou”, http://…". */
export function sourceReference(source: SourceRef, locale: string): string {
  return `${shortReference({ source, locator: null }, locale)}: “${source.title}”, ${source.url}`;
}
