import "server-only";
import type { EngineKind } from "@/lib/data/db/engine";
import { TRANSACTIONS } from "@/lib/data/db/engine";
import { OneWriterPg } from "@/lib/data/db/postgresql/adapter";
import { ReplicaPg } from "@/lib/data/db/postgresql/replica";
import { openSnapshot } from "@/lib/data/db/postgresql/snapshot";
import { PrismaClient } from "@/lib/generated/postgresql/client";
import { Prisma, type PrismaClient as SqliteClient } from "@/lib/generated/prisma/client";

const { raw, sql } = Prisma;

const INTEGERS = /^(?:id|.+Id|firstDay|lastDay|version)$/;
const NUMBERS = new Set(["value", "valueHigh", "alternative"]);
const INSTANTS = new Set(["recordedAt", "at"]);
/** Keys that are texts, although their names end in Id. */
const TEXT_IDS = new Set(["publicId", "userId"]);

/** The type of a column of figures, citations or revisions, by its name. */
function typeOf(column: string): string {
  if (NUMBERS.has(column)) return "double precision";
  if (INSTANTS.has(column)) return "timestamp(3)";
  return INTEGERS.test(column) && !TEXT_IDS.has(column) ? "integer" : "text";
}

/** PostgreSQL 15 or later, anywhere. */
export const POSTGRESQL: EngineKind = {
  provider: "postgresql",
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
    byKey: Prisma.empty,
    byDay: Prisma.empty,
    bySeries: Prisma.empty,
    containing: (text) => ({ contains: text, mode: "insensitive" }) as { contains: string },
  },
};
