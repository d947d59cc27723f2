import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EmbedFrame, EmbedMessage, frozenOn } from "@/components/embed/embed-frame";
import { differ } from "@/components/embed/embedded-chart";
import { EmbeddedFigure } from "@/components/embed/embedded-figure";
import { figureHeadline } from "@/components/figure/figure-text";
import { findFrozenFigure } from "@/lib/data/public/reuse/frozen-figure";
import { ASKED_WRONGLY, GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import { parseRevision, parseTheme } from "@/lib/schemas/reuse/look";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readFrozen = cache(findFrozenFigure);

async function read({ params, searchParams }: Props) {
  const asked = await searchParams;
  return readFrozen((await params).id, parseAsOf(asked), parseRevision(asked));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, figure, isWithdrawn } = await read(props);
  if (problem !== null) return { title: "Not to be shown so", ...ASKED_WRONGLY };
  if (isWithdrawn) return { title: "A figure that was retracted", ...GONE };
  return { title: figure ? figureHeadline(figure) : null, robots: { index: false } };
}

export default async function Page(props: Props) {
  const [{ id }, theme] = [await props.params, parseTheme(await props.searchParams)];
  const { problem, figure, now, isWithdrawn, day, revision } = await read(props);
  const page = paths.figure(id);
  if (problem !== null) return <EmbedMessage message={problem} page={page} theme={theme} />;
  if (isWithdrawn) return <EmbedMessage message="This figure was retracted." page={page} theme={theme} />;
  if (figure === null) notFound();
  const frozen = revision === null ? frozenOn(day) : `As it stood at revision ${revision}`;
  const isOld = now !== null && differ([figure], [now]);
  return (
    <EmbedFrame page={page} theme={theme} frozen={frozen} isOld={isOld}>
      <EmbeddedFigure figure={figure} />
    </EmbedFrame>
  );
}
