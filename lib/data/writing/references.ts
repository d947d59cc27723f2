import "server-only";
import type { Referable, Referred } from "@/lib/data/writing/record";
import { invalidInput } from "@/lib/data/writing/refusal";
import { keyColumn, MODELS, quoted, tableName } from "@/lib/data/writing/tables";
import type { Tx } from "@/lib/data/writing/transaction";
import { Prisma } from "@/lib/generated/prisma/client";
import type { InputIssue } from "@/lib/schemas/nouns";

/** A field that names a row by its key. */
export interface Reference {
  readonly path: string;
  readonly noun: Referable;
  readonly key: string;
}

/** What the references of one row lead to. */
export interface References {
  /** Internal key of a row that was asked for. */
  idOf(noun: Referable, key: string): number;
  /** Names by the path of the field. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Rows of a noun by their keys; the same columns from each, so that one query finds them all. Plain SQL of both engines. */
function rowsOf(noun: Referable, keys: Prisma.Sql): Prisma.Sql {
  if (noun === "figures") {
    return Prisma.sql`SELECT 'figures' AS "noun", f."id", f."publicId" AS "key",
      m."name" || ', ' || r."name" || ': ' || f."digits" AS "name", f."status" = 'retracted' AS "retracted"
      FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId" JOIN "Region" r ON r."id" = f."regionId"
      WHERE f."publicId" IN (${keys})`;
  }
  const [table, key, name] = [MODELS[noun], keyColumn(noun), noun === "sources" ? "title" : "name"].map(quoted);
  return Prisma.sql`SELECT ${noun} AS "noun", "id", ${key} AS "key", ${name} AS "name", "retracted"
    FROM ${table} WHERE ${key} IN (${keys})`;
}

interface Row {
  readonly noun: Referable;
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
  const found = new Map(known.map((row) => [`${row.noun} ${row.key}`, row]));
  const open = references.filter(({ noun, key }) => !found.has(`${noun} ${key}`));
  for (const row of await lookUp(tx, open)) found.set(`${row.noun} ${row.key}`, row);
  const issues = references.flatMap((reference) =>
    problemWith(reference, found.get(`${reference.noun} ${reference.key}`)),
  );
  if (issues.length > 0) throw invalidInput(issues);
  const get = (noun: Referable, key: string): Referred => {
    const row = found.get(`${noun} ${key}`);
    if (!row) throw new Error(`The ${tableName(noun)} “${key}” was not looked up`);
    return row;
  };
  return {
    idOf: (noun, key) => get(noun, key).id,
    labels: Object.fromEntries(references.map(({ path, noun, key }) => [path, get(noun, key).name])),
  };
}

async function lookUp(tx: Tx, references: readonly Reference[]): Promise<readonly Referred[]> {
  if (references.length === 0) return [];
  const nouns = [...new Set(references.map(({ noun }) => noun))];
  const parts = nouns.map((noun) => {
    const keys = references.filter((reference) => reference.noun === noun).map(({ key }) => key);
    return rowsOf(noun, Prisma.join([...new Set(keys)]));
  });
  const rows = await tx.$queryRaw<Row[]>(Prisma.join(parts, " UNION ALL "));
  return rows.map((row) => ({ ...row, id: Number(row.id), retracted: Boolean(row.retracted) }));
}

function problemWith({ path, noun, key }: Reference, row: Referred | undefined): readonly InputIssue[] {
  const named = `The ${tableName(noun)} “${key.slice(0, 60)}”`;
  if (row === undefined) {
    return [{ path, code: "unknown_reference", message: `${named} does not exist: choose another, or add it first` }];
  }
  if (row.retracted) {
    return [{ path, code: "retracted_reference", message: `${named} is retracted: restore it, or choose another` }];
  }
  return [];
}
