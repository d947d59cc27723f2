import "server-only";
import { db } from "@/lib/data/db/client";
import { listMetrics } from "@/lib/data/public/metrics";
import { readPastFigures, UNSEEN } from "@/lib/data/public/past/past-figures";
import { listRegions } from "@/lib/data/public/regions";
import { listSources } from "@/lib/data/public/sources";
import { MEANING } from "@/lib/data/revisions/meaning";
import type { Snapshot } from "@/lib/data/revisions/record";
import { differences, readSnapshot } from "@/lib/data/revisions/revisions";
import { MODELS } from "@/lib/data/revisions/tables";
import type { RevisionRecord } from "@/lib/figures/history";
import type { Prisma } from "@/lib/generated/prisma/client";
import { noteReads, readingOnly } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

const select = {
  id: true,
  kind: true,
  who: true,
  cause: true,
  reason: true,
  at: true,
  before: true,
  after: true,
} as const;
type Row = Prisma.RevisionGetPayload<{ select: typeof select }>;

/**
 * The part of a figure's history that readers may see, oldest first: what was published, what changed from one published version
 * to the next (also of its metric, region, organisation and sources, in what is read beside the number), and when it was
 * withdrawn. What a draft said is nowhere in it. Only what was recorded before a revision, where one is given.
 */
export async function findPublicHistory(
  key: string,
  before = Number.POSITIVE_INFINITY,
): Promise<readonly RevisionRecord[]> {
  const rows = await db(`figure:${key}`).revision.findMany({
    where: { resource: "Figure", key },
    select,
    orderBy: { id: "asc" },
  });
  const own = await withFigures(key, publicPart(rows));
  const history = [...own, ...(await changesBeside(key, rows))].sort((a, b) => a.id - b.id);
  return withNames(history.filter(({ id }) => id < before));
}

/** Changes of what a figure refers to, since it has referred to it and while it was public. */
async function changesBeside(publicId: string, rows: readonly Row[]): Promise<readonly RevisionRecord[]> {
  const figure = await db(`figure:${publicId}`).figure.findUnique({
    where: { publicId },
    select: {
      metric: { select: { slug: true } },
      region: { select: { code: true } },
      organisation: { select: { slug: true } },
      citations: { select: { source: { select: { slug: true } } } },
    },
  });
  if (figure === null) return [];
  const { metric, region, organisation, citations } = figure;
  const beside: readonly (readonly [keyof typeof SUBJECTS, string])[] = [
    ["metrics", metric.slug],
    ["regions", region.code],
    ...(organisation === null ? [] : ([["organisations", organisation.slug]] as const)),
    ...[...new Set(citations.map(({ source }) => source.slug))].map((slug) => ["sources", slug] as const),
  ];
  const found = await db(...beside.map(([resource, key]): Scope => `${SUBJECTS[resource]}:${key}`)).revision.findMany({
    where: { before: { not: null }, OR: beside.map(([resource, key]) => ({ resource: MODELS[resource], key })) },
    select: { resource: true, key: true, ...select },
    orderBy: { id: "asc" },
  });
  const own = rows.map(({ id, before, after }) => ({
    id,
    before: readSnapshot("figures", before),
    after: readSnapshot("figures", after),
  }));
  return found.flatMap(({ resource: model, key, before, after, at, ...row }) => {
    const resource = beside.find(([resource, other]) => MODELS[resource] === model && other === key)?.[0];
    if (resource === undefined || !wasPublicAt(own, row.id) || !hadReferred(own, resource, key, row.id)) return [];
    const fields: readonly string[] = MEANING[resource];
    const changes = differences(readSnapshot(resource, before), readSnapshot(resource, after) ?? {}).filter(
      ({ field }) => fields.includes(field),
    );
    const subject = SUBJECTS[resource];
    const named = changes.map((change) => ({ ...change, field: `${subject}.${change.field}` }));
    const ofFigure = { before: null, after: null, replacedBy: null };
    return changes.length === 0 ? [] : [{ ...row, ...ofFigure, subject, at: at.toISOString(), changes: named }];
  });
}

const SUBJECTS = { metrics: "metric", regions: "region", organisations: "organisation", sources: "source" } as const;

interface OwnVersion {
  readonly id: number;
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
}

/** Whether a figure was public just before a revision. One without revisions of its own came with the first data. */
function wasPublicAt(own: readonly OwnVersion[], revision: number): boolean {
  const last = own.filter(({ id }) => id < revision).at(-1);
  if (last === undefined) return own[0] === undefined || own[0].before?.status === "published";
  return last.after === null || last.after.status === "published";
}

