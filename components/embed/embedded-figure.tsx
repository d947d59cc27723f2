import { FigureTags } from "@/components/figure/figure-card";
import { Quotes } from "@/components/figure/quote";
import { BigFigure } from "@/components/figure/worded-figure";
import { LOCALE } from "@/components/ui/locale";
import type { Figure } from "@/lib/figures/figure";
import { periodText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

/** One figure with its wording, what it is about, and the words of its sources. */
export function EmbeddedFigure({ figure }: { readonly figure: Figure }) {
  const { metric, region, organisation } = figure;
  const about = [organisation?.name, region.name, periodText(figure, LOCALE)].filter(Boolean).join(", ");
  return (
    <section className="card statement" aria-label="The figure">
      <h1>
        <a href={paths.figure(figure.id)}>{metric.name}</a>
      </h1>
      <p className="meta">{about}</p>
      <BigFigure figure={figure} linked={false} />
      <p className="tags">
        <FigureTags figure={figure} isNewest />
      </p>
      <Quotes citations={figure.citations} />
    </section>
  );
}
