import "server-only";
import type { EngineKind } from "@/lib/data/db/engine";
import { POSTGRESQL } from "@/lib/data/db/postgresql/engine";
import { SQLITE } from "@/lib/data/db/sqlite/engine";
import { env, isPostgresql } from "@/lib/env";

/** The kind of database that a URL names. */
export const engineOf = (databaseUrl: string): EngineKind => (isPostgresql(databaseUrl) ? POSTGRESQL : SQLITE);

/** The kind of database that this process uses. */
export const engine = (): EngineKind => engineOf(env().DATABASE_URL);
