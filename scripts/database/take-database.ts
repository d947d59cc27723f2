import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { isPostgresql, sqliteFile } from "@/lib/env";
import { checkPostgresql } from "./postgresql/state";
import { takeServingLock } from "./sqlite/locks";
import { checkSqlite, isCheckedBeside } from "./sqlite/state";

/** Looks whether a database can be served, and keeps other sites from a SQLite file for as long as this process runs. Throws where it cannot. */
export async function takeDatabase(databaseUrl: string): Promise<void> {
  if (isPostgresql(databaseUrl)) return checkPostgresql(databaseUrl);
  const file = sqliteFile(databaseUrl);
  checkSqlite(file);
  takeServingLock(file);
}

/**
 * Reads a SQLite file that was too large for it at the start through, in a process of its own that gives way to others. `onDamage` hears
 * what is wrong and what to do.
 */
export function checkRest(databaseUrl: string, onDamage: (message: string) => void): void {
  if (isPostgresql(databaseUrl) || !isCheckedBeside(sqliteFile(databaseUrl))) return;
  const script = path.join(import.meta.dirname, "sqlite/check-beside.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "ignore", "pipe"] });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  child.on("close", (code) => {
    if (code === 1) onDamage(said.trim());
  });
  process.once("exit", () => child.kill());
}
