import "server-only";
import { z } from "zod";
import { readCursor, writeCursor } from "@/lib/api/reading/cursor";
import { toFigureRecord } from "@/lib/api/reading/figure-record";
import { type Answer, goingOn, readQuery } from "@/lib/api/reading/for-readers";
import { assertKnown } from "@/lib/api/reading/known-keys";
import { listDisagreementsAfter } from "@/lib/data/public/disagreements";
import { ENUMS } from "@/lib/enums";
import { verdictsQuery } from "@/lib/schemas/api/parameters";

const int = z.int().min(0).max(99_999_999);
const place = z.tuple([
  ...[z.number().min(0), int, int, int, z.enum(ENUMS.Outlook), int, int, z.string().max(100), z.string().max(400)],
] as [z.ZodNumber, ...z.ZodType[]]);

/** What published claims differ about, the farthest apart first. */
export async function answerVerdicts(request: Request): Promise<Answer> {
  const { limit, cursor, metric = null, topic = null, region = null } = readQuery(request, verdictsQuery);
  await assertKnown({ metric, topic, region });
  const after = cursor === undefined ? null : readCursor("verdicts", cursor, place);
  const { disagreements, next } = await listDisagreementsAfter({ metric, topic, region }, after as never, limit);
  const goesOn = goingOn(request, next && writeCursor("verdicts", next));
  const data = disagreements.map(({ inAll, apart, figures }) => ({
    ...{ kind: "differ", claims: inAll, apart },
    figures: figures.map(toFigureRecord),
  }));
  return { body: { data, next: goesOn }, next: goesOn };
}
