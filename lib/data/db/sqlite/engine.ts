import "server-only";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import type { EngineKind } from "@/lib/data/db/engine";
import { LONG_TRANSACTIONS, TRANSACTIONS } from "@/lib/data/db/engine";
import { DurableSqlite } from "@/lib/data/db/sqlite/adapter";
import { openSnapshot } from "@/lib/data/db/sqlite/snapshot";
import { sqliteFile } from "@/lib/env";
import { Prisma, PrismaClient } from "@/lib/generated/prisma/client";

const { raw, sql } = Prisma;

/** SQLite, in a file. */
export const SQLITE: EngineKind = {
  provider: "sqlite",
  isShared: false,
  open(databaseUrl) {
    const file = sqliteFile(databaseUrl);
    const adapter = new DurableSqlite(file);
    const client = new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });
    // The log of changes lies beside the file, in its folder.
    const isWritable = () => Promise.all([file, path.dirname(file)].map((place) => access(place, constants.W_OK)));
    return {
      client,
      stands: () => adapter.fileStands(),
      isWritable: () =>
        isWritable().then(
          () => true,
          () => false,
        ),
    };
  },
  openSnapshot: (databaseUrl) => openSnapshot(sqliteFile(databaseUrl)),
  async inTwoSteps(client, first, second) {
    // On the one connection that writes.
    await first(client);
    return client.$transaction(second, LONG_TRANSACTIONS);
  },
  openReplica() {
    throw new Error("A SQLite file has no replica");
  },
  dialect: {
    list: (json) => sql`json_each(${json}) j`,
    cell: (index) => `j.value->>${index}`,
    orderedJoin: raw("CROSS JOIN"),
    integers: (json) => sql`SELECT value FROM json_each(${json})`,
    texts: (json) => sql`SELECT value FROM json_each(${json})`,
    numbered: (json) => sql`json_each(${json}) j`,
    member: (column, name) => raw(`${column}->>'${name}'`),
    without: (column, name) => raw(`json_remove(${column}, '$.${name}')`),
    withMember: (column, name, text) => sql`json_set(${raw(column)}, ${`$.${name}`}, ${text})`,
    now: raw(`strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')`),
    secondsSince: (column) => raw(`(julianday('now') - julianday("${column}")) * 86400`),
    byKey: raw("NOT INDEXED"),
    byDay: raw(`INDEXED BY "Figure_by_day_idx"`),
    instant: (text) => sql`${text.replace("Z", "")}`,
    byCorrection: raw(`INDEXED BY "Revision_corrections_idx"`),
    byPublication: raw(`INDEXED BY "Revision_publications_idx"`),
    bySeries: raw(`INDEXED BY "Figure_by_series_idx"`),
    containing: (text) => ({ contains: text }),
  },
};
