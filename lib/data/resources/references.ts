import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import { invalidInput } from "@/lib/data/errors";
import type { Referable, Referred } from "@/lib/data/revisions/record";
import { keyColumn, MODELS, quoted, tableName } from "@/lib/data/revisions/tables";
import { Prisma } from "@/lib/generated/prisma/client";
import type { InputIssue } from "@/lib/schemas/resources";

/** A field that names a row by its key. */
export interface Reference {
  readonly path: string;
  readonly resource: Referable;
  readonly key: string;
}

/** What the references of one row lead to. */
export interface References {
  /** Internal key of a row that was asked for. */
  idOf(resource: Referable, key: string): number;
  /** Names by the path of the field. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Rows of a resource by their keys; the same columns from each, so that one query finds them all. Plain SQL of both engines. */
function rowsOf(resource: Referable, keys: Prisma.Sql): Prisma.Sql {
  if (resource === "figures") {
    return Prisma.sql`SELECT 'figures' AS "resource", f."id", f."publicId" AS "key",
      m."name" || ', ' || r."name" || ': ' || f."digits" AS "name", f."status" = 'retracted' AS "retracted"
      FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId" JOIN "Region" r ON r."id" = f."regionId"
      WHERE f."publicId" IN (${keys})`;
  }
  const [table, key, name] = [MODELS[resource], keyColumn(resource), resource === "sources" ? "title" : "name"].map(
    quoted,
  );
  return Prisma.sql`SELECT ${resource} AS "resource", "id", ${key} AS "key", ${name} AS "name", "retracted"
    FROM ${table} WHERE ${key} IN (${keys})`;
}

interface Row {
  readonly resource: Referable;
  readonly id: number | bigint;
  readonly key: string;
  readonly name: string;
  readonly retracted: number | bigint | boolean;
}

/**
 * Finds every row that is referred to, by one query; by none where all are among the `known`, which this transaction has read.
 * Refuses, naming each field, what does not exist or is retracted.
 */
export async function findReferences(
  tx: Tx,
  references: readonly Reference[],
  known: readonly Referred[] = [],
): Promise<References> {
  const found = new Map(known.map((row) => [`${row.resource} ${row.key}`, row]));
  const open = references.filter(({ resource, key }) => !found.has(`${resource} ${key}`));
  for (const row of await lookUp(tx, open)) found.set(`${row.resource} ${row.key}`, row);
  const issues = references.flatMap((reference) =>
    problemWith(reference, found.get(`${reference.resource} ${reference.key}`)),
  );
  if (issues.length > 0) throw invalidInput(issues);
  const get = (resource: Referable, key: string): Referred => {
    const row = found.get(`${resource} ${key}`);
    if (!row) throw new Error(`The ${tableName(resource)} “${key}” was not looked up`);
    return row;
  };
  return {
    idOf: (resource, key) => get(resource, key).id,
    labels: Object.fromEntries(references.map(({ path, resource, key }) => [path, get(resource, key).name])),
  };
}

async function lookUp(tx: Tx, references: readonly Reference[]): Promise<readonly Referred[]> {
  if (references.length === 0) return [];
  const resources = [...new Set(references.map(({ resource }) => resource))];
  const parts = resources.map((resource) => {
    const keys = references.filter((reference) => reference.resource === resource).map(({ key }) => key);
    return rowsOf(resource, Prisma.join([...new Set(keys)]));
  });
  const rows = await tx.$queryRaw<Row[]>(Prisma.join(parts, " UNION ALL "));
  return rows.map((row) => ({ ...row, id: Number(row.id), retracted: Boolean(row.retracted) }));
}

function problemWith({ path, resource, key }: Reference, row: Referred | undefined): readonly InputIssue[] {
  const named = `The ${tableName(resource)} “${key.slice(0, 60)}”`;
  if (row === undefined) {
    return [{ path, code: "unknown_reference", message: `${named} does not exist: choose another, or add it first` }];
  }
  if (row.retracted) {
    return [{ path, code: "retracted_reference", message: `${named} is retracted: restore it, or choose another` }];
  }
  return [];
}
