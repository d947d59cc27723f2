import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENUMS } from "@/lib/enums";
import { CITATION_NAMES } from "@/lib/figures/citation-fields";
import { SAID_COLUMNS } from "@/lib/figures/figure-columns";
import { FIGURE_NAMES, fieldSpec } from "@/lib/figures/figure-fields";
import { CAUSES } from "@/lib/schemas/resources";
import { SOURCE_TYPES } from "@/lib/schemas/resources/source";
import { migrationNames } from "@/scripts/database/migration-names";
import { postgresqlMigrations } from "@/scripts/database/postgresql/migrations";
import { applyMigrations } from "@/scripts/database/sqlite/migrations";
import { read } from "./source-files";

const schema = read("prisma/schema.prisma").replace(/\/\/.*$/gm, "");

/** Bodies of the blocks of a kind, by name. */
function blocks(kind: "enum" | "model"): ReadonlyMap<string, readonly string[]> {
  const found = schema.matchAll(new RegExp(`^${kind} (\\w+) \\{([^}]*)\\}`, "gm"));
  return new Map(
    [...found].map(([, name = "", body = ""]) => [name, body.split("\n").flatMap((line) => line.trim() || [])]),
  );
}

const enums = blocks("enum");
const models = blocks("model");

/** Every column whose values are those of an enumeration: table, column, values. */
const columns = [...models].flatMap(([table, fields]) =>
  fields.flatMap((field) => {
    const [, column = "", type = ""] = /^(\w+)\s+(\w+)\??(?:\s|$)/.exec(field) ?? [];
    return enums.has(type) ? [[table, column, type] as const] : [];
  }),
);

const file = path.join(tmpdir(), `footnote-enums-${process.pid}.db`);
const tables = new Map<string, ReadonlyMap<string, string>>();

beforeAll(async () => {
  applyMigrations(file);
  const database = new Database(file);
  const rows = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all();
  tables.set("SQLite", new Map((rows as { name: string; sql: string }[]).map(({ name, sql }) => [name, sql])));
  database.close();
  const migrations = migrationNames(postgresqlMigrations).map((name) =>
    read(`prisma/postgresql/migrations/${name}/migration.sql`),
  );
  const whole = migrations.join("\n");
  const made = whole.matchAll(/^CREATE TABLE "(\w+)" \([\s\S]*?^\);/gm);
  const added = (name: string) => whole.match(new RegExp(`^ALTER TABLE "${name}" ADD COLUMN .*`, "gm")) ?? [];
  tables.set("PostgreSQL", new Map([...made].map(([sql, name = ""]) => [name, [sql, ...added(name)].join("\n")])));
});
afterAll(() => rmSync(file, { force: true }));

/** The values that the rules of a table name for a column, in a list or one by one, in each kind of database. */
const allowed = (table: string, column: string) =>
  [...tables.values()].map((made) => valuesIn(made.get(table) ?? "", column));

function valuesIn(sql: string, column: string): readonly string[] {
  const [, list] = new RegExp(`"${column}" IN \\(('[^)]*')\\)`).exec(sql) ?? [];
  if (list !== undefined) return list.split(",").map((value) => value.trim().slice(1, -1));
  return [...sql.matchAll(new RegExp(`"${column}" = '(\\w+)'`, "g"))].map(([, value = ""]) => value);
}

describe("enumerations", () => {
  test("are those of the schema, each value in its order", () => {
    expect(Object.entries(ENUMS)).toEqual([...enums]);
  });

  test("of the schema are used by columns", () => {
    expect(columns.length).toBeGreaterThan(12);
    expect(new Set(columns.map(([, , type]) => type))).toEqual(new Set(enums.keys()));
  });

  test.each(columns)("%s.%s: the database lets in the values of %s and no other", (table, column, type) => {
    expect(allowed(table, column)).toEqual([enums.get(type), enums.get(type)]);
  });

  test.each([
    ["Source", "kind", Object.keys(SOURCE_TYPES)],
    ["Revision", "cause", CAUSES],
  ])("%s.%s: the database lets in what its list has", (table, column, values) => {
    expect(allowed(table, column)).toEqual([values, values]);
  });
});

describe("fields of a figure and of a citation", () => {
  /** Columns that no editor says: keys, housekeeping, and what is worked out. */
  const OTHERS = {
    Figure: ["id", "publicId", "importKey", "firstDay", "lastDay", "status", "version", "recordedAt", "batchId"],
    Citation: ["id", "figureId", "milestoneId", "sourceId"],
  };
  const columnsOf = (model: "Figure" | "Citation") =>
    (models.get(model) ?? []).flatMap((line) => {
      const [, name = "", type = ""] = /^(\w+)\s+(\w+(?:\[\])?)/.exec(line) ?? [];
      return name === "" || models.has(type.replace("[]", "")) ? [] : [name];
    });

  test("are all columns of their tables, with the others named here", () => {
    const references = FIGURE_NAMES.flatMap((name) => {
      const field = fieldSpec(name);
      return field.kind === "reference" ? [field.column] : [];
    });
    expect(new Set([...references, ...SAID_COLUMNS, ...OTHERS.Figure])).toEqual(new Set(columnsOf("Figure")));
    expect(new Set([...CITATION_NAMES, ...OTHERS.Citation])).toEqual(new Set(columnsOf("Citation")));
  });
});
