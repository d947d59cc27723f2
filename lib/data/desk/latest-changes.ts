import "server-only";
import { db } from "@/lib/data/client";
import { changeOf } from "@/lib/data/writing/history";
import { readSnapshot } from "@/lib/data/writing/revisions";
import { MODELS } from "@/lib/data/writing/tables";
import type { DeskNoun, LatestChange, LatestChanges } from "@/lib/figures/desk";
import type { Prisma } from "@/lib/generated/prisma/client";

const PAGE_SIZE = 50;
const DESK_NOUNS = Object.keys(MODELS) as DeskNoun[];
const IMPORTS = "ImportBatch";

/** Which changes to list: of one noun, of one person, before a revision; null for all. */
export interface LatestQuery {
  readonly noun: DeskNoun | "imports" | null;
  readonly who: string | null;
  readonly before: number | null;
}

/** The latest changes of all records, newest first, 50 at a time, and everyone with an account, by name. The rows of an import count as the one change that it was. */
export async function listLatestChanges({ noun, who, before }: LatestQuery): Promise<LatestChanges> {
  const nouns = noun === null ? ([...DESK_NOUNS, "imports"] as const) : [noun];
  const asked = { ...(who === null ? {} : { who }), ...(before === null ? {} : { id: { lt: before } }) };
  // Each noun by itself: an index has its changes in order, so that no more are read than are shown.
  const latest = nouns.map((each) =>
    db().revision.findMany({
      where: { ...(each === "imports" ? { noun: IMPORTS } : { noun: MODELS[each], batchId: null }), ...asked },
      orderBy: { id: "desc" },
      take: PAGE_SIZE + 1,
    }),
  );
  const [people, ...found] = await Promise.all([
    db().user.findMany({ distinct: ["name"], select: { name: true }, orderBy: { name: "asc" } }),
    ...latest,
  ]);
  const rows = found.flat().sort((a, b) => b.id - a.id);
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    changes: shown.flatMap((row) => toChange(row) ?? []),
    people: people.map(({ name }) => name),
    earlier: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
  };
}

function toChange(row: Prisma.RevisionGetPayload<object>): LatestChange | null {
  const { key, before, after } = row;
  if (row.noun === IMPORTS) return { ...changeOf(null, row), noun: "imports", key, name: null };
  const noun = DESK_NOUNS.find((each) => MODELS[each] === row.noun);
  if (noun === undefined) return null;
  const name = nameOf(readSnapshot(noun, after) ?? readSnapshot(noun, before));
  return { ...changeOf(noun, row), noun, key, name };
}

function nameOf(version: Readonly<Record<string, unknown>> | null): string | null {
  if (version === null) return null;
  const { name, title, metric, region } = version;
  if (typeof metric === "string") return `${metric}, ${region}`;
  return [name, title].find((text) => typeof text === "string") ?? null;
}
