import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Makes a migrated and seeded database as a start does. In a process of its own, as a start is one. */
export async function preparedDatabase(file: string): Promise<void> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/prepare.ts"];
  await promisify(execFile)(process.execPath, script, { env: { ...process.env, DATABASE_URL: `file:${file}` } });
}
