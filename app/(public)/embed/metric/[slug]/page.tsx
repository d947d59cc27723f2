import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EmbedFrame, EmbedMessage, frozenOn } from "@/components/embed/embed-frame";
import { differ, EmbeddedChart } from "@/components/embed/embedded-chart";
import { titledMetricSpec } from "@/components/metric/metric-spec";
import { findMetric } from "@/lib/data/public/metrics";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { ASKED_WRONGLY, GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { listOf } from "@/lib/schemas/compare-view";
import { parseAsOf } from "@/lib/schemas/page-view";
import { parseTheme } from "@/lib/schemas/reuse/look";
import { parseYears, type SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readMetric = cache(async (slug: string, asked: SearchParams) => {
  const { knownOn, problem } = await readAskedDay(parseAsOf(asked));
  const query = { regions: listOf(asked.region), ...parseYears(asked), page: 1 };
  const view = problem === null ? await findMetric(slug, query, knownOn) : null;
  const now = knownOn && view ? await findMetric(slug, query) : view;
  const withdrawal = view === null && problem === null ? await findWithdrawal("metrics", slug) : null;
  return { problem, query, view, now, withdrawal };
});

const read = async ({ params, searchParams }: Props) => readMetric((await params).slug, await searchParams);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, view, withdrawal } = await read(props);
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  if (withdrawal) return { title: "A metric that was retracted", ...GONE };
  return { title: view?.metric.name ?? null, robots: { index: false } };
}

export default async function Page(props: Props) {
  const [{ slug }, theme] = [await props.params, parseTheme(await props.searchParams)];
  const { problem, query, view, now, withdrawal } = await read(props);
  const asked = { region: query.regions, from: query.fromYear, to: query.toYear };
  const page = paths.metric(slug, asked);
  if (problem !== null) return <EmbedMessage message={problem} page={page} theme={theme} />;
  if (withdrawal) return <EmbedMessage message="This metric was retracted." page={page} theme={theme} />;
  if (view === null) notFound();
  const isOld = now !== null && differ(view.series, now.series);
  return (
    <EmbedFrame page={page} theme={theme} frozen={frozenOn(view.asOf)} isOld={isOld}>
      <EmbeddedChart spec={titledMetricSpec(view)} page={paths.metric(slug, { ...asked, asOf: view.asOf })} />
    </EmbedFrame>
  );
}
