import { randomUUID } from "node:crypto";
import { db } from "@/lib/data/db/client";
import { apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

/** For a test file that writes as an editor: the way to ask, creating under a key of its own, and a source that figures may cite. */
export async function asEditor() {
  const api = apiAs((await makePerson("editor")).headers);
  const create = (resource: string, body: object) => api("POST", resource, { body, attempt: randomUUID() });
  const { slug: source } = await db().source.findFirstOrThrow({ orderBy: { id: "asc" } });
  return { api, create, source };
}
