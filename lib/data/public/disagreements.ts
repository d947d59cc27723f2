import "server-only";
import { db } from "@/lib/data/db/client";
import { countDisagreements } from "@/lib/data/db/publication-version";
import { IN_USE, topicSelect } from "@/lib/data/public/figure-row";
import { selectionOf } from "@/lib/data/public/figures";
import { listRegions } from "@/lib/data/public/regions";
import { all, isAmong } from "@/lib/data/public/selection/figure-selection";
import { readByIds } from "@/lib/data/public/selection/newest-figures";
import { isInGroup } from "@/lib/data/resources/claim-group";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { Disagreement, DisagreementsView } from "@/lib/figures/claims/claims-view";
import { Prisma } from "@/lib/generated/prisma/client";
import { readingOnly } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

/** Disagreements on one page. */
const ON_PAGE = 25;
/** Pages that can be turned to: each is found by passing over those before it. */
const MOST_PAGES = 100;
/** Figures named of each, the lowest and as many of the highest. */
const MOST_NAMED = 2;

/** What decides which claims cannot be true together. */
const SHOWN: readonly Scope[] = ["claims", "metric", "region", "topic"];

const NO_FILTER = { source: null, organisation: null, wording: null, outlook: null, fromYear: null, toYear: null };

/** How many things there are about which published claims cannot all be true. */
export function readDisagreementCount(): Promise<number> {
  return cacheUntilChange("disagreements", () => countDisagreements(db("disagreements")));
}

/** One page of what sources differ about, the farthest apart first. An unknown topic or region has nothing. */
export async function listDisagreements(query: {
  readonly topic: string | null;
  readonly region: string | null;
  readonly page: number;
}): Promise<DisagreementsView> {
  const { topic, region } = query;
  const where = await conditionOf(query);
  const read = db(...SHOWN);
  const [counted, choices] = await Promise.all([
    read.$queryRaw<
      { readonly total: number | bigint }[]
    >`SELECT count(*) AS "total" FROM "ClaimGroup" g WHERE ${where}`,
    readChoices(),
  ]);
  const total = Number(counted[0]?.total ?? 0);
  const inAll = Math.max(1, Math.ceil(total / ON_PAGE));
  const pages = Math.min(inAll, MOST_PAGES);
  const number = Math.min(query.page, pages);
  return {
    ...{ topic, region, choices, total, number, pages, isCut: pages < inAll, before: (number - 1) * ON_PAGE },
    disagreements: await readDisagreements(where, ON_PAGE, (number - 1) * ON_PAGE),
  };
}

/** Where a list of disagreements goes on: how far apart the last one is, and its key in the table of groups. */
export type AfterDisagreement = readonly [
  ...[apart: number, metric: number, region: number, organisation: number, outlook: string],
  ...[lastDay: number, firstDay: number, release: string, basis: string],
];

/** What is asked of a list of disagreements; an unknown key has nothing. */
interface DisagreementFilter {
  readonly metric: string | null;
  readonly topic: string | null;
  readonly region: string | null;
}

/** At most `take` of what sources differ about, the farthest apart first, after one; `next` is null at the end. */
export async function listDisagreementsAfter(
  { metric, topic, region }: DisagreementFilter,
  after: AfterDisagreement | null,
  take: number,
): Promise<{ readonly disagreements: readonly Disagreement[]; readonly next: AfterDisagreement | null }> {
  const { metrics, regions } = await selectionOf({ ...NO_FILTER, metric, topic, region });
  const where = all([
    Prisma.sql`g."apart" IS NOT NULL`,
    isAmong(`g."metricId"`, metrics),
    isAmong(`g."regionId"`, regions),
    after && isAfter(after),
  ]);
  const keys = await db(...SHOWN).$queryRaw<GroupKey[]>`
    SELECT g.* FROM "ClaimGroup" g WHERE ${where} ORDER BY ${FARTHEST_FIRST} LIMIT ${take + 1}`;
  const last = keys.length > take ? keys[take - 1] : undefined;
  return {
    disagreements: await readDisagreements(where, take, 0),
    next: last === undefined ? null : placeOf(last),
  };
}

type GroupKey = {
  readonly [Part in "metricId" | "regionId" | "organisationId" | "lastDay" | "firstDay"]: number | bigint;
} & {
  readonly [Part in "outlook" | "release" | "basis"]: string;
} & { readonly apart: number };

function placeOf(group: GroupKey): AfterDisagreement {
  const { apart, outlook, release, basis } = group;
  const [metric, region, organisation] = [Number(group.metricId), Number(group.regionId), Number(group.organisationId)];
  return [apart, metric, region, organisation, outlook, Number(group.lastDay), Number(group.firstDay), release, basis];
}

function isAfter([apart, ...key]: AfterDisagreement): Prisma.Sql {
  return Prisma.sql`(g."apart" < ${apart} OR (g."apart" = ${apart} AND (g."metricId", g."regionId", g."organisationId", g."outlook",
    g."lastDay", g."firstDay", g."release", g."basis") > (${Prisma.join([...key])})))`;
}

