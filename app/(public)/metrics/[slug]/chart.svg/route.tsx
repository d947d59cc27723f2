import { titledMetricSpec } from "@/components/metric/metric-spec";
import { ChartPicture } from "@/components/pictures/chart-picture";
import { noPicture, svgResponse } from "@/components/pictures/svg-response";
import { findMetric } from "@/lib/data/public/metrics";
import { readOrigin } from "@/lib/data/public/origin";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { paths } from "@/lib/paths";
import { listOf } from "@/lib/schemas/compare-view";
import { parseAsOf } from "@/lib/schemas/page-view";
import { parseTheme } from "@/lib/schemas/reuse/look";
import { parseYears } from "@/lib/schemas/view";

interface Context {
  readonly params: Promise<{ readonly slug: string }>;
}

/** The chart of a metric's page as a picture, with the regions and years of its address. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const { searchParams } = new URL(request.url);
  const asked = { ...Object.fromEntries(searchParams), region: searchParams.getAll("region") };
  const { knownOn, problem } = await readAskedDay(parseAsOf(asked));
  if (problem !== null) return noPicture(problem, 400);
  const [regions, years] = [listOf(asked.region), parseYears(asked)];
  const view = await findMetric(slug, { regions, ...years, page: 1 }, knownOn);
  if (view === null) return noPicture("There is no such metric.");
  const { site, today } = readOrigin();
  const { asOf } = view;
  const page = paths.metric(slug, { region: regions, from: years.fromYear, to: years.toYear, asOf });
  const look = {
    theme: parseTheme(asked) ?? "light",
    address: new URL(page, site).href,
    drawnOn: today,
    asOf,
  } as const;
  const spec = titledMetricSpec(view);
  return svgResponse((notDrawn) => <ChartPicture spec={spec} {...look} notDrawn={notDrawn} />, site);
}
