/** Puts a backup in the place of the database of DATABASE_URL: `npm run restore -- data/backups/footnote-….db`. Prints one line. */
import { directDatabaseUrl } from "@/lib/env";
import { restoreDatabase } from "@/scripts/database/backup-database";

// What is made here has hashes of passwords and sessions.
process.umask(0o077);

try {
  const [backup] = process.argv.slice(2);
  if (backup === undefined) throw new Error("Name the backup: npm run restore -- data/backups/footnote-….db");
  const { figures, revision, kept } = await restoreDatabase(backup, directDatabaseUrl(), new Date());
  const before = kept === null ? "" : `; the database before is kept as ${kept}`;
  console.log(`Restored ${figures} figures, last change ${revision}${before}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
