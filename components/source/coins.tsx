import { coinsTitle } from "@/lib/citation/embedded/coins";
import type { SourceRef } from "@/lib/figures/figure";

/** A source as reference managers find it in a page (COinS): shows nothing. */
export function Coins({ source }: { readonly source: SourceRef }) {
  return <span className="Z3988" title={coinsTitle(source)} aria-hidden="true" />;
}
