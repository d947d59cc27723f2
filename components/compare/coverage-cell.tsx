import { LOCALE } from "@/components/ui/locale";
import { casesThatDiffer } from "@/lib/figures/claims/claims";
import type { CompareCell } from "@/lib/figures/compare/compare-view";
import { type Counted, type Coverage, coverageOf } from "@/lib/figures/compare/coverage";
import type { Figure } from "@/lib/figures/figure";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** What each mark stands for. */
const KEY: readonly (readonly [Coverage, string])[] = [
  ["one", "one figure"],
  ["several", "several"],
  ["differ", "several, sources differ"],
  ["target", "only targets"],
  ["none", "none"],
];

/** The marks with what they stand for. */
export function CoverageKey() {
  return (
    <ul className="chart-key">
      {KEY.map(([coverage, words]) => (
        <li key={coverage}>
          <CoverageMark coverage={coverage} />
          {words}
        </li>
      ))}
    </ul>
  );
}

/** What there is of one metric in one region, leading there: to its one figure, to what sources differ about, or to all figures. */
export function CoverageCell({
  cell,
  figures,
  counted,
  year,
  asOf,
  hasWords,
}: {
  readonly cell: Pick<CompareCell, "metric" | "region">;
  /** Those that were read. */
  readonly figures: readonly Figure[];
  readonly counted: Counted;
  readonly year: number | null;
  readonly asOf: string | null;
  /** Whether its words are to be seen beside the mark. */
  readonly hasWords: boolean;
}) {
  const coverage = coverageOf(counted);
  const words = wordsOf(coverage, counted);
  const content = (
    <>
      <CoverageMark coverage={coverage} /> {hasWords ? words : <span className="hidden">{words}</span>}
    </>
  );
  const [first] = figures;
  if (first === undefined) return <span className="meta">{content}</span>;
  const query = { region: [cell.region], from: year, to: year, asOf };
  const [differing, ...further] = casesThatDiffer(figures.filter(({ outlook }) => outlook === "outcome"));
  const all = figures.length === 1 ? paths.figure(first.id, { asOf }) : paths.metric(cell.metric, query);
  const claims = differing && further.length === 0 ? paths.claims(differing.id, { asOf }) : null;
  const href = coverage === "differ" ? (claims ?? paths.differing(cell.metric, query)) : all;
  return <a href={href}>{content}</a>;
}

function wordsOf(coverage: Coverage, { outcomes, targets }: Counted): string {
  const figures = countText(outcomes, "figure", "figures", LOCALE);
  const words = { one: figures, several: figures, differ: `${figures}, sources differ`, none: "none" } as const;
  return coverage === "target" ? countText(targets, "target", "targets", LOCALE) : words[coverage];
}

/** One dot, two, two with a stroke between them, a hollow dashed one, a dash: told apart without colour. */
function CoverageMark({ coverage }: { readonly coverage: Coverage }) {
  return (
    <svg className="chart-glyph chart-s1" width={22} height={14} aria-hidden="true">
      <g className={coverage === "target" ? "chart-mark is-target" : "chart-mark"}>
        {coverage === "none" ? <path className="chart-span" d="M7 7H15" /> : null}
        {coverage === "one" ? <circle cx={11} cy={7} r={4} /> : null}
        {coverage === "target" ? <circle className="is-hollow" cx={11} cy={7} r={4.5} /> : null}
        {coverage === "several" ? (
          <>
            <circle cx={5} cy={7} r={4} />
            <circle cx={16} cy={7} r={4} />
          </>
        ) : null}
        {coverage === "differ" ? (
          <>
            <circle cx={4} cy={10} r={3.5} />
            <circle cx={18} cy={4} r={3.5} />
            <path className="chart-span" d="M7 1.5 15 12.5" />
          </>
        ) : null}
      </g>
    </svg>
  );
}
