import "server-only";
import { gone } from "@/lib/api/gone-response";
import { keyPlace, readCursor, writeCursor } from "@/lib/api/reading/cursor";
import { toFigureRecord } from "@/lib/api/reading/figure-record";
import { type Answer, goingOn, readQuery } from "@/lib/api/reading/for-readers";
import { listFiguresByIds } from "@/lib/data/public/figures";
import { listCorrections } from "@/lib/data/public/past/corrections";
import { findPublicHistory } from "@/lib/data/public/public-history";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { siteAddress } from "@/lib/env";
import type { Figure } from "@/lib/figures/figure";
import type { FigureChange } from "@/lib/figures/history";
import { paths } from "@/lib/paths";
import { correctionsQuery, revisionsQuery } from "@/lib/schemas/api/parameters";

/** Corrections of published figures, newest first. */
export async function answerCorrections(request: Request): Promise<Answer> {
  const { cursor } = readQuery(request, correctionsQuery);
  const before = cursor === undefined ? null : readCursor("corrections", cursor, keyPlace);
  const { list, earlier } = await listCorrections(before);
  const next = goingOn(request, earlier === null ? null : writeCursor("corrections", earlier));
  const data = list.map(({ before, after, changes, replacedBy, ...correction }) => ({
    ...correction,
    address: siteAddress() + paths.revision(correction.figure, correction.revision),
    ...asTold({ before, after, changes, replacedBy }),
  }));
  return { body: { data, next }, next };
}

/** What readers may see of the history of a figure, oldest first; of a withdrawn one, too. */
export async function answerRevisions(request: Request): Promise<Answer> {
  const { figure: key } = readQuery(request, revisionsQuery);
  const withdrawal = await findWithdrawal("figures", key);
  if (withdrawal === null && (await listFiguresByIds([key])).length === 0) throw gone(null);
  const history = await findPublicHistory(key);
  const data = history.map(({ id, before, after, changes, replacedBy, ...revision }) => ({
    ...{ revision: id, address: siteAddress() + paths.revision(key, id), ...revision },
    ...asTold({ before, after, changes, replacedBy }),
  }));
  return { body: { data } };
}

function asTold({ before, after, changes, replacedBy }: FigureChange) {
  return { before: told(before), after: told(after), changes, replacedBy };
}

/** A figure as it was, without when and in which version; null for one whose sources are not there any more. */
function told(figure: Figure | null) {
  if (figure === null || figure.citations.length === 0) return null;
  const { recordedAt: _, version: __, ...said } = toFigureRecord(figure);
  return said;
}
