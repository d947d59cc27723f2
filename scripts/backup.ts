/** Backs up the database of DATABASE_URL: `npm run backup`, or `npm run backup -- folder`. Prints one line. */
import path from "node:path";
import { dataFolder, directDatabaseUrl, env } from "@/lib/env";
import { backUpDatabase } from "@/scripts/database/backup-database";

process.umask(0o077);

/** Nobody listens any more where the site has ended meanwhile. */
const tell = (message: object) => process.send?.(message, () => undefined);

try {
  const { BACKUPS_KEPT } = env();
  const folder = process.argv[2] ?? path.join(dataFolder(), "backups");
  const { file, figures, revision } = await backUpDatabase(directDatabaseUrl(), folder, new Date(), BACKUPS_KEPT);
  // The site asks for backups by its own channel (lib/jobs/backups.ts), a person by the terminal.
  if (process.send) tell({ file: path.basename(file), figures, revision });
  else console.log(`Backed up and checked: ${file} (${figures} figures, last change ${revision})`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  // Where the files lie on this machine is nobody's business who sees the site.
  if (process.send) tell({ message: message.replaceAll(`${dataFolder()}${path.sep}`, "") });
  else console.error(message);
  process.exitCode = 1;
}
if (process.connected) process.disconnect();
