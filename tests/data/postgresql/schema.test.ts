import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { Prisma } from "@/lib/generated/prisma/client";
import { madeByMigrations } from "@/scripts/database/postgresql/migrations";
import { applyMigrations } from "@/scripts/database/sqlite/migrations";
import { read } from "@/tests/structure/source-files";

const TYPES: Readonly<Record<string, string>> = {
  String: "text",
  Int: "integer",
  Float: "double precision",
  Boolean: "boolean",
  DateTime: "timestamp without time zone",
};

/** Columns of the schema that the client is made of: table, name, type in the database, and whether one may be empty. */
function columnsOfSchema(): readonly string[] {
  const schema = read("prisma/postgresql/schema.prisma");
  return [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)].flatMap(([, table = "", body = ""]) =>
    body.split("\n").flatMap((line) => {
      const [, name = "", type = "", optional] = /^ {2}(\w+) +(\w+)(\?)?(?: |$)/.exec(line) ?? [];
      const stored = TYPES[type];
      return stored === undefined
        ? []
        : [`${table}.${name} ${stored}${optional === undefined ? "" : ", may be empty"}`];
    }),
  );
}

test("the migrations make just the columns that the schema names", async () => {
  const rows = await db().$queryRaw<{ said: string }[]>`
    SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'YES' THEN ', may be empty' ELSE '' END AS "said"
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`;
  expect(columnsOfSchema().length).toBeGreaterThan(120);
  expect(rows.map(({ said }) => said).sort()).toEqual([...columnsOfSchema()].sort());
});

test("texts are compared by their bytes, as SQLite does, whatever the server prefers", async () => {
  const rows = await db().$queryRaw<object[]>`
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`;
  expect(rows).toEqual([]);
});

