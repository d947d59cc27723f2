import { expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
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
