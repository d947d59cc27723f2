import "server-only";
import { citationSelect, toCitations } from "@/lib/data/resources/citations";
import type { TableCell } from "@/lib/exports/csv-table";
import { citationTableCells, FIGURE_HEADERS, figureTableCells } from "@/lib/exports/figure-table";
import { CITATION_NAMES } from "@/lib/figures/citation-fields";
import type { Prisma, PrismaClient } from "@/lib/generated/prisma/client";

/** A table of the whole database: its file name, its header, and its rows in sets. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  rows(): AsyncGenerator<readonly (readonly TableCell[])[], void, undefined>;
}

const FIGURES_AT_A_TIME = 1000;

/** Every resource, citations and charts, as tables that importFolder reads back. People, sessions and history are not among them. */
export function exportTables(client: PrismaClient): readonly Table[] {
  return [
    table("regions", ["region_code", "name", "name_local", "level", "parent_code", "retracted", "listed"], async () => {
      const rows = await client.region.findMany({
        include: { parent: { select: { code: true } } },
        orderBy: { id: "asc" },
      });
      return rows.map((row) => [
        row.code,
        row.name,
        row.nameLocal,
        row.level,
        row.parent?.code ?? null,
        row.retracted,
        row.listed,
      ]);
    }),
    table("topics", ["topic_id", "name", "position", "retracted", "listed"], async () => {
      const rows = await client.topic.findMany({ orderBy: { id: "asc" } });
      return rows.map((row) => [row.slug, row.name, row.position, row.retracted, row.listed]);
    }),
    table("organisations", ["organisation_id", "name", "retracted", "listed"], async () => {
      const rows = await client.organisation.findMany({ orderBy: { id: "asc" } });
      return rows.map((row) => [row.slug, row.name, row.retracted, row.listed]);
    }),
    table("metrics", METRIC_COLUMNS, async () => {
      const rows = await client.metric.findMany({
        include: { topic: { select: { slug: true } } },
        orderBy: { id: "asc" },
      });
      return rows.map((row) => [
        row.slug,
        row.name,
        row.unit,
        row.kind,
        row.topic.slug,
        row.definition,
        row.accumulation,
        row.shareOf,
        row.counted,
        row.higherIs,
        row.shelfLifeMonths,
        row.retracted,
        row.listed,
      ]);
    }),
    table("sources", SOURCE_COLUMNS, async () => {
      const rows = await client.source.findMany({ orderBy: { id: "asc" } });
      return rows.map((row) => [
        row.slug,
        row.title,
        row.publisher,
        row.authors,
        row.published,
        row.url,
        row.language,
        row.kind,
        row.archiveUrl,
        row.archivedAt?.toISOString().slice(0, 10) ?? null,
        row.accessed,
        row.licence,
        row.note,
        row.retracted,
        row.listed,
      ]);
    }),
    { name: "figures", columns: FIGURE_COLUMNS, rows: () => figureRows(client) },
    { name: "citations", columns: CITATION_COLUMNS, rows: () => citationRows(client) },
    table("milestones", ["milestone_id", "date", "title", "region_code", "status"], async () => {
      const rows = await client.milestone.findMany({
        include: { region: { select: { code: true } } },
        orderBy: { id: "asc" },
      });
      return rows.map((row) => [row.slug, row.date, row.title, row.region.code, row.status]);
    }),
    table("charts", CHART_COLUMNS, async () => (await readCharts(client)).map(chartRow)),
    table("chart-figures", ["chart_id", "figure", "label"], async () =>
      (await readCharts(client)).flatMap((chart) =>
        chart.figures.map(({ figure, label }) => [chart.slug, figure.publicId, label]),
      ),
    ),
  ];
}

