import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Makes a migrated and seeded database, named by file or URL, as a start does. In a process of its own, as a start is one. */
export async function preparedDatabase(database: string): Promise<void> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/prepare.ts"];
  await promisify(execFile)(process.execPath, script, {
    env: { ...process.env, DATABASE_URL: urlOf(database) },
  });
}

/** The URL of a database that is named by file or URL. */
export const urlOf = (database: string) => (database.includes("://") ? database : `file:${database}`);
