import { readDocument } from "@/lib/api/operations/document";
import { forReaders, readQuery } from "@/lib/api/reading/for-readers";
import { preflight } from "@/lib/http/cors";
import { noQuery } from "@/lib/schemas/api/parameters";

/** What the API offers (OpenAPI 3.1). */
export const GET = forReaders(async ({ request }) => {
  readQuery(request, noQuery);
  return { body: await readDocument() };
});
export const OPTIONS = preflight();
