import { publicationVersion } from "@/lib/data/db/publication-version";

/** Number of the last change of anything public, for whoever keeps copies. */
export async function GET(): Promise<Response> {
  return Response.json({ version: await publicationVersion() }, { headers: { "Cache-Control": "no-store" } });
}
