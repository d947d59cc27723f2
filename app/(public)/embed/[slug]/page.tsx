import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EmbedFrame, EmbedMessage, frozenOn } from "@/components/embed/embed-frame";
import { differ, EmbeddedChart } from "@/components/embed/embedded-chart";
import { findChart } from "@/lib/data/public/charts";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { ASKED_WRONGLY, GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import { parseTheme } from "@/lib/schemas/reuse/look";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readChart = cache(async (slug: string, day: string | null) => {
  const { knownOn, problem } = await readAskedDay(day);
  const spec = problem === null ? await findChart(slug, knownOn) : null;
  const now = knownOn && spec ? await findChart(slug) : spec;
  const withdrawal = spec === null && problem === null ? await findWithdrawal("charts", slug) : null;
  return { problem, spec, now, withdrawal, day: knownOn?.date ?? null };
});

const read = async ({ params, searchParams }: Props) => readChart((await params).slug, parseAsOf(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, spec, withdrawal } = await read(props);
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  if (withdrawal) return { title: "A chart that was retracted", ...GONE };
  return { title: spec?.title ?? null, robots: { index: false } };
}

export default async function Page(props: Props) {
  const [{ slug }, theme] = [await props.params, parseTheme(await props.searchParams)];
  const { problem, spec, now, withdrawal, day } = await read(props);
  const page = paths.chart(slug);
  if (problem !== null) return <EmbedMessage message={problem} page={page} theme={theme} />;
  if (withdrawal) return <EmbedMessage message="This chart was retracted." page={page} theme={theme} />;
  if (spec === null) notFound();
  const shown = ({ figures }: typeof spec) => figures.map(({ figure }) => figure);
  return (
    <EmbedFrame
      page={page}
      theme={theme}
      frozen={frozenOn(day)}
      isOld={now !== null && differ(shown(spec), shown(now))}
    >
      <EmbeddedChart spec={spec} page={paths.chart(slug, { asOf: day })} />
    </EmbedFrame>
  );
}
