import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Tx } from "@/lib/data/db/transaction";
import { PrismaClient } from "@/lib/generated/postgresql/client";
import { readPostgresqlUrl } from "@/lib/postgresql-url";

/** How long it may take, in milliseconds: a copy of everything, of a large database. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * Does something in one transaction of a PostgreSQL database, all or nothing, which sees one moment of it and takes no turn among the
 * writers: to read everything beside them, or to write where there are none.
 */
export async function withLongTransaction<Result>(
  databaseUrl: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const { config, schema } = readPostgresqlUrl(databaseUrl);
  const pool = {
    ...config,
    max: 1,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    application_name: "footnote, a copy",
  };
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { schema }) });
  try {
    const options = { isolationLevel: "RepeatableRead", maxWait: 5000, timeout: LONGEST_MS } as const;
    // Both clients are made from one schema (engine.ts).
    return await client.$transaction((tx) => work(tx as unknown as Tx), options);
  } finally {
    await client.$disconnect();
  }
}
