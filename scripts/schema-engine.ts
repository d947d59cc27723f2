/**
 * Prisma's own schema engine, from npm instead of a download: creates and applies migrations.
 * The package is undocumented and tied to a Prisma release, so this is the only file that knows it.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationNames, migrationsFolder } from "./database-state";

const projectRoot = path.resolve(import.meta.dirname, "..");
const schemaFile = path.join(projectRoot, "prisma/schema.prisma");
const filters = { externalTables: [], externalEnums: [] };

/** Prisma's adapter, remembering its connections: the engine leaves them open, and an open one may hold a lock. */
class ClosableSqlite extends PrismaBetterSqlite3 {
  readonly #connections: SqlDriverAdapter[] = [];
  override async connect() {
    const connection = await super.connect();
    this.#connections.push(connection);
    return connection;
  }
  async close() {
    for (const connection of this.#connections) await connection.dispose();
  }
}

let loaded: Promise<void> | null = null;

/** Loads the engine into this process, once: a second copy would free the first one's memory as its own. */
async function load(): Promise<void> {
  const registry = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: { set_message: (message: string) => void } };
  registry.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => {
      throw new Error(message);
    },
  };
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(path.join(path.dirname(file), "schema_engine_bg.wasm"));
  const imports = { "./schema_engine_bg.js": bindings } as unknown as WebAssembly.Imports;
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

async function withEngine<Result>(
  sqliteFile: string,
  use: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= load();
  await loaded;
  const sqlite = new ClosableSqlite({ url: sqliteFile === ":memory:" ? sqliteFile : `file:${sqliteFile}` });
  const datamodels: [string, string][] = [[schemaFile, readFileSync(schemaFile, "utf8")]];
  const adapter = bindMigrationAwareSqlAdapterFactory(sqlite);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await sqlite.close();
  }
}

function migrationList(folder: string) {
  const sql = (name: string) => readFileSync(path.join(folder, name, "migration.sql"), "utf8");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql(name) } },
    })),
  };
}

/** Applies the migrations of a folder that a SQLite file does not have yet, in order; returns their names. Throws on the first that fails. */
export async function applyMigrations(
  sqliteFile: string,
  folder: string = migrationsFolder,
): Promise<readonly string[]> {
  return withEngine(sqliteFile, async (engine) => {
    return (await engine.applyMigrations({ migrationsList: migrationList(folder), filters })).appliedMigrationNames;
  });
}

/** SQL of an empty SQLite database of prisma/schema.prisma: tables and indexes; checks and triggers are written by hand. */
export async function schemaSql(): Promise<string> {
  const files = [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }];
  const { stdout } = await withEngine(":memory:", (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  if (stdout === null) throw new Error("The schema engine wrote no SQL");
  return stdout;
}
