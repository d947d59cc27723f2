import { VERDICTS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { casesThatDiffer } from "@/lib/figures/claims/claims";
import type { Figure } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { claimsText } from "@/lib/format/verdict-text";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** What a figure and others say of the same, leading to all of them, of the day `asOf` (null: today); nothing where it stands alone. */
export function ClaimsTag({ figure: { id, claims }, asOf }: { readonly figure: Figure; readonly asOf: string | null }) {
  const text = claims ? claimsText(claims, LOCALE) : null;
  return claims && text !== null ? (
    <a className={`tag ${VERDICTS[claims.kind].tone}`} href={paths.claims(id, { asOf })}>
      {text}
    </a>
  ) : null;
}

/** Cases named below a chart; its table marks all of them. */
const MOST_NAMED = 3;

/** Where sources differ about what a chart draws, each case leading to what they say. */
export function ChartClaims({ figures, asOf }: { readonly figures: readonly Figure[]; readonly asOf: string | null }) {
  const cases = casesThatDiffer(figures);
  if (cases.length === 0) return null;
  const further = cases.length - MOST_NAMED;
  return (
    <p className="chart-note tags">
      {cases.slice(0, MOST_NAMED).map((figure) => (
        <a key={figure.id} className="tag alert" href={paths.claims(figure.id, { asOf })}>
          Claims differ: {figure.organisation?.name ?? figure.region.name}, {periodText(figure, LOCALE, edtfShort)}
        </a>
      ))}
      {further > 0 ? `and ${countText(further, "more case", "more cases", LOCALE)}, marked in the table` : ""}
    </p>
  );
}
