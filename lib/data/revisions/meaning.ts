import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import { AffectsFigures, invalid } from "@/lib/data/errors";
import type { Content, Stored } from "@/lib/data/revisions/record";
import type { AffectedFigure } from "@/lib/figures/view-models";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ChangeReasonFields, Resource } from "@/lib/schemas/resources";

/**
 * Fields of a record that say what its figures say: whoever reads a figure reads them beside its number. A change of one needs a
 * reason where readers see such figures, and stands in the public history of each (lib/data/public/public-history.ts).
 */
export const MEANING = {
  metrics: ["name", "unit", "kind", "counted", "shareOf", "definition"],
  regions: ["name", "level", "parent"],
  organisations: ["name"],
  sources: ["title", "publisher", "published", "url"],
} as const satisfies Partial<Readonly<Record<Resource, readonly string[]>>>;

/** Fields of a metric in which its figures are measured: changed, every number under it means something else. */
const MEASURE = ["unit", "kind", "counted", "shareOf"] as const;

/** Most figures whose phrases are read within a save. Above, a measure stays as it is. */
const MOST_READ = 1000;
/** Most figures that an answer lists; it says how many there are. */
const MOST_LISTED = 100;

/**
 * Refuses a change of what figures say. The measure of a metric changes only when whoever changes it has seen what every figure
 * would then say (`affectedFigures`: how many), and never over a phrase that states another unit. All else that readers read
 * beside a number changes with a reason.
 */
export async function checkMeaning<N extends Resource>(
  tx: Tx,
  resource: N,
  before: Stored<N>,
  content: Content<N>,
  changeReason: ChangeReasonFields,
): Promise<void> {
  if (!(resource in MEANING)) return;
  const [was, becomes] = [before.content, content] as unknown as readonly Readonly<Record<string, unknown>>[];
  const differs = (field: string) => (was?.[field] ?? null) !== (becomes?.[field] ?? null);
  if (!MEANING[resource as keyof typeof MEANING].some(differs)) return;
  if (resource === "metrics" && MEASURE.some(differs)) {
    await checkMeasure(tx, before.id, { was, becomes } as unknown as Measures, changeReason);
  }
  const seen = await tx.figure.count({
    where: { ...figuresOf(resource as keyof typeof MEANING, before.id), status: "published" },
  });
  if (seen > 0 && changeReason.reason === null) {
    const figures = seen === 1 ? "1 published figure" : `${seen} published figures`;
    throw invalid("reason", "missing", `Readers read this beside ${figures}: say in a few words why it changes`);
  }
}

function figuresOf(resource: keyof typeof MEANING, id: number): Prisma.FigureWhereInput {
  switch (resource) {
    case "metrics":
      return { metricId: id };
    case "regions":
      return { regionId: id };
    case "organisations":
      return { organisationId: id };
    case "sources":
      return { citations: { some: { sourceId: id } } };
  }
}

interface Measures {
  readonly was: Content<"metrics">;
  readonly becomes: Content<"metrics">;
}

async function checkMeasure(
  tx: Tx,
  metricId: number,
  measures: Measures,
  changeReason: ChangeReasonFields,
): Promise<void> {
  const rows = await tx.figure.findMany({
    where: { metricId },
    select: {
      publicId: true,
      status: true,
      wording: true,
      digits: true,
      digitsHigh: true,
      region: { select: { name: true } },
      organisation: { select: { name: true } },
      citations: { select: { phrase: true, source: { select: { language: true } } }, orderBy: { id: "asc" } },
    },
    orderBy: [{ status: "asc" }, { id: "asc" }],
    take: MOST_READ + 1,
  });
  if (rows.length === 0) return;
  if (rows.length > MOST_READ) {
    throw invalid(
      "unit",
      "in_use",
      `More than ${MOST_READ} figures are measured in this: add a metric for the other measure`,
    );
  }
  // The reader of phrases is large, and who only reads figures shares this file.
  const { otherUnitSaid } = await import("@/lib/reading/phrase-holds");
  const figures = rows.map((row): AffectedFigure => {
    const said = row.citations.flatMap(({ phrase, source }) =>
      phrase === null ? [] : (otherUnitSaid(phrase, row, measures, source.language) ?? []),
    );
    return {
      key: row.publicId,
      status: row.status,
      about: row.organisation?.name ?? row.region.name,
      wording: row.wording,
      value: row.digits,
      valueHigh: row.digitsHigh,
      phrase: row.citations[0]?.phrase ?? null,
      otherUnit: said[0] ?? null,
    };
  });
  const contradicted = figures.filter(({ otherUnit }) => otherUnit !== null);
  const isConfirmed = changeReason.affectedFigures === figures.length && changeReason.reason !== null;
  if (contradicted.length === 0 && isConfirmed) return;
  const listed = [...contradicted, ...figures.filter(({ otherUnit }) => otherUnit === null)].slice(0, MOST_LISTED);
  const affected = { count: figures.length, contradicted: contradicted.length, figures: listed };
  throw new AffectsFigures(affected, changeReason.reason === null);
}
