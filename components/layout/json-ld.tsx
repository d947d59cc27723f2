import { jsonLdText, type LinkedData } from "@/lib/linked-data/linked-data";

/** What a page is about, for programs (JSON-LD): data, which no policy lets run. */
export function JsonLd({ data }: { readonly data: LinkedData }) {
  return <script type="application/ld+json">{jsonLdText(data)}</script>;
}
