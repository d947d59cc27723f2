import { ClaimsStrip } from "@/components/figure/claims-strip";
import { LOCALE } from "@/components/ui/locale";
import { groupClaims, lowestAndHighest } from "@/lib/figures/claims/claims";
import type { Figure } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Cases of differing claims that are shown, and claims of each. */
const MOST_STRIPS = 3;
const MOST_IN_STRIP = 20;
/** Where they are on the page (see lib/paths.ts). */
const PLACE = "differ";

/** Where sources differ about what the chart is given, on the day `asOf` (null: today): all that they say, a strip for each. */
export function WhereSourcesDiffer({
  series,
  asOf,
}: {
  readonly series: readonly Figure[];
  readonly asOf: string | null;
}) {
  const groups = groupClaims(series).filter(([figure]) => figure?.claims?.kind === "differ");
  if (groups.length === 0) return null;
  return (
    <section id={PLACE}>
      <h2>
        Where sources differ{" "}
        {groups.length > MOST_STRIPS ? (
          <small>
            {MOST_STRIPS} of <a href={paths.disagreements()}>{countText(groups.length, "case", "cases", LOCALE)}</a>
          </small>
        ) : null}
      </h2>
      {groups.slice(0, MOST_STRIPS).map((group) => {
        const figures = lowestAndHighest(
          [...group].sort((a, b) => a.value - b.value),
          MOST_IN_STRIP,
        );
        const [first] = figures;
        if (!first?.claims) return null;
        const whose = first.organisation?.name ?? first.region.name;
        return (
          <ClaimsStrip
            key={first.id}
            claims={{ figures, together: first.claims }}
            asOf={asOf}
            about={`${whose}, ${periodText(first, LOCALE, edtfShort)}`}
          />
        );
      })}
    </section>
  );
}
