import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { MOST_COMPARED } from "@/lib/data/public/compare/compare";
import { fillIn } from "@/lib/data/public/compare/fill-in";
import { readDisagreeing } from "@/lib/data/public/disagreements";
import { IN_USE } from "@/lib/data/public/figure-row";
import { openFiguresFile } from "@/lib/data/public/figures-file";
import { type FiguresFile, type FileFilter, readFile } from "@/lib/data/public/figures-file-read";
import { readKnownOn } from "@/lib/data/public/past/known-on";
import { listRegions } from "@/lib/data/public/regions";
import { searchFigureKeys } from "@/lib/data/public/search";
import { EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import type { PageFileQuery } from "@/lib/schemas/reuse/page-file";

/** Figures of a search in a file. */
const MOST_FOUND = 50_000;

/** The file of a page that can be read, and what is said of it. */
export type PageFile =
  | (Extract<FiguresFile, { readonly ok: true }> & {
      /** The number of the disagreement that each figure, by its key, belongs to; null where the file is not of disagreements. */
      readonly disagreementOf: ReadonlyMap<string, number> | null;
      /** How many figures there are in all, where the file has not all of them. */
      readonly of: number | null;
    })
  | Extract<FiguresFile, { readonly ok: false }>;

type Of<By extends PageFileQuery["by"]> = Extract<PageFileQuery, { readonly by: By }>;

/** The figures that a page is about, all of them, for a file. What is not there is said, as openFiguresFile does. */
export async function openPageFile(query: PageFileQuery): Promise<PageFile> {
  switch (query.by) {
    case "figures":
      return whole(await openFigures(query));
    case "compare":
      return whole(await openCompare(query));
    case "disagreements":
      return openDisagreements(query);
    case "search":
      return openSearch(query);
  }
}

const whole = (file: FiguresFile): PageFile => (file.ok ? { ...file, disagreementOf: null, of: null } : file);

const EVERYTHING: FileFilter = { ...EVERY_FIGURE, ids: null, chart: null, year: null, asOf: null };

async function openFigures({ query, isRegionByDefault }: Of<"figures">): Promise<FiguresFile> {
  const codeOf = await readCodes();
  const region = query.region.map((code) => codeOf.get(code.toLowerCase()) ?? code);
  const isThere = region.every((code) => codeOf.has(code.toLowerCase()));
  return openFiguresFile({ ...query, region: isRegionByDefault && !isThere ? [] : region });
}

/** Codes of regions by the same in small letters: pages find them in any case. */
async function readCodes(): Promise<ReadonlyMap<string, string>> {
  return new Map((await listRegions()).map(({ code }) => [code.toLowerCase(), code]));
}

async function openCompare({ metrics, regions, year, asOf }: Of<"compare">): Promise<FiguresFile> {
  const codeOf = await readCodes();
  const asked = {
    slugs: metrics.map((slug) => slug.toLowerCase()),
    codes: regions.map((code) => codeOf.get(code.toLowerCase()) ?? code),
  };
  const missing = [
    ...missingOf(
      "metric",
      asked.slugs,
      (await metricsOf(asked.slugs)).map(({ slug }) => slug),
    ),
    ...missingOf("region", asked.codes, [...codeOf.values()]),
  ];
  if (missing.length > 0) return notThere(missing);
  const shown = { slugs: asked.slugs.slice(0, MOST_COMPARED), codes: asked.codes.slice(0, MOST_COMPARED) };
  const filled = await fillIn(shown, MOST_COMPARED, asOf === null ? null : await readKnownOn(asOf));
  const slugs = asked.slugs.length > 0 ? asked.slugs : filled.slugs;
  const codes = asked.codes.length > 0 ? asked.codes : filled.codes;
  const places = await db().region.findMany({ where: { code: { in: [...codes] } }, select: { id: true } });
  return readFile({
    ...EVERYTHING,
    metrics: (await metricsOf(slugs)).map(({ id }) => id),
    regions: places.map(({ id }) => id),
    isAboutRegion: true,
    year,
    asOf,
  });
}

const metricsOf = (slugs: readonly string[]) =>
  db().metric.findMany({ where: { slug: { in: [...slugs] }, ...IN_USE }, select: { id: true, slug: true } });

async function openDisagreements({ topic, region }: Of<"disagreements">): Promise<PageFile> {
  const code = region === null ? null : ((await readCodes()).get(region.toLowerCase()) ?? null);
  const known = topic === null ? null : await db().topic.findUnique({ where: { slug: topic, ...IN_USE } });
  const missing = [
    ...(topic !== null && known === null ? [`topic ${topic}`] : []),
    ...(region !== null && code === null ? [`region ${region}`] : []),
  ];
  if (missing.length > 0) return notThere(missing);
  const claims = await readDisagreeing({ topic, region: code });
  const file = readFile({ ...EVERYTHING, ids: claims.map(({ id }) => id) });
  if (!file.ok) return file;
  return { ...file, of: null, disagreementOf: new Map(claims.map(({ key, place }) => [key, place])) };
}

async function openSearch({ text }: Of<"search">): Promise<PageFile> {
  const { keys, total } = await searchFigureKeys(text, MOST_FOUND);
  const { texts } = engine().dialect;
  const rows = await db().$queryRaw<{ id: number | bigint; publicId: string }[]>`
    SELECT f."id", f."publicId" FROM "Figure" f WHERE f."publicId" IN (${texts(JSON.stringify(keys))}) AND f."status" = 'published'`;
  const idOf = new Map(rows.map(({ id, publicId }) => [publicId, Number(id)]));
  const file = readFile({ ...EVERYTHING, ids: keys.flatMap((key) => idOf.get(key) ?? []) });
  return file.ok ? { ...file, disagreementOf: null, of: total > keys.length ? total : null } : file;
}

function missingOf(name: string, asked: readonly string[], known: readonly string[]): readonly string[] {
  return asked.filter((key) => !known.includes(key)).map((key) => `${name} ${key}`);
}

/** Said of keys that are not there: their absence must not look like a file without figures. */
function notThere(missing: readonly string[]): Extract<FiguresFile, { readonly ok: false }> {
  const message = `Nothing published is called ${missing.slice(0, 10).join(", ")}: leave it out or correct it.`;
  return { ok: false, code: "not_found", message };
}
