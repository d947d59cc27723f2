import { databaseStands } from "@/lib/data/db/client";
import { publicationVersion } from "@/lib/data/db/publication-version";

/** Answers once the database has answered; 503 where its file is no longer the one that was opened. */
export async function GET(): Promise<Response> {
  await publicationVersion();
  if (!databaseStands()) {
    return Response.json({ status: "database_moved" }, { status: 503, headers: { "Cache-Control": "no-store" } });
  }
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
