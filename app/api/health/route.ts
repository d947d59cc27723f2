import { databaseState } from "@/lib/data/db/client";
import { publicationVersion } from "@/lib/data/db/publication-version";
import { logEvent } from "@/lib/log";

const UNKNOWN = { status: "unavailable", ready: false, writable: false, version: null };

/**
 * How the site stands, for a balancer or a supervisor: 200 where readers are served ("read_only" where nothing can be saved meanwhile),
 * 503 where the database does not answer or its file is no longer the one that was opened. `version` is the publication version.
 */
export async function GET(): Promise<Response> {
  const state = await stateNow().catch((error: unknown) => {
    logEvent("error", "The database does not answer", { detail: error });
    return UNKNOWN;
  });
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}

async function stateNow() {
  const version = await publicationVersion();
  const database = await databaseState();
  const status = database === "moved" ? "database_moved" : database;
  return { status, ready: database !== "moved", writable: database === "ok", version };
}
