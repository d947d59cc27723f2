/** Hears of PostgreSQL that something was published, sooner than by asking. */
import type { Client } from "pg";
import { isPooled, PrimaryClient } from "@/lib/postgresql-client";
import { readPostgresqlUrl } from "@/lib/postgresql-url";

/** What the trigger of "Publication" notifies (prisma/postgresql/migrations). */
const CHANNEL = "footnote_published";
/** After how long a connection that was lost is made anew, in milliseconds. */
const RETRY_MS = 1000;

/**
 * Calls `noticed` when something was published, and when that may have been missed, until it is closed. It is no promise: a connection
 * that is lost is made anew, and behind a pooler that gives a connection to whoever asks next there is nothing to listen at.
 */
export function listenForPublished(databaseUrl: string, noticed: () => void): { readonly close: () => void } {
  const closing = new AbortController();
  let listener: Client | null = null;
  const listen = async () => {
    const client = new PrimaryClient({
      ...readPostgresqlUrl(databaseUrl).config,
      application_name: "footnote, notices",
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    });
    listener = client;
    const ended = new Promise((resolve) => client.once("end", resolve));
    client.on("error", () => undefined).on("notification", noticed);
    await client.connect();
    if (await isPooled(client)) {
      closing.abort();
      return client.end();
    }
    await client.query(`LISTEN ${CHANNEL}`);
    noticed();
    await ended;
  };
  const listenOn = async () => {
    while (!closing.signal.aborted) {
      await listen().catch(() => listener?.end().catch(() => undefined));
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
    }
  };
  void listenOn();
  const close = () => {
    closing.abort();
    void listener?.end().catch(() => undefined);
  };
  return { close };
}
