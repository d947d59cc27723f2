import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { migrationNames } from "@/scripts/database/migration-names";
import { applyMigrations } from "@/scripts/database/sqlite/migrations";
import { sqliteMigrations } from "@/scripts/database/sqlite/state";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-migrations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an older database keeps what was changed, and what attempts were answered, in words that are read now", () => {
  const before = path.join(folder, "before");
  for (const name of migrationNames(sqliteMigrations).filter((name) => name < "20261129120000"))
    cpSync(path.join(sqliteMigrations, name), path.join(before, name), { recursive: true });
  const file = path.join(folder, "old.db");
  applyMigrations(file, before);
  const old = new Database(file);
  old.exec(`INSERT INTO "Revision" ("noun", "key", "kind", "after", "who") VALUES ('Topic', 'x', 'created', '{}', 'A test');
    INSERT INTO "IdempotencyKey" ("key", "requestHash", "status", "answer", "createdAt") VALUES
      ('an import', 'hash', 202, 'a1b2-c3', 0), ('a record', 'hash', 201, '{"data":{"key":"x"}}', 0)`);
  old.close();
  expect(applyMigrations(file)).toContain("20261129120000_revision_resource");
  const database = new Database(file, { readonly: true });
  expect(database.prepare(`SELECT "resource", "key" FROM "Revision"`).all()).toEqual([{ resource: "Topic", key: "x" }]);
  const answers = database.prepare(`SELECT "answer" FROM "IdempotencyKey" ORDER BY "key"`).pluck().all();
  expect(answers.map((answer) => JSON.parse(String(answer)))).toEqual([{ data: { key: "x" } }, "a1b2-c3"]);
  database.close();
});
