import * as cards from "@/components/pictures/cards";
import { findChart } from "@/lib/data/public/charts";
import { readCompare } from "@/lib/data/public/compare/compare";
import { readChoices, readDashboard } from "@/lib/data/public/dashboard";
import { listDisagreements } from "@/lib/data/public/disagreements";
import { findMetric } from "@/lib/data/public/metrics";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findRegion } from "@/lib/data/public/region-page";
import { findFrozenFigure } from "@/lib/data/public/reuse/frozen-figure";
import { findSource } from "@/lib/data/public/source-page";
import { parseCompare } from "@/lib/schemas/compare-view";
import { parseMetricView } from "@/lib/schemas/metric-view";
import { parseAsOf, parseDisagreements } from "@/lib/schemas/page-view";
import type { ReuseSubject } from "@/lib/schemas/reuse/subject";
import { parseView, settleView } from "@/lib/schemas/view";

/** What the card of a page says, read as the page itself is; null where there is no such page. */
export async function readCard({ kind, key, parameters }: ReuseSubject): Promise<cards.Card | null> {
  const { knownOn, problem } = await readAskedDay(parseAsOf(parameters));
  if (problem !== null) return null;
  const asOf = knownOn?.date ?? null;
  switch (kind) {
    case "figure": {
      const { figure } = await findFrozenFigure(key, asOf, null);
      return figure && cards.cardOfFigure(figure, asOf);
    }
    case "metric": {
      const view = await findMetric(key, parseMetricView(parameters), knownOn);
      return view && cards.cardOfMetric(view);
    }
    case "region": {
      const view = await findRegion(key, knownOn);
      return view && cards.cardOfRegion(view);
    }
    case "source": {
      const view = await findSource(key, 1);
      return view && cards.cardOfSource(view);
    }
    case "chart": {
      const spec = await findChart(key, knownOn);
      return spec && cards.cardOfChart(spec, asOf);
    }
    case "dashboard": {
      const choices = await readChoices();
      return cards.cardOfDashboard(await readDashboard(settleView(parseView(parameters), choices), choices, knownOn));
    }
    case "compare": {
      const view = await readCompare(parseCompare(parameters));
      return view.metrics.length === 0 ? cards.cardOfSite() : cards.cardOfComparison(view);
    }
    case "disagreements":
      return cards.cardOfDisagreements((await listDisagreements(parseDisagreements(parameters))).total);
    case "search":
      return cards.cardOfSite();
  }
}
