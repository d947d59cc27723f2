import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { IN_USE, PUBLISHED } from "@/lib/data/public/figure-row";
import { type FiguresFile, type FileFilter, readFile } from "@/lib/data/public/figures-file-read";
import { readKnownOn, TOO_MUCH_CHANGED } from "@/lib/data/public/past/known-on";
import { regionsWithin } from "@/lib/data/public/regions";
import { conditionOf, EVERY_FIGURE, type KnownOn, readFresh } from "@/lib/data/public/selection/figure-selection";
import { firstDayOf, utcDay } from "@/lib/dates/edtf";
import type { FiguresFileQuery } from "@/lib/schemas/figures-file";

/**
 * Published figures for a file, each once, in the order in which they were recorded or, where they are named, in that order. A key that is
 * not there is said: its absence must not look like a file without figures.
 */
export async function openFiguresFile(query: FiguresFileQuery): Promise<FiguresFile> {
  const chosen = await chooseFigures(query);
  return chosen.ok ? readFile(chosen.filter) : chosen;
}

/** Which figures are asked for; or why there are none: `missing` are the keys that are not there, each after the name of its parameter. */
type ChosenFigures =
  | { readonly ok: true; readonly filter: FileFilter }
  | (Extract<FiguresFile, { readonly ok: false }> & { readonly missing: readonly string[] });

/** Finds the keys that figures are asked for by. */
export async function chooseFigures(query: FiguresFileQuery): Promise<ChosenFigures> {
  const missing: string[] = [];
  const asOf = query["as-of"] ?? null;
  const knownOn = asOf === null ? null : await readKnownOn(asOf);
  if (asOf !== null && knownOn === null) {
    return { ok: false, code: "too_much_changed", message: TOO_MUCH_CHANGED, missing };
  }
  const one = async (name: string, key: string | undefined, find: (key: string) => Promise<{ id: number } | null>) => {
    if (key === undefined) return null;
    const row = await find(key);
    if (row === null) missing.push(`${name} ${key}`);
    return row?.id ?? null;
  };
  const slugOf = (slug: string) => ({ where: { slug, ...IN_USE }, select: { id: true } });
  const select = { id: true } as const;
  const [metric, topic] = [
    await one("metric", query.metric, (slug) => db().metric.findUnique(slugOf(slug))),
    await one("topic", query.topic, (slug) => db().topic.findUnique(slugOf(slug))),
  ];
  const ofTopic =
    topic === null ? null : (await db().metric.findMany({ where: { topicId: topic }, select })).map(({ id }) => id);
  const filter: FileFilter = {
    ids: query.id.length === 0 ? null : await idsOf(query.id, missing, knownOn),
    chart: await one("chart", query.chart, (slug) =>
      db().chart.findUnique({ where: { slug, ...PUBLISHED }, select: { id: true } }),
    ),
    metrics: metric === null ? ofTopic : [metric].filter((id) => ofTopic?.includes(id) ?? true),
    source: await one("source", query.source, (slug) => db().source.findUnique(slugOf(slug))),
    organisation: await one("organisation", query.organisation, (slug) => db().organisation.findUnique(slugOf(slug))),
    regions: query.region.length === 0 ? null : await regionsOf(query, missing),
    isAboutRegion: query.about === "region",
    wording: query.wording ?? null,
    outlook: query.outlook ?? null,
    fromYear: query.from ?? null,
    toYear: query.to ?? null,
    fresh: query.age === undefined ? null : await readFresh(asOf === null ? utcDay(new Date()) : firstDayOf(asOf)),
    knownOn,
    asOf,
    year: null,
  };
  if (missing.length === 0) return { ok: true, filter };
  const message = `Nothing published is called ${missing.slice(0, 10).join(", ")}: leave it out or correct it.`;
  return { ok: false, code: "not_found", message, missing };
}

async function idsOf(keys: readonly string[], missing: string[], knownOn: KnownOn | null): Promise<readonly number[]> {
  const rows = await db().$queryRaw<{ id: number | bigint; publicId: string }[]>`
    SELECT f."id", f."publicId" FROM "Figure" f WHERE f."publicId" IN (${engine().dialect.texts(JSON.stringify(keys))})
      AND ${conditionOf({ ...EVERY_FIGURE, knownOn }, "index")}`;
  const idOf = new Map(rows.map(({ id, publicId }) => [publicId, Number(id)]));
  for (const { id, figure } of knownOn?.corrected ?? []) if (keys.includes(figure.id)) idOf.set(figure.id, id);
  missing.push(...keys.filter((key) => !idOf.has(key)).map((key) => `figure ${key}`));
  return [...new Set(keys.flatMap((key) => idOf.get(key) ?? []))];
}

async function regionsOf({ region, places }: FiguresFileQuery, missing: string[]): Promise<readonly number[]> {
  const known = await db().region.findMany({
    where: { code: { in: region }, ...IN_USE },
    select: { id: true, code: true },
  });
  const codes = new Set(known.map(({ code }) => code));
  missing.push(...region.filter((code) => !codes.has(code)).map((code) => `region ${code}`));
  if (places === "without") return known.map(({ id }) => id);
  return regionsWithin([...codes]);
}
