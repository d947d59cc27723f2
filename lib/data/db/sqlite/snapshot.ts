import "server-only";
import type { Snapshot } from "@/lib/data/db/engine";
import { openReader } from "@/lib/data/db/sqlite/adapter";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Opens a database file for a longer read that has to see one moment of it. */
export async function openSnapshot(file: string): Promise<Snapshot> {
  const reader = await openReader(file);
  await reader.executeScript("BEGIN");
  return {
    async read<Row extends readonly unknown[]>({ sql, values }: Prisma.Sql) {
      const argTypes = values.map((value) => ({
        scalarType: typeof value === "string" ? ("string" as const) : ("int" as const),
        arity: "scalar" as const,
      }));
      return (await reader.queryRaw({ sql, args: [...values], argTypes })).rows as unknown as readonly Row[];
    },
    close: () => reader.dispose(),
  };
}
