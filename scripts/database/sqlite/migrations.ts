/**
 * Applies migrations and notes them as Prisma does, so that its own tools can go on from there. Prisma's engine for that is a
 * download, or an undocumented package: six times as slow, and no part of starting the site.
 */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { migrationNames } from "../migration-names";
import { appliedMigrations, sqliteMigrations } from "./state";

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Applies the migrations of a folder that a SQLite file does not have yet, in order; returns their names. Throws on the first that
 * fails, which may be applied in part: work on a copy.
 */
export function applyMigrations(file: string, folder: string = sqliteMigrations): readonly string[] {
  const applied = appliedMigrations(file);
  const missing = migrationNames(folder).filter((name) => !applied.includes(name));
  const database = new Database(file);
  try {
    database.exec(TABLE);
    const note = database.prepare(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
       VALUES (?, ?, ?, ?, ?, 1)`,
    );
    for (const name of missing) {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      const started = now();
      database.exec(sql);
      note.run(randomUUID(), createHash("sha256").update(sql).digest("hex"), name, started, now());
    }
  } finally {
    database.close();
  }
  return missing;
}

const now = () => new Date().toISOString().replace("Z", "+00:00");
