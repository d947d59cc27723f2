import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { readClaimsThen } from "@/lib/data/public/past/claims-then";
import type { KnownOn } from "@/lib/data/public/selection/figure-selection";
import { readByIds } from "@/lib/data/public/selection/newest-figures";
import { isInGroup } from "@/lib/data/resources/claim-group";
import { claimsTogether, groupClaims, lowestAndHighest } from "@/lib/figures/claims/claims";
import type { ClaimsView } from "@/lib/figures/claims/claims-view";
import type { ClaimsTogether, Figure } from "@/lib/figures/figure";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Scope, seriesScope } from "@/lib/publication/scopes";

/** Claims about one thing that are shown; of more, the lowest and the highest. */
const MOST_CLAIMS = 40;
/** Claims whose origins are counted for one page; of further ones it is only said how many they are. */
const MOST_COUNTED = 500;

/** Figures "o" with the groups "g" that they are in. */
const GROUPED = Prisma.sql`"Figure" o JOIN "Metric" m ON m."id" = o."metricId" JOIN "ClaimGroup" g ON ${isInGroup("o")}`;

/** The same with all figures "f" of these groups, themselves included. */
const TOGETHER = Prisma.sql`${GROUPED} JOIN "Figure" f ON f."metricId" = o."metricId" AND f."status" = 'published'
  AND f."regionId" = o."regionId" AND f."lastDay" = o."lastDay" AND f."outlook" = o."outlook"
  AND (f."organisationId" = o."organisationId" OR (f."organisationId" IS NULL AND o."organisationId" IS NULL)) AND ${isInGroup("f")}`;

interface Group {
  readonly figures: number | bigint;
  /** How far apart those are that cannot be true together; null where all can. */
  readonly apart: number | null;
}

/** What decides which claims figures are compared with. */
function scopesOf(figures: readonly Figure[]): readonly Scope[] {
  return figures.flatMap(({ metric, region, organisation }): Scope[] => [
    seriesScope(metric.slug, region.code, organisation?.slug ?? null),
    `metric:${metric.slug}`,
  ]);
}

/** What sources say about the same thing as a published figure, itself included; null where nobody else says anything. */
export async function findClaims(figure: Figure): Promise<ClaimsView | null> {
  const shown = scopesOf([figure]);
  const rows = await db(...shown).$queryRaw<(Group & { readonly id: number | bigint })[]>`
    SELECT f."id", g."figures", g."apart" FROM ${TOGETHER} WHERE o."publicId" = ${figure.id} ORDER BY f."value", f."id"`;
  const [first] = rows;
  if (first === undefined) return null;
  const figures = await readByIds(
    lowestAndHighest(rows, MOST_CLAIMS).map(({ id }) => Number(id)),
    shown,
  );
  return viewOf(figures, first);
}

/** Claims with what they say together: how many there are, and whether they differ, is known of all of them. */
function viewOf(figures: readonly Figure[], group: Group): ClaimsView | null {
  const together = claimsTogether(figures);
  if (together === null) return null;
  const inAll = Number(group.figures);
  const counted = inAll > figures.length ? null : together.counted;
  const kind = group.apart === null ? together.kind : "differ";
  return { figures, together: { kind, figures: inAll, counted } };
}

/** What published figures say together with others about the same thing, by their keys. */
async function readTogether(figures: readonly Figure[]): Promise<ReadonlyMap<string, ClaimsTogether>> {
  if (figures.length === 0) return new Map();
  const shown = scopesOf(figures);
  const { texts } = engine().dialect;
  const among = (keys: readonly string[]) => Prisma.sql`o."publicId" IN (${texts(JSON.stringify(keys))})`;
  const rows = await db(...shown).$queryRaw<(Group & { readonly key: string })[]>`
    SELECT o."publicId" AS "key", g."figures", g."apart" FROM ${GROUPED} WHERE ${among(figures.map(({ id }) => id))}`;
  let left = MOST_COUNTED;
  const asked = rows.flatMap(({ key, apart, figures }) => {
    if (apart !== null || figures > left) return [];
    left -= Number(figures);
    return key;
  });
  const members =
    asked.length === 0
      ? []
      : await db(...shown).$queryRaw<{ readonly id: number | bigint }[]>`
          SELECT DISTINCT f."id" FROM ${TOGETHER} WHERE ${among(asked)} ORDER BY f."id"`;
  const read = await readByIds(
    members.map(({ id }) => Number(id)),
    shown,
  );
  const found = eachTogether(groupClaims(read));
  return new Map(
    rows.map((row): [string, ClaimsTogether] => [
      row.key,
      found.get(row.key) ?? {
        kind: row.apart === null ? "cannot_tell" : "differ",
        figures: Number(row.figures),
        counted: null,
      },
    ]),
  );
}

/** The same as they were known on a day. */
async function togetherThen(
  figures: readonly Figure[],
  knownOn: KnownOn,
): Promise<ReadonlyMap<string, ClaimsTogether>> {
  return eachTogether(await readClaimsThen(figures, knownOn));
}

/** What groups of claims say together, by the key of each figure; of one alone nothing. */
function eachTogether(groups: readonly (readonly Figure[])[]): ReadonlyMap<string, ClaimsTogether> {
  return new Map(
    groups.flatMap((group) => {
      const together = claimsTogether(group);
      return together === null ? [] : group.map(({ id }) => [id, together] as const);
    }),
  );
}

/** What was known on a day of what sources say of the same as a figure, itself included; null where nobody else said anything. */
export async function findClaimsThen(figure: Figure, knownOn: KnownOn): Promise<ClaimsView | null> {
  const [group = []] = await readClaimsThen([figure], knownOn);
  const together = claimsTogether(group);
  const ascending = [...group].sort((a, b) => a.value - b.value);
  return together && { together, figures: lowestAndHighest(ascending, MOST_CLAIMS) };
}

/** What is shown, in which each figure knows what it and others say together, or said on a day. */
export async function withClaims<Shown>(shown: Shown, knownOn: KnownOn | null = null): Promise<Shown> {
  const figures = new Map<string, Figure>();
  everyFigure(shown, (figure) => {
    figures.set(figure.id, figure);
    return figure;
  });
  const all = [...figures.values()];
  const together = await (knownOn === null ? readTogether(all) : togetherThen(all, knownOn));
  return everyFigure(shown, (figure) => ({ ...figure, claims: together.get(figure.id) ?? null })) as Shown;
}

/** A copy of plain records and lists, with another figure in place of each. */
function everyFigure(shown: unknown, replace: (figure: Figure) => Figure): unknown {
  if (Array.isArray(shown)) return shown.map((item) => everyFigure(item, replace));
  if (typeof shown !== "object" || shown === null) return shown;
  if (isFigure(shown)) return replace(shown);
  return Object.fromEntries(Object.entries(shown).map(([name, part]) => [name, everyFigure(part, replace)]));
}

function isFigure(record: object): record is Figure {
  return "metric" in record && "wording" in record && "citations" in record;
}
