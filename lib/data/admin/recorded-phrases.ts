import "server-only";
import { db } from "@/lib/data/db/client";

/** A figure that is recorded from a source, by the phrase that holds it ("" where none was kept). */
export interface RecordedPhrase {
  readonly key: string;
  readonly phrase: string;
  readonly digits: string;
  readonly version: number;
  readonly isPublished: boolean;
}

/** Most figures of one source that are told. */
const MOST = 2000;

/** Figures in use, drafts too, that cite a source; none for a source that does not exist. */
export async function listRecordedPhrases(source: string): Promise<readonly RecordedPhrase[]> {
  const rows = await db().citation.findMany({
    where: { source: { slug: source }, figure: { status: { not: "retracted" } } },
    select: { phrase: true, figure: { select: { publicId: true, digits: true, version: true, status: true } } },
    orderBy: { id: "asc" },
    take: MOST,
  });
  return rows.flatMap(({ phrase, figure }) =>
    figure === null
      ? []
      : [
          {
            key: figure.publicId,
            phrase: phrase ?? "",
            digits: figure.digits,
            version: figure.version,
            isPublished: figure.status === "published",
          },
        ],
  );
}
