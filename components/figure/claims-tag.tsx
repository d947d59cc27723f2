import { VERDICTS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { claimKey } from "@/lib/figures/claims/verdict";
import type { Figure } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { claimsText } from "@/lib/format/verdict-text";
import { countText } from "@/lib/format/words";
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

/** Cases named below a chart; its table marks all of them. */
const MOST_NAMED = 3;

/** Where sources differ about what a chart draws, each case leading to what they say. */
export function ChartClaims({ figures }: { readonly figures: readonly Figure[] }) {
  const differing = figures.filter(({ claims }) => claims?.kind === "differ");
  const cases = [...new Map(differing.map((figure) => [claimKey(figure), figure])).values()];
  if (cases.length === 0) return null;
  const further = cases.length - MOST_NAMED;
  return (
    <p className="chart-note tags">
      {cases.slice(0, MOST_NAMED).map((figure) => (
        <a key={figure.id} className="tag alert" href={paths.claims(figure.id)}>
          Claims differ: {figure.organisation?.name ?? figure.region.name}, {periodText(figure, LOCALE, edtfShort)}
        </a>
      ))}
      {further > 0 ? `and ${countText(further, "more case", "more cases", LOCALE)}, marked in the table` : ""}
    </p>
  );
}
