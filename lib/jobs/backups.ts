import "server-only";
import { existsSync, readdirSync, statSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { engine } from "@/lib/data/db/engines";
import { dataFolder } from "@/lib/env";
import { startScript } from "@/lib/jobs/start-script";

/** A copy of the database that was opened and checked: only then does it have its name. */
export interface BackupRow {
  readonly name: string;
  readonly bytes: number;
  /** ISO 8601 instant at which it was begun. */
  readonly at: string;
  /** Name of the machine on which it lies. */
  readonly server: string;
}

/** Name of the machine whose backups are told of here, where other servers of the same database may have more; else null. */
export function onlyOfServer(): string | null {
  return engine().isShared ? hostname() : null;
}

/** The name of a finished copy: a file of SQLite's, or a dump of PostgreSQL's. */
const NAME = /^footnote-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-(\d{3})\.(?:db|dump)$/;

function folder(): string {
  return path.join(dataFolder(), "backups");
}

/** Finished backups, newest first. */
export function listBackups(): readonly BackupRow[] {
  if (!existsSync(folder())) return [];
  const names = readdirSync(folder()).filter((name) => NAME.test(name));
  return names
    .sort()
    .reverse()
    .map((name) => {
      const [, year, month, day, hour, minute, second, millisecond] = NAME.exec(name) ?? [];
      const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`;
      return { name, at, server: hostname(), bytes: statSync(path.join(folder(), name)).size };
    });
}

/** Path of a finished backup; null when there is none of that name. */
export function findBackup(name: string): string | null {
  const file = path.join(folder(), name);
  return NAME.test(name) && existsSync(file) ? file : null;
}

const kept = globalThis as { footnoteBackup?: Promise<{ readonly name: string } | { readonly message: string }> };

/** Makes a backup in a process of its own, or waits for the one that is being made. Answers its name, or why there is none. */
export function makeBackup(): Promise<{ readonly name: string } | { readonly message: string }> {
  kept.footnoteBackup ??= runBackup().finally(() => {
    delete kept.footnoteBackup;
  });
  return kept.footnoteBackup;
}

async function runBackup(): Promise<{ readonly name: string } | { readonly message: string }> {
  let said: { readonly file?: string; readonly message?: string } = {};
  const script = startScript("scripts/backup.ts", [folder()], (message) => {
    said = message as typeof said;
  });
  await script.ended;
  if (said.file !== undefined) return { name: said.file };
  return { message: said.message ?? "The backup was stopped from outside: try again." };
}
