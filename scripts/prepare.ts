/** Migrates and seeds the database of DATABASE_URL. Prints one line; a failure is one line and exit code 1. */
import { directDatabaseUrl } from "@/lib/env";
import { prepareDatabaseAt } from "@/scripts/database/prepare-database";

// What is made here has hashes of passwords and sessions.
process.umask(0o077);
try {
  console.log(await prepareDatabaseAt(directDatabaseUrl()));
} catch (error) {
  console.error(error instanceof Error ? error.message.trim() : String(error));
  process.exitCode = 1;
}
