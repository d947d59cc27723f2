import "server-only";
import type { EngineKind } from "@/lib/data/db/engine";
import { LONG_TRANSACTIONS, TRANSACTIONS } from "@/lib/data/db/engine";
import { OneWriterPg, TAKE_TURN, waiting } from "@/lib/data/db/postgresql/adapter";
import { ReplicaPg } from "@/lib/data/db/postgresql/replica";
import { openSnapshot } from "@/lib/data/db/postgresql/snapshot";
import { env } from "@/lib/env";
import { PrismaClient } from "@/lib/generated/postgresql/client";
import { Prisma, type PrismaClient as SqliteClient } from "@/lib/generated/prisma/client";

const { raw, sql } = Prisma;

const INTEGERS = /^(?:id|.+Id|firstDay|lastDay|version|page)$/;
const NUMBERS = new Set(["value", "valueHigh", "alternative"]);
const INSTANTS = new Set(["recordedAt", "at"]);
/** Keys that are texts, although their names end in Id. */
const TEXT_IDS = new Set(["publicId", "userId", "jobId"]);

/** The type of a column of figures, citations, revisions or rows of an import, by its name. */
function typeOf(column: string): string {
  if (NUMBERS.has(column)) return "double precision";
  if (INSTANTS.has(column)) return "timestamp(3)";
  return INTEGERS.test(column) && !TEXT_IDS.has(column) ? "integer" : "text";
}

/** PostgreSQL 15 or later, anywhere. */
export const POSTGRESQL: EngineKind = {
  provider: "postgresql",
  isShared: true,
  open(databaseUrl) {
    const client = new PrismaClient({ adapter: new OneWriterPg(databaseUrl), transactionOptions: TRANSACTIONS });
    // Both are made from one schema: they differ in what only one engine has, which nobody uses.
    return {
      client: client as unknown as SqliteClient,
      stands: () => true,
      // A standby, or a database that was set to be read only.
      async isWritable() {
        const [row] = await client.$queryRaw<
          { readonly state: string }[]
        >`SELECT current_setting('transaction_read_only') AS state`;
        return row?.state === "off";
      },
    };
  },
  openSnapshot,
  async inTwoSteps(_, first, second) {
    const own = new PrismaClient({ adapter: new OneWriterPg(env().DATABASE_URL, "late") });
    try {
      return await own.$transaction(async (tx) => {
        const both = tx as unknown as Prisma.TransactionClient;
        await tx.$queryRaw(raw(waiting(LONG_TRANSACTIONS.maxWait)));
        await first(both);
        await tx.$queryRaw(raw(TAKE_TURN));
        return second(both);
      }, LONG_TRANSACTIONS);
    } finally {
      await own.$disconnect();
    }
  },
  openReplica(replicaUrl, databaseUrl) {
    const adapter = new ReplicaPg(replicaUrl, new OneWriterPg(databaseUrl));
    return { client: new PrismaClient({ adapter }) as unknown as SqliteClient, version: () => adapter.version() };
  },
  dialect: {
    list: (json) => sql`jsonb_array_elements(${json}::jsonb) AS j(value)`,
    cell: (index, column) => `(j.value->>${index})::${typeOf(column)}`,
    orderedJoin: raw("JOIN"),
    integers: (json) => sql`SELECT value::integer FROM jsonb_array_elements_text(${json}::jsonb)`,
    texts: (json) => sql`SELECT value FROM jsonb_array_elements_text(${json}::jsonb)`,
    numbered: (json) =>
      sql`(SELECT value::integer, key FROM jsonb_array_elements_text(${json}::jsonb) WITH ORDINALITY AS e(value, key)) j`,
    member: (column, name) => raw(`${column}::jsonb->>'${name}'`),
    without: (column, name) => raw(`(${column}::jsonb - '${name}')`),
    // jsonb would put the members into another order. A quote within a text is escaped, so that this is the member itself.
    withMember: (column, name, text) =>
      sql`regexp_replace(${raw(column)}, ${`"${name}":"[^"]*"`}, ${`"${name}":"${text}"`})`,
    now: raw(`(clock_timestamp() AT TIME ZONE 'UTC')`),
    secondsSince: (column) =>
      raw(`extract(epoch FROM clock_timestamp() AT TIME ZONE 'UTC' - "${column}")::double precision`),
    byKey: Prisma.empty,
    byDay: Prisma.empty,
    instant: (text) => sql`${text.replace("Z", "")}::timestamp(3)`,
    byCorrection: Prisma.empty,
    byPublication: Prisma.empty,
    bySeries: Prisma.empty,
    containing: (text) => ({ contains: text, mode: "insensitive" }) as { contains: string },
  },
};
