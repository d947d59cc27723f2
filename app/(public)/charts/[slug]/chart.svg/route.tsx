import { ChartPicture } from "@/components/pictures/chart-picture";
import { noPicture, svgResponse } from "@/components/pictures/svg-response";
import { findChart } from "@/lib/data/public/charts";
import { readOrigin } from "@/lib/data/public/origin";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import { parseTheme } from "@/lib/schemas/reuse/look";

interface Context {
  readonly params: Promise<{ readonly slug: string }>;
}

/** A chart as a picture; the proxy puts its letters in, or makes it a PNG. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { knownOn, problem } = await readAskedDay(parseAsOf(asked));
  if (problem !== null) return noPicture(problem, 400);
  const spec = await findChart(slug, knownOn);
  if (spec === null) return noPicture("There is no such chart.");
  const { site, today } = readOrigin();
  const asOf = knownOn?.date ?? null;
  const address = new URL(paths.chart(slug, { asOf }), site).href;
  const look = { theme: parseTheme(asked) ?? "light", address, drawnOn: today, asOf } as const;
  return svgResponse((notDrawn) => <ChartPicture spec={spec} {...look} notDrawn={notDrawn} />, site);
}
