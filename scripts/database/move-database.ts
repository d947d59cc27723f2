/**
 * Copies a whole database into another, of the same kind or the other one: every table with its keys, history, accounts and sessions,
 * so that addresses, versions and who is signed in stay as they are. Then both are read through and compared.
 */
import { openClient } from "@/lib/data/db/client";
import { engineOf } from "@/lib/data/db/engines";
import type { Tx } from "@/lib/data/db/transaction";
import { isPostgresql, sqliteFile } from "@/lib/env";
import { continueKeys, copyTables, type MovedRows, type Step } from "./copy-tables";
import { UNFINISHED } from "./migration-names";
import { checkPostgresql, hasTable, refuseWhileUsed, withClient, withPreparingLock } from "./postgresql/state";
import { makeDatabaseAt } from "./prepare-database";
import { takeServingLock } from "./sqlite/locks";
import { checkSqlite } from "./sqlite/state";

/**
 * Moves everything from one database into another, which has to be empty, or to hold what an earlier move from the same one has left when
 * it was broken off: that is gone on with. `step` hears of each batch. Answers what was compared. Throws an error of one line that names
 * cause and cure; the source is never changed.
 */
export async function moveDatabase(from: string, to: string, step?: Step): Promise<readonly MovedRows[]> {
  if (from === to) throw new Error("Both are the same database: name another to move into");
  const move = async () => {
    await refuseHeld(to);
    await makeDatabaseAt(to);
    const [source, target] = [openClient(from), openClient(to)];
    try {
      await begin(source, target);
      const moved = await copyTables(source, { client: target, engine: engineOf(to) }, step);
      if (isPostgresql(to)) await continueKeys(target);
      await target.$executeRawUnsafe(`DROP TABLE "${UNFINISHED}"`);
      return moved;
    } finally {
      await Promise.all([source.$disconnect(), target.$disconnect()]);
    }
  };
  return isPostgresql(from) ? whileStillPostgresql(from, move) : whileStillSqlite(sqliteFile(from), move);
}

/** Does something while no site can serve a file. Throws where one does, and where it is not of this code. */
async function whileStillSqlite<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  checkSqlite(file);
  const release = takeServingLock(file);
  try {
    return await work();
  } finally {
    release();
  }
}

/** Does something while nobody can save to a database: whoever tries is answered that it is busy. Throws where anybody has it open. */
async function whileStillPostgresql<Result>(databaseUrl: string, work: () => Promise<Result>): Promise<Result> {
  await checkPostgresql(databaseUrl);
  return withPreparingLock(databaseUrl, async (client) => {
    await refuseWhileUsed(client);
    await client.query("BEGIN");
    await client.query(`SELECT "version" FROM "Publication" FOR UPDATE`);
    return work();
  });
}

/** Throws, before anything is done to it, where a PostgreSQL database that is no unfinished move's holds figures. */
async function refuseHeld(databaseUrl: string): Promise<void> {
  if (!isPostgresql(databaseUrl)) return;
  const isHeld = await withClient(databaseUrl, async (client) => {
    if ((await hasTable(client, UNFINISHED)) || !(await hasTable(client, "Figure"))) return false;
    return (await client.query(`SELECT EXISTS (SELECT 1 FROM "Figure") AS "is"`)).rows[0].is as boolean;
  });
  if (isHeld) throw new Error(HELD);
}

const HELD = "The database to move into holds something else already: name an empty one";

/** Notes in the target from which database it comes; throws where it holds anything that did not come from there. */
async function begin(source: Tx, target: Tx): Promise<void> {
  // The first change of a database, by its time, is that of no other.
  const first = await source.revision.findFirst({ orderBy: { id: "asc" } });
  const mark = JSON.stringify(first);
  await target.$executeRawUnsafe(`CREATE TABLE IF NOT EXISTS "${UNFINISHED}" ("source" TEXT NOT NULL)`);
  const [noted] = await target.$queryRawUnsafe<{ source: string }[]>(`SELECT "source" FROM "${UNFINISHED}"`);
  if (noted?.source === mark) return;
  const held = (await target.figure.count()) + (await target.region.count()) + (await target.user.count());
  if (noted === undefined && held > 0) await target.$executeRawUnsafe(`DROP TABLE "${UNFINISHED}"`);
  if (noted !== undefined || held > 0) {
    throw new Error(HELD);
  }
  await target.$executeRaw`INSERT INTO "_unfinished_move" ("source") VALUES (${mark})`;
}