/** The farthest apart first, and always in one order. */
const FARTHEST_FIRST = Prisma.sql`g."apart" DESC, g."metricId", g."regionId", g."organisationId", g."outlook", g."lastDay", g."firstDay",
    g."release", g."basis"`;

/** The groups "g" of a topic and of a region with the places below it. */
async function conditionOf({ topic, region }: { readonly topic: string | null; readonly region: string | null }) {
  const { metrics, regions } = await selectionOf({ ...NO_FILTER, topic, region });
  return all([Prisma.sql`g."apart" IS NOT NULL`, isAmong(`g."metricId"`, metrics), isAmong(`g."regionId"`, regions)]);
}

/** The claims "f" of groups "g" that were chosen. */
const CLAIMS_OF = Prisma.sql`JOIN "Metric" m ON m."id" = g."metricId" JOIN "Figure" f ON f."metricId" = g."metricId"
  AND f."status" = 'published' AND f."regionId" = g."regionId" AND f."lastDay" = g."lastDay" AND f."outlook" = g."outlook"
  AND (f."organisationId" = g."organisationId" OR (f."organisationId" IS NULL AND g."organisationId" = 0)) AND ${isInGroup("f")}`;

/** All claims of all disagreements that a page is about, the lowest of each first, by internal and public key, with the number of their disagreement. */
export async function readDisagreeing(query: {
  readonly topic: string | null;
  readonly region: string | null;
}): Promise<readonly { readonly id: number; readonly key: string; readonly place: number }[]> {
  const where = await conditionOf(query);
  const rows = await db(...SHOWN).$queryRaw<{ id: number | bigint; key: string; place: number | bigint }[]>`
    WITH chosen AS (SELECT g.*, row_number() OVER (ORDER BY ${FARTHEST_FIRST}) AS "place" FROM "ClaimGroup" g WHERE ${where})
    SELECT f."id", f."publicId" AS "key", g."place" FROM chosen g ${CLAIMS_OF} ORDER BY g."place", f."value", f."id"`;
  return rows.map(({ id, key, place }) => ({ id: Number(id), key, place: Number(place) }));
}

async function readDisagreements(where: Prisma.Sql, take: number, skip: number): Promise<readonly Disagreement[]> {
  type Row = { readonly [Part in "id" | "place" | "figures"]: number | bigint } & { readonly apart: number };
  const rows = await db(...SHOWN).$queryRaw<Row[]>`
    WITH chosen AS (SELECT g.*, row_number() OVER (ORDER BY ${FARTHEST_FIRST}) AS "place" FROM "ClaimGroup" g
      WHERE ${where} ORDER BY ${FARTHEST_FIRST} LIMIT ${take} OFFSET ${skip}),
    members AS (SELECT f."id", g."place", g."figures", g."apart",
        row_number() OVER (PARTITION BY g."place" ORDER BY f."value", f."id") AS "up",
        row_number() OVER (PARTITION BY g."place" ORDER BY f."value" DESC, f."id" DESC) AS "down"
      FROM chosen g ${CLAIMS_OF})
    SELECT "id", "place", "figures", "apart" FROM members WHERE "up" <= ${MOST_NAMED} OR "down" <= ${MOST_NAMED} ORDER BY "place", "up"`;
  const figures = await readByIds(
    rows.map(({ id }) => Number(id)),
    SHOWN,
  );
  const found = new Map<number, { inAll: number; apart: number; figures: (typeof figures)[number][] }>();
  for (const [index, { place, figures: inAll, apart }] of rows.entries()) {
    const group = found.get(Number(place)) ?? { inAll: Number(inAll), apart, figures: [] };
    const figure = figures[index];
    if (figure) group.figures.push(figure);
    found.set(Number(place), group);
  }
  return [...found.values()];
}

/** Topics and regions about which sources differ; a region, too, that holds such a place. */
async function readChoices(): Promise<DisagreementsView["choices"]> {
  const differing = { apart: { not: null } };
  const read = () =>
    Promise.all([
      db(...SHOWN).claimGroup.groupBy({ by: ["metricId"], where: differing }),
      db(...SHOWN).claimGroup.groupBy({ by: ["regionId"], where: differing }),
    ]);
  const [metrics, regions] = await cacheUntilChange("choices of disagreements", read);
  const topics = await db(...SHOWN).topic.findMany({
    where: { ...IN_USE, metrics: { some: { id: { in: metrics.map(({ metricId }) => metricId) } } } },
    select: topicSelect,
    orderBy: { position: "asc" },
  });
  const own = await db(...SHOWN).region.findMany({
    where: { id: { in: regions.map(({ regionId }) => regionId) } },
    select: { code: true },
  });
  const listed = await readingOnly(["region"], listRegions);
  const parentOf = new Map(listed.map(({ code, parentCode }) => [code, parentCode]));
  const holding = new Set<string>();
  for (const { code } of own) {
    for (let at: string | null = code; at !== null && !holding.has(at); at = parentOf.get(at) ?? null) holding.add(at);
  }
  return { topics, regions: listed.filter(({ code }) => holding.has(code)).map(({ code, name }) => ({ code, name })) };
}
