import { VERDICTS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { Figure } from "@/lib/figures/figure";
import { claimsText } from "@/lib/format/verdict-text";
import { paths } from "@/lib/paths";

/** What a figure and others say of the same, leading to all of them; nothing where it stands alone. */
export function ClaimsTag({ figure: { id, claims } }: { readonly figure: Figure }) {
  const text = claims ? claimsText(claims, LOCALE) : null;
  return claims && text !== null ? (
    <a className={`tag ${VERDICTS[claims.kind].tone}`} href={paths.claims(id)}>
      {text}
    </a>
  ) : null;
}
