import "server-only";
import { keyPlace, readCursor, writeCursor } from "@/lib/api/reading/cursor";
import { type Answer, goingOn, readQuery } from "@/lib/api/reading/for-readers";
import { assertKnown } from "@/lib/api/reading/known-keys";
import { withoutDrafts } from "@/lib/data/commands/find";
import { listRecords, type RecordFilter } from "@/lib/data/public/listing/record-list";
import type { ListedResource } from "@/lib/data/resources/store";
import { recordsQueries } from "@/lib/schemas/api/parameters";

/** Public records of a resource, in the order in which they were made. */
export async function answerRecords(request: Request, resource: ListedResource): Promise<Answer> {
  const { limit, cursor, ...filter } = readQuery(request, recordsQueries[resource]);
  await assertKnown(filter);
  const after = cursor === undefined ? 0 : readCursor(resource, cursor, keyPlace);
  const { records, next } = await listRecords(resource, filter satisfies RecordFilter, after, limit);
  const data = await Promise.all(records.map((record) => withoutDrafts(resource, record)));
  const goesOn = goingOn(request, next === null ? null : writeCursor(resource, next));
  return { body: { data, next: goesOn }, next: goesOn };
}
