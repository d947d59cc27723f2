import "server-only";
import type { Content, Stored } from "@/lib/data/writing/record";
import type { Tx } from "@/lib/data/writing/transaction";
import { fitsUnit } from "@/lib/reading/fit-metric";
import { phraseHoldsValue, phraseWarning, unitSaid } from "@/lib/reading/phrase-holds";
import type { InputIssue, Noun } from "@/lib/schemas/nouns";

/**
 * What is to be looked at in rows that were just saved, by the path of the field: a phrase that does not hold its figure's number, or
 * states another unit than the metric's. Both may be right, so neither is refused. Empty for anything but figures.
 */
export async function warningsOf(tx: Tx, noun: Noun, rows: readonly Stored<Noun>[]): Promise<readonly InputIssue[]> {
  if (noun !== "figures") return [];
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
  return contents.flatMap(({ value, valueHigh, metric, citations }, row) =>
    citations.flatMap(({ phrase, source }, index) => {
      if (phrase === null) return [];
      const said = { digits: value, digitsHigh: valueHigh };
      const language = languages.get(source) ?? null;
      const path = `${rows.length === 1 ? "" : `items.${row}.`}citations.${index}.phrase`;
      const check = phraseHoldsValue(phrase, said, language);
      const message = phraseWarning(check, said);
      if (message !== null) return [{ path, code: check.kind, message }];
      const [unit, measure] = [unitSaid(phrase, said, language), measures.get(metric)];
      if (unit === null || measure === undefined || fitsUnit(unit, measure) !== false) return [];
      const own = measure.counted ?? measure.unit;
      return [{ path, code: "other_unit", message: `The phrase says “${unit.text}”; this metric is in ${own}` }];
    }),
  );
}
