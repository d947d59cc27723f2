import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import type { Content, Stored } from "@/lib/data/revisions/record";
import { phraseWarning, readPhraseFor } from "@/lib/reading/phrase-holds";
import { looksOf } from "@/lib/schemas/looks";
import type { InputIssue, Resource } from "@/lib/schemas/resources";

const IN_USE = { retracted: false } as const;
/** The name of each row in use of a resource whose names are to differ, by its key. */
const NAMES = {
  metrics: (tx: Tx) => tx.metric.findMany({ where: IN_USE, select: { slug: true, name: true } }),
  organisations: (tx: Tx) => tx.organisation.findMany({ where: IN_USE, select: { slug: true, name: true } }),
  topics: (tx: Tx) => tx.topic.findMany({ where: IN_USE, select: { slug: true, name: true } }),
} as const;

/** Names that look like those of other rows: "Zebra" beside "zebra", or with letters of another script in it. */
async function twinsOf(
  tx: Tx,
  resource: keyof typeof NAMES,
  rows: readonly Stored<Resource>[],
): Promise<readonly InputIssue[]> {
  const known = await NAMES[resource](tx);
  return rows.flatMap(({ key, content }) => {
    const { name } = content as Content<"organisations">;
    const twin = known.find(({ slug, name: other }) => slug !== key && looksOf(other) === looksOf(name));
    if (twin === undefined) return [];
    return [{ path: "name", code: "twin", message: `“${twin.name}” (${twin.slug}) looks the same: is it another?` }];
  });
}

/**
 * What is to be looked at in rows that were just saved, by the path of the field: a phrase that does not hold its figure's number, hedges it
 * in another way, or states another unit than the metric's; a name that looks like another's. All may be right, so none is refused.
 */
export async function warningsOf(
  tx: Tx,
  resource: Resource,
  rows: readonly Stored<Resource>[],
): Promise<readonly InputIssue[]> {
  if (resource in NAMES) return twinsOf(tx, resource as keyof typeof NAMES, rows);
  if (resource !== "figures") return [];
  const contents = rows.map(({ content }) => content as Content<"figures">);
  const sources = await tx.source.findMany({
    where: { slug: { in: [...new Set(contents.flatMap(({ citations }) => citations.map(({ source }) => source)))] } },
    select: { slug: true, language: true },
  });
  const metrics = await tx.metric.findMany({
    where: { slug: { in: [...new Set(contents.map(({ metric }) => metric))] } },
    select: { slug: true, unit: true, counted: true },
  });
  const languages = new Map(sources.map(({ slug, language }) => [slug, language]));
  const measures = new Map(metrics.map((metric) => [metric.slug, metric]));
  return contents.flatMap(({ value, valueHigh, wording, metric, citations }, row) =>
    citations.flatMap(({ phrase, source }, index) => {
      if (phrase === null) return [];
      const said = { digits: value, digitsHigh: valueHigh };
      const language = languages.get(source) ?? null;
      const path = `${rows.length === 1 ? "" : `items.${row}.`}citations.${index}.phrase`;
      const warning = phraseWarning(readPhraseFor(said, phrase, language), {
        ...said,
        wording,
        measure: measures.get(metric) ?? null,
        language,
      });
      return warning === null ? [] : [{ path, ...warning }];
    }),
  );
}
