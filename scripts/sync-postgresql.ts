/** Writes prisma/postgresql/schema.prisma from prisma/schema.prisma; with --check only says whether they are in step. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const from = "prisma/schema.prisma";
const to = "prisma/postgresql/schema.prisma";

const replacements: readonly (readonly [string, string])[] = [
  [
    "// The one schema people edit. prisma/postgresql/schema.prisma is written from it by scripts/sync-postgresql.ts.\n",
    "// Written by scripts/sync-postgresql.ts from prisma/schema.prisma: edit that one.\n",
  ],
  ["are in prisma/migrations/*.sql", "are in prisma/postgresql/migrations/*.sql"],
  ['output          = "../lib/generated/prisma"', 'output          = "../../lib/generated/postgresql"'],
  ['provider = "sqlite"', 'provider = "postgresql"'],
];

const written = replacements.reduce(
  (schema, [before, after]) => {
    if (!schema.includes(before)) throw new Error(`${from} no longer has: ${before}`);
    return schema.replace(before, after);
  },
  readFileSync(from, "utf8"),
);

// Text with a CHECK, as in SQLite: an enum of PostgreSQL's own would sort by the order of its values.
const enums = [...written.matchAll(/^enum (\w+)/gm)].map(([, name]) => name);
const text = written
  .replaceAll(/(?:^\/\/\/ .*\n)*^enum [\s\S]*?^}\n\n?/gm, "")
  .replaceAll(
    new RegExp(`^(  \\w+ +)(?:${enums.join("|")})\\b(.*)$`, "gm"),
    (_, name, rest) => `${name}String${rest.replace(/@default\((\w+)\)/, '@default("$1")')}`,
  );

if (!process.argv.includes("--check")) {
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, text);
} else if (!existsSync(to) || readFileSync(to, "utf8") !== text) {
  console.error(`${to} is behind ${from}: run npm run schema:postgresql`);
  process.exitCode = 1;
}
