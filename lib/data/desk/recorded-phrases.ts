import "server-only";
import { db } from "@/lib/data/client";

/** A figure that is recorded from a source, by the phrase that holds it. */
export interface RecordedPhrase {
  readonly key: string;
  readonly phrase: string;
  readonly digits: string;
}

/** Most phrases of one source that are told. */
const MOST = 2000;

/** Figures in use, drafts too, that cite a source with a phrase; none for a source that does not exist. */
export async function listRecordedPhrases(source: string): Promise<readonly RecordedPhrase[]> {
  const rows = await db().citation.findMany({
    where: { source: { slug: source }, phrase: { not: null }, figure: { status: { not: "retracted" } } },
    select: { phrase: true, figure: { select: { publicId: true, digits: true } } },
    orderBy: { id: "asc" },
    take: MOST,
  });
  return rows.flatMap(({ phrase, figure }) =>
    phrase === null || figure === null ? [] : [{ key: figure.publicId, phrase, digits: figure.digits }],
  );
}
