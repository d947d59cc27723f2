import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import type { State } from "@/lib/data/revisions/record";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Resource } from "@/lib/schemas/resources";

/** Names of the database's models, which revisions carry. */
export const MODELS = {
  figures: "Figure",
  metrics: "Metric",
  regions: "Region",
  organisations: "Organisation",
  topics: "Topic",
  sources: "Source",
  milestones: "Milestone",
  charts: "Chart",
} as const satisfies Readonly<Record<Resource, string>>;

/** Prisma's name for the table of a resource, such as "metric". */
export type TableName<N extends Resource = Resource> = Uncapitalize<(typeof MODELS)[N]>;

/** Tables of rows that belong to a row of a resource and have no key of their own. */
export type PartName = "citation" | "chartMetric" | "chartRegion" | "chartFigure";

/** The column that holds the key of a resource's rows. */
export function keyColumn(resource: Resource): "publicId" | "code" | "slug" {
  if (resource === "figures") return "publicId";
  return resource === "regions" ? "code" : "slug";
}

/** The name of a table or column in SQL. Never for what somebody has written. */
export function quoted(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}

/** A database row as far as those of all resources are alike. */
export interface Row {
  readonly id: number;
  readonly version: number;
  readonly slug?: string;
  readonly code?: string;
  readonly publicId?: string;
  readonly status?: State;
  readonly retracted?: boolean;
  readonly listed?: boolean;
}

/** What the tables of all resources have in common; whoever uses it knows the columns. */
interface Table {
  findUnique(query: object): Promise<Row | null>;
  findMany(query: object): Promise<readonly Row[]>;
  count(query: object): Promise<number>;
  create(query: object): Promise<Row>;
  createMany(query: object): Promise<object>;
  update(query: object): Promise<Row>;
  updateMany(query: object): Promise<{ readonly count: number }>;
  deleteMany(query: object): Promise<object>;
}

/** Prisma's name for the table of a resource. */
export function tableName<N extends Resource>(resource: N): TableName<N> {
  const model = MODELS[resource];
  return `${model.charAt(0).toLowerCase()}${model.slice(1)}` as TableName<N>;
}

/** A table by its name, for what is done alike to several. */
export function tableOf(tx: Tx, name: TableName | PartName): Table {
  // Each of Prisma's tables has types of its own, which fit no common one.
  return tx[name] as unknown as Table;
}
