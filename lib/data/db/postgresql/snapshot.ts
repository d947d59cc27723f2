import "server-only";
import type { Snapshot } from "@/lib/data/db/engine";
import type { Prisma } from "@/lib/generated/prisma/client";
import { PrimaryClient } from "@/lib/postgresql-client";
import { readPostgresqlUrl } from "@/lib/postgresql-url";

/** Opens a database for a longer read that has to see one moment of it. */
export async function openSnapshot(databaseUrl: string): Promise<Snapshot> {
  const client = new PrimaryClient({
    ...readPostgresqlUrl(databaseUrl).config,
    application_name: "footnote, a longer read",
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // What is under way then fails by itself.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  return {
    async read<Row extends readonly unknown[]>({ text, values }: Prisma.Sql) {
      const { rows } = await client.query({ text, values: [...values], rowMode: "array" });
      return rows as unknown as readonly Row[];
    },
    close: () => client.end(),
  };
}
