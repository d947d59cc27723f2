import { ClaimsStrip } from "@/components/figure/claims-strip";
import { FigureTags } from "@/components/figure/figure-card";
import { FigureFacts } from "@/components/figure/figure-facts";
import { FigureHistory } from "@/components/figure/figure-history";
import { OtherClaims } from "@/components/figure/other-claims";
import { Quotes } from "@/components/figure/quote";
import { BigFigure } from "@/components/figure/worded-figure";
import { AsOfForm } from "@/components/layout/as-of-bar";
import { CiteSection } from "@/components/reuse/cite-section";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LOCALE } from "@/components/ui/locale";
import type { Citable } from "@/lib/citation/citable";
import { countOrigins } from "@/lib/figures/claims/claims";
import type { Figure } from "@/lib/figures/figure";
import type { FigureView } from "@/lib/figures/view-models";
import { periodText } from "@/lib/format/period";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** The permanent address of one figure; `asOf` is the day it is shown of, null for today. */
export function FigurePage({
  view,
  citable,
  asOf = null,
}: {
  readonly view: FigureView;
  readonly citable: Citable | null;
  readonly asOf?: string | null;
}) {
  const { figure, claims, others, othersInAll, history } = view;
  const { metric, region, organisation } = figure;
  const told = new Set(claims?.figures.map(({ id }) => id).filter((id) => id !== figure.id));
  return (
    <>
      <Breadcrumb
        steps={[
          { name: "Metrics", href: paths.metrics() },
          { name: metric.name, href: paths.metric(metric.slug, { region: [region.code], asOf }) },
        ]}
      />
      <h1>{metric.name}</h1>
      <p className="lede">
        {organisation === null ? "" : `${organisation.name}, `}
        <a href={paths.region(region.code, { asOf })}>{region.name}</a>, {periodText(figure, LOCALE)}
      </p>
      <div className="beside">
        <section className="card statement" aria-label="The figure">
          <BigFigure figure={figure} linked={false} />
          <p className="tags">
            <FigureTags figure={figure} isNewest asOf={asOf} />
          </p>
          <Quotes citations={figure.citations} />
          <Origins figure={figure} />
        </section>
        <FigureFacts figure={figure} />
      </div>
      {claims === null ? null : <ClaimsStrip claims={claims} own={figure.id} asOf={asOf} />}
      <OtherClaims
        figure={figure}
        others={others.filter(({ id }) => !told.has(id))}
        inAll={othersInAll - told.size}
        asOf={asOf}
      />
      <AsOfForm action={paths.figure(figure.id)} day={asOf} />
      <div className="pair">
        <section>
          <h2>Cite it</h2>
          {citable === null ? null : <CiteSection citable={citable} />}
        </section>
        <FigureHistory history={history} />
      </div>
    </>
  );
}

function Origins({ figure }: { readonly figure: Figure }) {
  const { sources, origins } = countOrigins([figure]);
  if (sources < 2) return null;
  return (
    <p className="meta">
      {countText(sources, "source", "sources", LOCALE)}, {countText(origins, "origin", "origins", LOCALE)}
    </p>
  );
}
