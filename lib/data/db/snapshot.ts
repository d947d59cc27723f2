import "server-only";
import { openReader } from "@/lib/data/db/sqlite-adapter";

/** A database as it was when it was first read, whatever is written meanwhile. It holds a connection: close it. */
export interface Snapshot {
  /** The rows of a SELECT, each a list of its columns. */
  read<Row extends readonly unknown[]>(sql: string, values: readonly (string | number)[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Opens a database file for a longer read that has to see one moment of it. */
export async function openSnapshot(file: string): Promise<Snapshot> {
  const reader = await openReader(file);
  await reader.executeScript("BEGIN");
  return {
    async read<Row extends readonly unknown[]>(sql: string, values: readonly (string | number)[]) {
      const argTypes = values.map((value) => ({
        scalarType: typeof value === "string" ? ("string" as const) : ("int" as const),
        arity: "scalar" as const,
      }));
      return (await reader.queryRaw({ sql, args: [...values], argTypes })).rows as unknown as readonly Row[];
    },
    close: () => reader.dispose(),
  };
}
