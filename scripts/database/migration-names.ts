/** What databases of both kinds say about their migrations. */
import { readdirSync } from "node:fs";

/** Names of the migrations in a folder, oldest first. */
export function migrationNames(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** A table that a database has from the beginning of a move into it to its end (move-database.ts). */
export const UNFINISHED = "_unfinished_move";
/** What is said of a database that has it. */
export const BROKEN_OFF =
  "A move into this database was broken off: run it again (npm run move), or name another database";
