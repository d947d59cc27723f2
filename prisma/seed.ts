import { createHash } from "node:crypto";
import type { z } from "zod";
import { backfillRevisions, listWithoutRevision } from "@/lib/data/commands/backfill-revisions";
import { openClient } from "@/lib/data/db/client";
import type { FigureIds } from "@/lib/data/resources/figure-content";
import { writeFigures } from "@/lib/data/resources/write-figures";
import { spanText } from "@/lib/dates/date-text";
import { firstDayOf, parseEdtf } from "@/lib/dates/edtf";
import { byName } from "@/lib/figures/by-name";
import type { SpeakerKind } from "@/lib/figures/figure";
import { type FigureContent, fieldSpec } from "@/lib/figures/figure-fields";
import type { Prisma } from "@/lib/generated/prisma/client";
import { parseNew } from "@/lib/schemas/resources";
import { contentOfInput } from "@/lib/schemas/resources/figure";
import { SOURCE_TYPES } from "@/lib/schemas/resources/source";
import * as rows from "@/lib/schemas/seed-rows";
import { slugOf } from "@/lib/schemas/text";
import { hashOfFiles, KeyIndex, missing, read } from "./csv-files";
import { importCharts, importMilestones } from "./seed-charts";

const WHO = "seed";
const SEED = { author: { id: null, name: WHO }, changeReason: { cause: null, reason: null }, batchId: null } as const;

/** Brings the figures of prisma/data into a migrated database: all of them or, if they are there, none. Never changes a row that exists; remembers the first version of one of which none is remembered. */
export async function seed(databaseUrl: string): Promise<{ readonly created: number; readonly unchanged: boolean }> {
  const sha256 = hashOfFiles();
  const client = openClient(databaseUrl);
  try {
    if (await client.importBatch.findFirst({ where: { sha256 }, select: { id: true } })) {
      const rows = await listWithoutRevision(client);
      if (rows.length > 0) await client.$transaction((tx) => backfillRevisions(tx, rows, SEED), { timeout: 60_000 });
      return { created: 0, unchanged: true };
    }
    const created = await client.$transaction((tx) => importAll(tx, sha256), { timeout: 60_000 });
    return { created, unchanged: false };
  } finally {
    await client.$disconnect();
  }
}

/** The public key of an imported figure: the same on every machine, so that links to it last. 100 bits of SHA-256. */
function publicIdOf(figureId: string): string {
  const bits = BigInt(`0x${createHash("sha256").update(`figure ${figureId}`).digest("hex").slice(0, 25)}`);
  return bits.toString(36).padStart(20, "0");
}

type Tx = Prisma.TransactionClient;

async function importAll(tx: Tx, sha256: string): Promise<number> {
  const figures = read("figures");
  const batch = await tx.importBatch.create({
    data: { label: "prisma/data", sha256, rows: figures.length, who: WHO },
    select: { id: true },
  });
  const regions = await importRegions(tx);
  const topics = await importTopics(tx);
  const metrics = await importMetrics(tx, topics);
  const sources = await importSources(tx);
  const organisations = await importOrganisations(tx, figures);
  const created = await importFigures(tx, figures, { regions, metrics, sources, organisations }, batch.id);
  const keys = await tx.figure.findMany({ where: { importKey: { not: null } }, select: { id: true, importKey: true } });
  const figureIds = new KeyIndex(
    "figures",
    keys.map(({ id, importKey }) => [importKey ?? "", id]),
  );
  await importMilestones(tx, regions, sources);
  await importCharts(tx, { topics, regions, metrics, figures: figureIds });
  await backfillRevisions(tx, await listWithoutRevision(tx), { ...SEED, batchId: batch.id });
  await tx.revision.create({
    data: {
      resource: "ImportBatch",
      key: sha256,
      kind: "imported",
      after: JSON.stringify({ created }),
      who: WHO,
      batchId: batch.id,
    },
  });
  await tx.importBatch.update({ where: { id: batch.id }, data: { status: "done", finishedAt: new Date() } });
  return created;
}

async function importRegions(tx: Tx): Promise<KeyIndex> {
  const ids = new Map(
    (await tx.region.findMany({ select: { code: true, id: true } })).map(({ code, id }) => [code, id]),
  );
  for (const row of missing(read("regions"), (region) => region.region_code, [...ids.keys()])) {
    const parentId = row.parent_code === null ? null : (ids.get(row.parent_code) ?? null);
    const { id } = await tx.region.create({
      data: { code: row.region_code, name: row.name, nameLocal: row.name_local, level: row.level, parentId },
      select: { id: true },
    });
    ids.set(row.region_code, id);
  }
  return new KeyIndex("regions", ids);
}

async function importTopics(tx: Tx): Promise<KeyIndex> {
  const all = read("topics").map((row, position) => ({ ...row, position }));
  const present = await tx.topic.findMany({ select: { slug: true } });
  const rowsToAdd = missing(
    all,
    (topic) => topic.slug,
    present.map(({ slug }) => slug),
  );
  await tx.topic.createMany({ data: rowsToAdd.map(({ slug, name, position }) => ({ slug, name, position })) });
  const ids = new Map(
    (await tx.topic.findMany({ select: { slug: true, id: true } })).map(({ slug, id }) => [slug, id]),
  );
  return new KeyIndex(
    "topics",
    all.map(({ topic, slug }) => [topic, ids.get(slug) ?? -1]),
  );
}