/** Whether a figure referred to a record just before a revision. */
function hadReferred(
  own: readonly OwnVersion[],
  resource: keyof typeof SUBJECTS,
  key: string,
  revision: number,
): boolean {
  const last = own.filter(({ id }) => id < revision).at(-1);
  const version = last === undefined ? own[0]?.before : last.after;
  if (version == null) return true;
  if (resource !== "sources") return version[SUBJECTS[resource]] === key;
  return (version.citations as readonly { readonly source: string }[]).some(({ source }) => source === key);
}

/** A change of the figure itself, with what it said before and after. */
interface OwnChange extends Omit<RevisionRecord, "before" | "after"> {
  readonly was: Snapshot | null;
  readonly is: Snapshot | null;
}

function publicPart(rows: readonly Row[]): readonly OwnChange[] {
  let shown: Snapshot | null = null;
  return rows.flatMap(({ at, before: beforeText, after: afterText, ...row }) => {
    const [before, after] = [readSnapshot("figures", beforeText), readSnapshot("figures", afterText)];
    // What an earlier program kept in a form of its own was published, and is told without its contents.
    const isPublic = after === null || after.status === "published";
    const wasPublic = shown !== null || before?.status === "published";
    if (!isPublic && !(after.status === "retracted" && wasPublic)) return [];
    const from = shown ?? (before?.status === "published" ? before : null);
    const changes = isPublic && from !== null && after !== null ? differences(from, after) : [];
    if (isPublic) shown = after ?? shown;
    const replacedBy = typeof after?.replacedBy === "string" ? after.replacedBy : null;
    return [
      {
        ...{ ...row, subject: "figure", at: at.toISOString(), replacedBy },
        changes: changes.filter(({ field }) => field !== "status"),
        // One that comes back says again what it said.
        was: before?.status === "retracted" ? null : from,
        is: isPublic ? after : null,
      },
    ];
  });
}

/** The same with figures in place of what they said. */
async function withFigures(id: string, changes: readonly OwnChange[]): Promise<readonly RevisionRecord[]> {
  const asked = changes.flatMap(({ id: revision, was, is }) =>
    [was, is].flatMap((said) => (said === null ? [] : [{ said, past: { ...UNSEEN, id, said, revision } }])),
  );
  const figures = await readPastFigures(asked.map(({ past }) => past));
  const figureOf = new Map(asked.map(({ said }, index) => [said, figures[index] ?? null]));
  return changes.map(({ was, is, ...change }) => ({
    ...change,
    before: (was && figureOf.get(was)) ?? null,
    after: (is && figureOf.get(is)) ?? null,
  }));
}

function isNamed(field: string): field is "metric" | "region" | "organisation" | "source" {
  return ["metric", "region", "organisation", "source"].includes(field);
}

/** The same with names in place of the keys of metrics, regions, organisations and sources. */
export async function withNames<Entry extends Pick<RevisionRecord, "changes">>(
  history: readonly Entry[],
): Promise<readonly Entry[]> {
  const changes = history.flatMap((revision) => revision.changes);
  if (changes.length === 0) return history;
  const slugs = changes.flatMap(({ field, before, after }) => (field === "organisation" ? [before, after] : []));
  const slug = { in: slugs.filter((key) => typeof key === "string") };
  // Of all these lists only the names used below are taken, which are noted there.
  const [metrics, regions, organisations, sources] = await readingOnly([], () =>
    Promise.all([listMetrics(), listRegions(), db().organisation.findMany({ where: { slug } }), listSources()]),
  );
  const names = new Map<string, string>([
    ...metrics.map(({ slug, name }) => [`metric ${slug}`, name] as const),
    ...regions.map(({ code, name }) => [`region ${code}`, name] as const),
    ...organisations.map(({ slug, name }) => [`organisation ${slug}`, name] as const),
    ...sources.map(({ slug, title }) => [`source ${slug}`, title] as const),
  ]);
  const named = (field: string, value: unknown): unknown => {
    if (field === "region.parent") return named("region", value);
    if (typeof value === "string") {
      if (isNamed(field)) noteReads([`${field}:${value}`]);
      return names.get(`${field} ${value}`) ?? value;
    }
    if (field !== "citations" || !Array.isArray(value)) return value;
    return value.map((citation: Snapshot) => ({ ...citation, source: named("source", citation.source) }));
  };
  return history.map((revision) => ({
    ...revision,
    changes: revision.changes.map(({ field, before, after }) => ({
      field,
      before: named(field, before),
      after: named(field, after),
    })),
  }));
}
