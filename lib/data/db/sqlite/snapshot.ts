import "server-only";
import Database, { type Statement } from "better-sqlite3";
import type { Snapshot } from "@/lib/data/db/engine";
import { READER_PRAGMAS } from "@/lib/data/db/sqlite/adapter";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * Opens a database file for a longer read that has to see one moment of it. Beside Prisma's adapter, which makes a bigint of each whole
 * number and a copy of each row: half of the time of a file of all figures.
 */
export async function openSnapshot(file: string): Promise<Snapshot> {
  const database = new Database(file, { readonly: true });
  for (const [name, value] of READER_PRAGMAS) database.pragma(`${name} = ${value}`);
  database.exec("BEGIN");
  const statements = new Map<string, Statement>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql).raw();
    statements.set(sql, statement);
    return statement;
  };
  return {
    async read<Row extends readonly unknown[]>({ sql, values }: Prisma.Sql) {
      return prepare(sql).all(...values) as readonly Row[];
    },
    async close() {
      database.close();
    },
  };
}