async function importMetrics(tx: Tx, topics: KeyIndex): Promise<KeyIndex> {
  const details = new Map(read("metric-details").map((row) => [row.metric_id, row]));
  const present = await tx.metric.findMany({ select: { slug: true } });
  const rowsToAdd = missing(
    read("metrics"),
    (metric) => metric.metric_id,
    present.map(({ slug }) => slug),
  );
  await tx.metric.createMany({
    data: rowsToAdd.map((row) => {
      const detail = details.get(row.metric_id);
      if (!detail) throw new Error(`“${row.metric_id}” is not in prisma/data/metric-details.csv`);
      return {
        slug: row.metric_id,
        name: row.name,
        unit: row.unit,
        kind: row.kind,
        definition: row.definition,
        topicId: topics.get(row.topic),
        counted: detail.counted,
        shareOf: detail.share_of,
        accumulation: detail.accumulation,
        higherIs: detail.higher_is,
        shelfLifeMonths: detail.shelf_life_months,
      };
    }),
  });
  const all = await tx.metric.findMany({ select: { slug: true, id: true } });
  return new KeyIndex(
    "metrics",
    all.map(({ slug, id }) => [slug, id]),
  );
}

async function importSources(tx: Tx): Promise<KeyIndex> {
  const present = await tx.source.findMany({ select: { slug: true } });
  const rowsToAdd = missing(
    read("sources"),
    (source) => source.source_id,
    present.map(({ slug }) => slug),
  );
  await tx.source.createMany({
    data: rowsToAdd.map((row) => ({
      slug: row.source_id,
      type: SOURCE_TYPES[row.kind],
      kind: row.kind,
      title: row.title,
      publisher: row.publisher,
      authors: row.author,
      published: row.published_on,
      publishedTo: row.published_on === null ? null : (parseEdtf(row.published_on)?.precision ?? null),
      publishedDay: row.published_on === null ? null : firstDayOf(row.published_on),
      language: row.language,
      url: row.url,
      note: row.note,
    })),
  });
  const all = await tx.source.findMany({ select: { slug: true, id: true } });
  return new KeyIndex(
    "sources",
    all.map(({ slug, id }) => [slug, id]),
  );
}

async function importOrganisations(tx: Tx, figures: readonly z.output<typeof rows.figureRow>[]): Promise<KeyIndex> {
  const names = [...new Set(figures.flatMap(({ subject }) => subject ?? []))];
  const present = await tx.organisation.findMany({ select: { slug: true } });
  const rowsToAdd = missing(
    names,
    slugOf,
    present.map(({ slug }) => slug),
  );
  await tx.organisation.createMany({ data: rowsToAdd.map((name) => ({ name, slug: slugOf(name) })) });
  const ids = new Map((await tx.organisation.findMany()).map(({ slug, id }) => [slug, id]));
  return new KeyIndex("figures", ids);
}

type FigureIndexes = Readonly<Record<Parameters<FigureIds["idOf"]>[0], KeyIndex>>;

async function importFigures(
  tx: Tx,
  all: readonly z.output<typeof rows.figureRow>[],
  indexes: FigureIndexes,
  batchId: number,
): Promise<number> {
  const speakerKinds = new Map(read("speakers").map((row) => [row.said_by, row.speaker_kind]));
  const present = await tx.figure.findMany({ where: { importKey: { not: null } }, select: { importKey: true } });
  const rowsToAdd = missing(
    all,
    (figure) => figure.figure_id,
    present.map(({ importKey }) => importKey ?? ""),
  );
  const drafts = rowsToAdd.map((row) => ({
    publicId: publicIdOf(row.figure_id),
    importKey: row.figure_id,
    status: "published" as const,
    content: inputOf(row, speakerKinds),
  }));
  const ids: FigureIds = { idOf: (resource, key) => indexes[resource].get(key) };
  await writeFigures(tx, drafts, ids, { ...SEED, batchId });
  return drafts.length;
}

/** A row as the input of a figure, in canonical form. */
function inputOf(row: z.output<typeof rows.figureRow>, speakerKinds: ReadonlyMap<string, SpeakerKind>): FigureContent {
  const isTarget = row.note?.startsWith("Target.") ?? false;
  const marked = (digits: string | null) => (digits === null ? null : { digits });
  const cells: Readonly<Record<string, unknown>> = row;
  const parsed = parseNew("figures", {
    ...byName(rows.FURTHER_TEXTS, (name) => cells[fieldSpec(name).csv]),
    metric: row.metric_id,
    region: row.region_code,
    organisation: row.subject === null ? null : slugOf(row.subject),
    // "record" says that no earlier number was higher; the number itself is exact.
    wording: row.qualifier === "exact" || row.qualifier === "record" ? "exactly" : row.qualifier,
    value: marked(row.value),
    valueHigh: marked(row.value_high),
    qualifier: row.qualifier === "record" ? row.qualifier : null,
    alternative: marked(row.alt_value),
    alternativeUnit: row.alt_unit,
    period: spanText(row.period_start, row.period_end),
    asOf: row.as_of,
    speaker: row.said_by,
    speakerKind: row.said_by === null ? "outlet" : (speakerKinds.get(row.said_by) ?? "unnamed"),
    outlook: isTarget ? "target" : "outcome",
    note: isTarget ? row.note?.slice("Target.".length).trimStart() || null : row.note,
    citations: [{ source: row.source_id, locator: row.locator, phrase: row.phrase }],
    status: "published",
  });
  if (!parsed.ok) {
    const [issue] = parsed.issues;
    throw new Error(`prisma/data/figures.csv, ${row.figure_id}, ${issue?.path}: ${issue?.message}`);
  }
  return contentOfInput(parsed.data);
}
