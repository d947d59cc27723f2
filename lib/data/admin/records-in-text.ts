import "server-only";
import { listInUse } from "@/lib/data/admin/choices";
import type { SourceRef } from "@/lib/figures/figure";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { detectMetadata } from "@/lib/reading/article/detect-metadata";
import { mayBeNamed } from "@/lib/reading/metrics/match-records";
import { organisationNames, publisherNames, regionNames } from "@/lib/reading/metrics/record-names";
import { mayBeSure } from "@/lib/reading/metrics/sure-metric";

/**
 * The records in use that a text may tell of, so that whoever reads it with these alone finds what they would find with all: regions and
 * organisations whose names stand in it, metrics whose names it says word by word, and the sources that its head may mean (of this
 * address, title or publisher).
 */
export async function listRecordsInText(text: string): Promise<Omit<FigureChoices, "topics">> {
  const [metrics, regions, organisations, sources] = await Promise.all([
    listInUse("metrics"),
    listInUse("regions"),
    listInUse("organisations"),
    sourcesOfHead(text),
  ]);
  return {
    metrics: mayBeSure(text, metrics),
    regions: mayBeNamed(text, regions, regionNames),
    organisations: mayBeNamed(text, organisations, organisationNames),
    sources,
  };
}

/** How much of a text its head is looked for in, in characters. */
const HEAD = 6000;

async function sourcesOfHead(text: string): Promise<readonly SourceRef[]> {
  const sources = await listInUse("sources");
  const { title, url } = detectMetadata(text, sources.flatMap(publisherNames));
  const head = text.slice(0, HEAD).replaceAll(/\s+/g, " ").toLowerCase();
  const told = new Set<string>();
  return sources.filter((source) => {
    const names = publisherNames(source).filter((name) => !told.has(name) && head.includes(name.toLowerCase()));
    for (const name of names) told.add(name);
    const isTitle = title !== "" && source.title.toLowerCase() === title.toLowerCase();
    return names.length > 0 || isTitle || source.url === url;
  });
}
