/** Puts a backup in the place of the database of DATABASE_URL: `npm run restore -- data/backups/footnote-….db`. Prints one line. */
import { env, sqliteFile } from "@/lib/env";
import { restore } from "@/scripts/database/backup-file";

try {
  const [backup] = process.argv.slice(2);
  if (backup === undefined) throw new Error("Name the backup: npm run restore -- data/backups/footnote-….db");
  const { figures, revision, kept } = restore(backup, sqliteFile(env().DATABASE_URL), new Date());
  const before = kept === null ? "" : `; the database before is kept as ${kept}`;
  console.log(`Restored ${figures} figures, last change ${revision}${before}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
