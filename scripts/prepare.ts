/** Migrates and seeds the database of DATABASE_URL. Prints one line; a failure is one line and exit code 1. */
import { env, sqliteFile } from "@/lib/env";
import { prepareDatabase } from "@/scripts/database/database-file";

// What is made here has hashes of passwords and sessions.
process.umask(0o077);
try {
  console.log(await prepareDatabase(sqliteFile(env().DATABASE_URL)));
} catch (error) {
  console.error(error instanceof Error ? error.message.trim() : String(error));
  process.exitCode = 1;
}
