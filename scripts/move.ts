/**
 * Moves everything from one database into another: `npm run move -- sqlite:data/footnote.db postgresql://user@host/database`, or back.
 * In place of a URL the name of a setting can stand (MOVE_TO), so that a password is seen in no list of processes. Broken off, it goes
 * on where it was. Prints what was compared; DATABASE_URL is left as it is.
 */
import type { MovedTable } from "@/scripts/database/copy-tables";
import { moveDatabase } from "@/scripts/database/move-database";

// What is made here has hashes of passwords and sessions.
process.umask(0o077);

/** The URL that an argument is, or that the setting of its name holds. */
function toUrl(text: string): string {
  const url = /^[A-Z][A-Z_]*$/.test(text) ? (process.env[text] ?? "") : text;
  if (url === "") throw new Error(`The setting ${text} is empty: write a URL there`);
  return url.replace(/^sqlite:(?:\/\/)?/, "file:");
}

try {
  const [from, to] = process.argv.slice(2).map(toUrl);
  if (from === undefined || to === undefined) {
    throw new Error("Name both: npm run move -- sqlite:data/footnote.db postgresql://user@host/database");
  }
  const progress = (table: MovedTable, done: number, total: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${table}: ${done} of ${total}          `);
  };
  const moved = await moveDatabase(from, to, progress);
  if (process.stderr.isTTY) process.stderr.write("\r");
  for (const { table, rows, sha256 } of moved)
    console.log(`${table}: ${rows} ${rows === 1 ? "row" : "rows"}, the same in both (SHA-256 ${sha256.slice(0, 16)}…)`);
  console.log("Moved and compared. Set DATABASE_URL in .env to the second, and start.");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
