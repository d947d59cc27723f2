import "server-only";
import { db } from "@/lib/data/client";
import { keptUntilChange } from "@/lib/data/kept";
import { differences, MODELS, readSnapshot } from "@/lib/data/writing/revisions";
import type { DeskNoun, LatestChange, LatestChanges } from "@/lib/figures/desk";
import type { Prisma } from "@/lib/generated/prisma/client";

const PAGE_SIZE = 50;
const IMPORTS = "ImportBatch";

/** Which changes to list: of one noun, of one person, before a revision; null for all. */
export interface LatestQuery {
  readonly noun: DeskNoun | "imports" | null;
  readonly who: string | null;
  readonly before: number | null;
}

/** The latest changes of all records, newest first, 50 at a time. The rows of an import count as the one change that it was. */
export async function listLatestChanges({ noun, who, before }: LatestQuery): Promise<LatestChanges> {
  const model = noun === null ? null : noun === "imports" ? IMPORTS : MODELS[noun];
  const where: Prisma.RevisionWhereInput = {
    OR: [{ batchId: null }, { noun: IMPORTS }],
    ...(model === null ? {} : { noun: model }),
    ...(who === null ? {} : { who }),
    ...(before === null ? {} : { id: { lt: before } }),
  };
  const [rows, people] = await Promise.all([
    db().revision.findMany({ where, orderBy: { id: "desc" }, take: PAGE_SIZE + 1 }),
    keptUntilChange("desk people", () => db().revision.groupBy({ by: ["who"], orderBy: { who: "asc" } })),
  ]);
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    changes: shown.flatMap((row) => toChange(row) ?? []),
    people: people.map((each) => each.who),
    earlier: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
  };
}

type Row = Prisma.RevisionGetPayload<Record<string, never>>;

function toChange(row: Row): LatestChange | null {
  const { id, kind, cause, reason, who, at, key } = row;
  const shared = { kind, cause, reason, who, at: at.toISOString(), revision: id, key };
  if (row.noun === IMPORTS) return { ...shared, noun: "imports", name: null, changes: [] };
  const noun = nounOf(row.noun);
  if (noun === null) return null;
  const [was, became] = [readSnapshot(noun, row.before), readSnapshot(noun, row.after)];
  return {
    ...shared,
    noun,
    name: nameOf(became ?? was),
    changes: became === null ? [] : differences(was, became),
  };
}

function nounOf(model: string): DeskNoun | null {
  const nouns = Object.keys(MODELS) as DeskNoun[];
  return nouns.find((noun) => MODELS[noun] === model) ?? null;
}

function nameOf(version: Readonly<Record<string, unknown>> | null): string | null {
  if (version === null) return null;
  const { name, title, metric, region } = version;
  if (typeof metric === "string") return `${metric}, ${region}`;
  return [name, title].find((text) => typeof text === "string") ?? null;
}
