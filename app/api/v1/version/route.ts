import { publicationVersion } from "@/lib/data/db/publication-version";
import { READ_BY_ALL } from "@/lib/http/cors";

/** Number of the last change of anything public, for whoever keeps copies. */
export async function GET(): Promise<Response> {
  const headers = { ...READ_BY_ALL, "cache-control": "no-store" };
  return Response.json({ version: await publicationVersion() }, { headers });
}