/** What each kind of database is asked about its tables: each answers with lines of the same words. */
const QUESTIONS: readonly (readonly [string, string, string])[] = [
  [
    "columns, with what they may hold and begin with",
    `SELECT m.name || '.' || c.name || ' ' ||
       CASE c.type WHEN 'INTEGER' THEN 'integer' WHEN 'REAL' THEN 'double precision' WHEN 'BOOLEAN' THEN 'boolean'
         WHEN 'DATETIME' THEN 'timestamp without time zone' ELSE lower(c.type) END ||
       iif(c."notnull", '', ', may be empty') || coalesce(', begins with ' || c.dflt_value, '')
     FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'`,
    `SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'YES' THEN ', may be empty' ELSE '' END ||
       CASE WHEN column_default LIKE 'nextval(%' THEN '' ELSE coalesce(', begins with ' || replace(replace(column_default, '::text', ''), '(CURRENT_TIMESTAMP AT TIME ZONE ''UTC'')', 'CURRENT_TIMESTAMP'), '') END
     FROM information_schema.columns WHERE table_schema = 'public'`,
  ],
  [
    "keys and indexes, by their columns in order",
    `SELECT m.name || CASE WHEN i.origin = 'pk' THEN ' key' WHEN i."unique" THEN ' unique ' || i.name ELSE ' index ' || i.name END ||
       iif(i.partial, ' of some', '') || ': ' || (SELECT group_concat(name, ', ') FROM pragma_index_info(i.name))
     FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table'
     UNION ALL SELECT m.name || ' key: ' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND c.pk = 1 AND c.type = 'INTEGER' AND (SELECT max(pk) FROM pragma_table_info(m.name)) = 1`,
    `SELECT t.relname || CASE WHEN x.indisprimary THEN ' key' WHEN x.indisunique THEN ' unique ' || i.relname ELSE ' index ' || i.relname END ||
       CASE WHEN x.indpred IS NULL THEN '' ELSE ' of some' END || ': ' ||
       (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(x.indkey) WITH ORDINALITY AS k(number, place)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number)
     FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
     WHERE t.relnamespace = 'public'::regnamespace`,
  ],
  [
    "references, with what becomes of them",
    `SELECT m.name || '.' || f."from" || ' to ' || f."table" || '.' || f."to" || ', on delete ' || f.on_delete || ', on update ' || f.on_update
     FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
    `SELECT t.relname || '.' || a.attname || ' to ' || o.relname || '.' || b.attname || ', on delete ' || d.said || ', on update ' || u.said
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] JOIN pg_attribute b ON b.attrelid = o.oid AND b.attnum = c.confkey[1]
     JOIN (VALUES ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('a', 'NO ACTION')) d(code, said) ON d.code = c.confdeltype::text
     JOIN (VALUES ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('a', 'NO ACTION')) u(code, said) ON u.code = c.confupdtype::text
     WHERE c.contype = 'f' AND t.relnamespace = 'public'::regnamespace`,
  ],
];

/** The text of a query, with one line in each row. */
async function askBoth(sqlite: Database.Database, onSqlite: string, onPostgresql: string) {
  const one = sqlite.prepare(onSqlite).pluck().all() as string[];
  const rows = await db().$queryRaw<{ said: string }[]>`SELECT q.said FROM (${Prisma.raw(onPostgresql)}) AS q(said)`;
  const isOurs = (line: string) => !/^_prisma_migrations|^sqlite_/.test(line);
  return [one, rows.map(({ said }) => said)].map((lines) => lines.filter(isOurs).sort());
}

/** A SQLite file that is migrated. */
async function withSqlite<Result>(work: (database: Database.Database) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-schema-"));
  applyMigrations(`${folder}/migrated.db`);
  const database = new Database(`${folder}/migrated.db`);
  try {
    return await work(database);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

test.each(QUESTIONS)("a migration that was written for one kind of database only is found: %s", async (_, ...asked) => {
  const [one = [], other] = await withSqlite((database) => askBoth(database, ...asked));
  expect(one.length).toBeGreaterThan(20);
  expect(other).toEqual(one);
});

test("so are rules and triggers", async () => {
  const rules = await db().$queryRaw<{ name: string }[]>`
    SELECT conname AS "name" FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`;
  const triggers = await db().$queryRaw<{ said: string }[]>`
    SELECT DISTINCT event_manipulation || ' ON ' || event_object_table AS "said" FROM information_schema.triggers
    WHERE trigger_schema = 'public' ORDER BY 1`;
  const made = await withSqlite(
    (database) => database.prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").pluck().all() as string[],
  );
  const names = made.flatMap((sql) => [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK/g)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(50);
  // A rule without a name would be compared with nothing.
  expect(made.join("\n").match(/\bCHECK\b/g)).toHaveLength(names.length);
  expect(rules.map(({ name }) => name)).toEqual(names.sort());
  // One watches a statement and the other each row: which changes of which tables are watched is the same.
  const said = made.flatMap((sql) => {
    const [, event, table] = /^CREATE TRIGGER "\w+"\s+(?:BEFORE|AFTER) (\w+)[^;]*?\sON "(\w+)"/.exec(sql) ?? [];
    return event === undefined ? [] : [`${event} ON ${table}`];
  });
  expect(said).toContain("DELETE ON Revision");
  // A file has nobody to notify.
  expect(triggers.map((row) => row.said)).toEqual([...new Set([...said, "UPDATE ON Publication"])].sort());
});

test("what a restore takes out before it puts back is all that the migrations make", async () => {
  const relations = await db().$queryRaw<{ name: string }[]>`
    SELECT relname AS "name" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('i', 'S')`;
  const functions = await db().$queryRaw<{ name: string }[]>`
    SELECT proname AS "name" FROM pg_proc WHERE pronamespace = 'public'::regnamespace`;
  const types = await db().$queryRaw<{ name: string }[]>`
    SELECT typname AS "name" FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r')`;
  const made = madeByMigrations();
  expect(made.tables).toEqual(expect.arrayContaining(relations.map(({ name }) => name)));
  expect(relations.length).toBeGreaterThan(20);
  expect([...made.functions].sort()).toEqual(functions.map(({ name }) => name).sort());
  expect(types).toEqual([]);
});