const METRIC_COLUMNS = [
  "metric_id",
  "name",
  "unit",
  "kind",
  "topic",
  "definition",
  "accumulation",
  "share_of",
  "counted",
  "higher_is",
  "shelf_life_months",
  "retracted",
  "listed",
];
const SOURCE_COLUMNS = [
  "source_id",
  "title",
  "publisher",
  "author",
  "published_on",
  "url",
  "language",
  "kind",
  "archive_url",
  "archived_on",
  "accessed",
  "licence",
  "note",
  "retracted",
  "listed",
];
const FIGURE_COLUMNS = [
  "figure",
  "import_key",
  ...FIGURE_HEADERS,
  "source",
  ...CITATION_NAMES,
  "status",
  "recorded_at",
];
const CITATION_COLUMNS = ["figure", "milestone", "source", ...CITATION_NAMES];
const CHART_COLUMNS = [
  "chart_id",
  "title",
  "subtitle",
  "topic",
  "kind",
  "scale",
  "rows",
  "position",
  "metrics",
  "regions",
  "status",
];

function table(
  name: string,
  columns: readonly string[],
  read: () => Promise<readonly (readonly TableCell[])[]>,
): Table {
  return {
    name,
    columns,
    async *rows() {
      yield await read();
    },
  };
}

/** Figures with the first of their citations, so that the file can be imported by itself. */
async function* figureRows(client: PrismaClient) {
  const include = {
    metric: { select: { slug: true } },
    region: { select: { code: true } },
    organisation: { select: { slug: true } },
    citations: { include: { source: { select: { slug: true } } }, orderBy: { id: "asc" }, take: 1 },
  } as const satisfies Prisma.FigureInclude;
  let after = 0;
  for (;;) {
    const figures = await client.figure.findMany({
      where: { id: { gt: after } },
      include,
      orderBy: { id: "asc" },
      take: FIGURES_AT_A_TIME,
    });
    const last = figures.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield figures.map((figure): readonly TableCell[] => {
      const { metric, region, organisation, citations } = figure;
      const keys = { metric: metric.slug, region: region.code, organisation: organisation?.slug ?? null };
      const [citation] = citations;
      return [
        figure.publicId,
        figure.importKey,
        ...figureTableCells({ ...figure, ...keys }),
        ...citationTableCells(citation?.source.slug ?? null, citation),
        figure.status,
        figure.recordedAt.toISOString(),
      ];
    });
  }
}

/** Citations by figure, then by milestone, each in the order in which they were given. */
async function* citationRows(client: PrismaClient) {
  let after = 0;
  for (;;) {
    const figures = await client.figure.findMany({
      where: { id: { gt: after } },
      select: { id: true, publicId: true, citations: citationSelect },
      orderBy: { id: "asc" },
      take: FIGURES_AT_A_TIME,
    });
    const last = figures.at(-1);
    if (last === undefined) break;
    after = last.id;
    yield figures.flatMap(({ publicId, citations }) =>
      toCitations(citations).map((row) => [publicId, null, ...citationTableCells(row.source, row)]),
    );
  }
  const milestones = await client.milestone.findMany({
    select: { slug: true, citations: citationSelect },
    orderBy: { id: "asc" },
  });
  yield milestones.flatMap(({ slug, citations }) =>
    toCitations(citations).map((row) => [null, slug, ...citationTableCells(row.source, row)]),
  );
}

function readCharts(client: PrismaClient) {
  const inOrder = { orderBy: { position: "asc" } } as const;
  return client.chart.findMany({
    include: {
      topic: { select: { slug: true } },
      metrics: { ...inOrder, select: { metric: { select: { slug: true } } } },
      regions: { ...inOrder, select: { region: { select: { code: true } } } },
      figures: { ...inOrder, select: { label: true, figure: { select: { publicId: true } } } },
    },
    orderBy: { id: "asc" },
  });
}

function chartRow(chart: Awaited<ReturnType<typeof readCharts>>[number]): readonly TableCell[] {
  return [
    chart.slug,
    chart.title,
    chart.subtitle,
    chart.topic.slug,
    chart.kind,
    chart.scale,
    chart.rows,
    chart.position,
    chart.metrics.map(({ metric }) => metric.slug).join("; "),
    chart.regions.map(({ region }) => region.code).join("; "),
    chart.status,
  ];
}
