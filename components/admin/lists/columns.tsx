import type { ReactNode } from "react";
import { FigureTags } from "@/components/figure/figure-card";
import { sourceLineText } from "@/components/source/source-line";
import { LEVELS, METRIC_KINDS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { publisherName } from "@/lib/citation/short-reference";
import type { AdminResource, AdminRows } from "@/lib/figures/admin-records";
import type { ChartSpec } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { wordedQuantity } from "@/lib/format/quantity";
import { unitText } from "@/lib/format/unit";
import { formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

interface Column<Row> {
  readonly name: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** How the rows of a resource are shown: their name (a link to the record), what stands below it, and the other columns. */
interface Showing<Row> {
  readonly heading: string;
  readonly name: (row: Row) => string;
  readonly lang?: (row: Row) => string;
  readonly below?: (row: Row) => ReactNode;
  readonly columns: readonly Column<Row>[];
}

export const CHART_KINDS: Readonly<Record<ChartSpec["kind"], string>> = {
  bar: "Bars",
  dot: "Dots",
  line: "Lines",
  facts: "Figures in large type",
  timeline: "Timeline",
};

const count = (value: number) => formatCount(value, LOCALE);

/** A figure in one line: what, where and how much. */
export function figureName({ figure }: AdminRows["figures"]): string {
  const whose = figure.organisation?.name ?? figure.region.name;
  return `${figure.metric.name}, ${whose}: ${wordedQuantity(figure, LOCALE)}`;
}

/** How many figures a record has, leading to them. */
function figuresColumn(filter: string): Column<{ readonly key: string; readonly figureCount: number }> {
  return {
    name: "Figures",
    isNumber: true,
    cell: (row) => <a href={paths.admin.list("figures", { [filter]: row.key })}>{count(row.figureCount)}</a>,
  };
}

export const SHOWINGS: { readonly [N in AdminResource]: Showing<AdminRows[N]> } = {
  figures: {
    heading: "Metric",
    name: ({ figure }) => figure.metric.name,
    below: ({ figure }) =>
      figure.organisation ? `${figure.organisation.name} · ${figure.region.name}` : figure.region.name,
    columns: [
      {
        name: "As worded",
        cell: ({ figure }) => (
          <>
            <b>{wordedQuantity(figure, LOCALE)}</b>
            <FigureTags figure={figure} />
          </>
        ),
      },
      { name: "Period", cell: ({ figure }) => periodText(figure, LOCALE, edtfShort) },
      {
        name: "Source and place",
        cell: ({ figure: { citations } }) => {
          const [first] = citations;
          if (!first) return "No source yet";
          const more = citations.length > 1 ? ` and ${citations.length - 1} more` : "";
          return (
            <>
              <a href={paths.admin.edit("sources", first.source.slug)}>{sourceLineText(first)}</a>
              {more}
            </>
          );
        },
      },
    ],
  },
  metrics: {
    heading: "Name",
    name: ({ name }) => name,
    columns: [
      { name: "Topic", cell: ({ topic }) => topic.name },
      { name: "Kind", cell: ({ kind }) => METRIC_KINDS[kind] },
      { name: "Unit", cell: ({ unit }) => unitText(unit, "") || unit },
      { name: "Ages after", cell: ({ shelfLifeMonths: months }) => (months === null ? "Never" : `${months} months`) },
      figuresColumn("metric"),
    ],
  },
  regions: {
    heading: "Name",
    name: ({ name }) => name,
    below: ({ nameLocal }) => nameLocal,
    columns: [
      { name: "Code", cell: ({ key }) => key },
      { name: "Level", cell: ({ level }) => LEVELS[level] },
      { name: "Lies in", cell: ({ parent }) => parent?.name ?? "–" },
      figuresColumn("region"),
    ],
  },
  organisations: {
    heading: "Name",
    name: ({ name }) => name,
    columns: [{ name: "Key", cell: ({ key }) => key }, figuresColumn("organisation")],
  },
  topics: {
    heading: "Name",
    name: ({ name }) => name,
    columns: [
      { name: "Place", isNumber: true, cell: ({ position }) => position + 1 },
      {
        name: "Metrics",
        isNumber: true,
        cell: (row) => <a href={paths.admin.list("metrics", { topic: row.key })}>{count(row.metricCount)}</a>,
      },
      {
        name: "Charts",
        isNumber: true,
        cell: (row) => <a href={paths.admin.list("charts", { topic: row.key })}>{count(row.chartCount)}</a>,
      },
    ],
  },
  sources: {
    heading: "Title",
    name: ({ title }) => title,
    lang: ({ language }) => language,
    columns: [
      { name: "Publisher", cell: publisherName },
      {
        name: "Published",
        cell: ({ published }) => (published === null ? "No date" : edtfShort(published, LOCALE)),
      },
      { name: "Archived copy", cell: ({ isArchived }) => (isArchived ? "Yes" : "None") },
      figuresColumn("source"),
    ],
  },
  milestones: {
    heading: "What happened",
    name: ({ title }) => title,
    columns: [
      { name: "Date", cell: ({ date }) => edtfShort(date, LOCALE) },
      { name: "Region", cell: ({ region }) => region.name },
    ],
  },
  charts: {
    heading: "Title",
    name: ({ title }) => title,
    below: ({ subtitle }) => subtitle,
    columns: [
      { name: "Drawn as", cell: ({ kind }) => CHART_KINDS[kind] },
      { name: "Topic", cell: ({ topic }) => topic.name },
    ],
  },
};
