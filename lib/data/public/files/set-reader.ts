import "server-only";
import type { Dialect, Snapshot } from "@/lib/data/db/engine";
import { engine } from "@/lib/data/db/engines";
import type { CitedSource, FigureToExport } from "@/lib/exports/figure-row";
import { PUBLIC_FIELDS, type PublicParts } from "@/lib/figures/figure-fields";
import { groupBy } from "@/lib/figures/group";
import { Prisma } from "@/lib/generated/prisma/client";

/** A figure for a file, as it is today. */
export type FigureRead = FigureToExport & {
  readonly organisation: { readonly slug: string; readonly name: string } | null;
};

type Text = string | null;
type Row = readonly [key: number, ...unknown[]];

/** Records by internal key, each read once in a file, when first referred to: figures are many, what they refer to is not. */
class Records<Read extends Row, Item> {
  readonly #known = new Map<number, Item>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly columns: string,
    private readonly toItem: (row: Read) => Item,
  ) {}

  /** All of them that were read so far, those of these keys among them. */
  async of(keys: Iterable<number | null>): Promise<ReadonlyMap<number | null, Item>> {
    const missing = [...new Set(keys)].filter((key) => key !== null && !this.#known.has(key));
    if (missing.length > 0) {
      const rows = await this.snapshot.read<Read>(
        Prisma.sql`SELECT ${Prisma.raw(this.columns)} WHERE "id" IN (${engine().dialect.integers(JSON.stringify(missing))})`,
      );
      for (const row of rows) this.#known.set(row[0], this.toItem(row));
    }
    return this.#known;
  }
}

/** Columns of figuresOf that stand in a figure as they are, after those that FileRow names. */
const PLAIN_COLUMNS = Prisma.raw(PUBLIC_FIELDS.map((name) => `f."${name}"`).join(", "));

// In no order: putting rows so wide in order would take the database longer than reading them.
const figuresOf = ({ numbered, orderedJoin }: Dialect, ids: string) =>
  Prisma.sql`SELECT f."id", f."publicId", f."metricId", f."regionId", f."organisationId", f."wording", f."qualifier",
    f."value", f."digits", f."valueHigh", f."digitsHigh", f."alternativeDigits", f."alternativeUnit", f."periodStart", f."periodEnd",
    f."asOf", f."version", f."recordedAt", ${PLAIN_COLUMNS}
  FROM ${numbered(ids)} ${orderedJoin} "Figure" f ON f."id" = j.value`;

const citationsOf = ({ numbered, orderedJoin }: Dialect, ids: string) =>
  Prisma.sql`SELECT c."figureId", c."id", c."role", c."phrase", c."locator", c."sourceId"
  FROM ${numbered(ids)} ${orderedJoin} "Citation" c ON c."figureId" = j.value`;

/** Columns of figuresOf, in their order. */
type FileRow = readonly [
  ...[key: number, id: string, metric: number, region: number, organisation: number | null],
  ...[wording: FigureToExport["wording"], qualifier: Text],
  ...[value: number, digits: string, valueHigh: number | null, digitsHigh: Text],
  ...[alternativeDigits: Text, alternativeUnit: Text, periodStart: Text, periodEnd: Text, asOf: Text, version: number],
  recordedAt: Date | string,
  ...plain: PublicParts[keyof PublicParts][],
];
/** Place in a FileRow of the first of them. */
const FIRST_PLAIN = 18;

/** Columns of citationsOf, in their order. */
type CitationRow = readonly [figure: number, key: number, role: string, phrase: Text, locator: Text, source: number];

/** Reads figures of a snapshot of the database, set after set. */
export class SetReader {
  readonly #snapshot: Snapshot;
  readonly #metrics: Records<[number, string, string, string], FigureToExport["metric"]>;
  readonly #regions: Records<[number, string, string], FigureToExport["region"]>;
  readonly #organisations: Records<[number, string, string], NonNullable<FigureRead["organisation"]>>;
  readonly #sources: Records<[number, string, string, string, Text, string], CitedSource>;

  #last = { read: "", written: "" };

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#metrics = new Records(snapshot, `"id", "slug", "name", "unit" FROM "Metric"`, ([, slug, name, unit]) => ({
      ...{ slug, name, unit },
    }));
    this.#regions = new Records(snapshot, `"id", "code", "name" FROM "Region"`, ([, code, name]) => ({ code, name }));
    this.#organisations = new Records(snapshot, `"id", "slug", "name" FROM "Organisation"`, ([, slug, name]) => ({
      ...{ slug, name },
    }));
    this.#sources = new Records(
      snapshot,
      `"id", "slug", "title", "publisher", "published", "url" FROM "Source"`,
      ([, slug, title, publisher, published, url]) => ({ slug, title, publisher, published, url }),
    );
  }

  /** Figures by their internal keys; in no order. */
  async read(ids: readonly number[]): Promise<ReadonlyMap<number, FigureRead>> {
    const keys = JSON.stringify(ids);
    const { dialect } = engine();
    const rows = await this.#snapshot.read<FileRow>(figuresOf(dialect, keys));
    const cited = await this.#snapshot.read<CitationRow>(citationsOf(dialect, keys));
    const metrics = await this.#metrics.of(rows.map((row) => row[2]));
    const regions = await this.#regions.of(rows.map((row) => row[3]));
    const organisations = await this.#organisations.of(rows.map((row) => row[4]));
    const sources = await this.#sources.of(cited.map((row) => row[5]));
    const citationsOfFigure = groupBy(cited, (row) => row[0]);
    const found = new Map<number, FigureRead>();
    for (const row of rows) {
      found.set(row[0], {
        id: row[1],
        metric: known(metrics, row[2]),
        region: known(regions, row[3]),
        organisation: row[4] === null ? null : known(organisations, row[4]),
        wording: row[5],
        qualifier: row[6],
        value: row[7],
        digits: row[8],
        valueHigh: row[9],
        digitsHigh: row[10],
        alternative: row[11] === null || row[12] === null ? null : { digits: row[11], unit: row[12] },
        periodStart: row[13],
        periodEnd: row[14],
        asOf: row[15],
        version: row[16],
        recordedAt: this.#instant(row[17]),
        ...plainParts(row),
        citations: inOrder(citationsOfFigure.get(row[0]) ?? []).map(([, , , phrase, locator, source]) => ({
          ...{ phrase, locator, source: known(sources, source) },
        })),
      });
    }
    return found;
  }

  /** As ISO 8601; figures that were imported together have one. */
  #instant(read: Date | string): string {
    if (typeof read === "object") return read.toISOString();
    if (read !== this.#last.read) this.#last = { read, written: new Date(read).toISOString() };
    return this.#last.written;
  }
}

function known<Item>(records: ReadonlyMap<number | null, Item>, key: number): Item {
  const record = records.get(key);
  if (record === undefined) throw new Error(`A record that a figure refers to is not there: ${key}`);
  return record;
}

/** Citations with the origin first ("origin" comes before "repeat"), then as they were recorded. */
function inOrder(citations: readonly CitationRow[]): readonly CitationRow[] {
  if (citations.length < 2) return citations;
  return [...citations].sort(([, a, ofA], [, b, ofB]) => (ofA === ofB ? a - b : ofA < ofB ? -1 : 1));
}

/** In a loop: Object.fromEntries takes five times as long, which a file of all figures would show. */
function plainParts(row: FileRow): PublicParts {
  const parts: Record<string, FileRow[number]> = {};
  for (const [index, name] of PUBLIC_FIELDS.entries()) parts[name] = row[FIRST_PLAIN + index] ?? null;
  return parts as PublicParts;
}
