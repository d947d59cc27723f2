/** Prisma's schema engine, from npm instead of a download. The package is undocumented and tied to a Prisma release, so this is the only file that knows it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Loads the engine into this process. A second copy would free the first one's memory as its own. */
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

/** SQL of an empty SQLite database of prisma/schema.prisma: tables and indexes; checks and triggers are written by hand. To be called once in a process. */
export async function schemaSql(): Promise<string> {
  await load();
  const schema = path.resolve("prisma/schema.prisma");
  const content = readFileSync(schema, "utf8");
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ":memory:" }));
  const engine = await bindings.SchemaEngine.new({ datamodels: [[schema, content]] }, () => undefined, adapter);
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [{ path: schema, content }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  if (stdout === null) throw new Error("The schema engine wrote no SQL");
  return stdout;
}
