import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { applyMigrations } from "@/scripts/database/sqlite/migrations";
import { schemaSql } from "@/tests/setup/data/schema-sql";
import { isCode, isTest, projectFiles, read } from "./source-files";

const files = projectFiles();
const code = files.filter(isCode);

describe("names and sizes", () => {
  test("files and folders are kebab-case, and no folder is a drawer", () => {
    const ours = code.filter((file) => !file.includes(".config."));
    const wrong = ours.filter((file) =>
      file
        .split("/")
        .some(
          (part) =>
            !/^(?:\([a-z]+\)|\[\.{0,3}[a-z]+\]|[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?:atom|csv|json|xlsx|parquet|zip|ico|js|svg|txt|xml))?(?:\.test)?(?:\.(?:tsx?|mjs|js))?$/.test(
              part,
            ),
        ),
    );
    expect(wrong).toEqual([]);
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common|constants?)(?:\/|\.)/.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => file.startsWith("src/"))).toEqual([]);
  });

  test("no folder has more than twenty files of code, tests aside", () => {
    const folders = new Map<string, number>();
    for (const file of code.filter((name) => !/\.test\.tsx?$/.test(name))) {
      const folder = path.dirname(file);
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
    expect([...folders].filter(([, count]) => count > 20)).toEqual([]);
  });

  test("no file gathers the exports of others", () => {
    expect(code.filter((file) => /^export \* from|^export \{[^}]*\} from/m.test(read(file)))).toEqual([]);
  });

  test.each([
    ["/page.tsx", 60],
    ["/route.ts", 80],
    [".tsx", 200],
    [".ts", 300],
  ])("files ending in %s have at most %d lines", (ending, most) => {
    const long = code.filter((file) => file.endsWith(ending) && !isTest(file) && read(file).split("\n").length > most);
    expect(long).toEqual([]);
  });
});

test("the browser asks the API through one client; the script that readers get is text by itself", () => {
  const asking = code.filter((file) => file.startsWith("components/") && !isTest(file) && /\bfetch\(/.test(read(file)));
  expect(asking).toEqual(["components/admin/api-client.ts", "components/layout/reader-script.tsx"]);
});

describe("words", () => {
  test("every export of lib says what it is", () => {
    const bare = code
      .filter((file) => file.startsWith("lib/") && !isTest(file))
      .flatMap((file) => {
        const lines = read(file).split("\n");
        return lines.flatMap((line, index) => {
          const name = /^export (?:async )?(?:function|class) (\w+)/.exec(line)?.[1];
          return name !== undefined && !/\*\/\s*$/.test(lines[index - 1] ?? "") ? [`${file}: ${name}`] : [];
        });
      });
    expect(bare).toEqual([]);
  });

  test("every model and field of the schema is documented", () => {
    const lines = read("prisma/schema.prisma").split("\n");
    const bare = lines.filter((line, index) => {
      const isModel = /^(?:model|enum) \w+/.test(line);
      const isField = /^ {2}\w+ +(?:[A-Z]\w*)[?[\] ]/.test(line) && !line.trim().startsWith("//");
      return (isModel || isField) && !lines[index - 1]?.trim().startsWith("///");
    });
    expect(bare).toEqual([]);
  });

  test("nothing speaks of places outside the project", () => {
    const speaking = files.filter(
      (file) => !/\.(?:woff2|ttf|png|ico)$/.test(file) && /\.\.\/shared|\/work\/|\/root\//.test(read(file)),
    );
    expect(speaking.filter((file) => file !== "tests/structure/habits.test.ts")).toEqual([]);
  });

  test("the lock file names no download address and every version is exact", () => {
    expect(read("package-lock.json")).not.toContain('"resolved"');
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    // A package may stand under a second name, for another release of it.
    const isExact = (version: string) => /^(?:npm:[a-z0-9-]+@)?\d+\.\d+\.\d/.test(version);
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !isExact(version));
    expect(loose).toEqual([]);
  });
});

test("every test file is in a project, so that it runs", () => {
  const run = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "list", "--filesOnly", "--json"], {
    encoding: "utf8",
  });
  const listed = (JSON.parse(run.stdout) as { file: string }[]).map(({ file }) => path.relative(".", file));
  expect(listed.length).toBeGreaterThan(100);
  expect(files.filter((file) => /\.test\.tsx?$/.test(file) && !listed.includes(file))).toEqual([]);
});

describe("what is written twice is in step", () => {
  test("the migrations make the tables of the schema", async () => {
    const shape = (database: Database.Database) =>
      database
        .prepare(
          `SELECT m.name AS "table", c.name, c.type, c."notnull", c.dflt_value, c.pk FROM sqlite_master m, pragma_table_info(m.name) c
           WHERE m.type = 'table' AND m.name NOT LIKE '\\_prisma%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%' ORDER BY 1, 2`,
        )
        .all();
    const indexes = (database: Database.Database) =>
      database.prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name").all();
    const file = path.join((await import("node:os")).tmpdir(), `footnote-schema-${process.pid}.db`);
    applyMigrations(file);
    const migrated = new Database(file);
    const asked = new Database(":memory:");
    asked.exec(await schemaSql());
    expect(shape(migrated)).toEqual(shape(asked));
    expect(indexes(migrated)).toEqual(indexes(asked));
    migrated.close();
    (await import("node:fs")).rmSync(file);
  });

  test("the PostgreSQL schema is valid", () => {
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: path.resolve("scripts/database/no-schema-engine.mjs") };
    const arguments_ = [
      "node_modules/prisma/build/index.js",
      "validate",
      "--schema",
      "prisma/postgresql/schema.prisma",
    ];
    const { status, stderr } = spawnSync(process.execPath, arguments_, { env, encoding: "utf8" });
    expect(stderr).not.toMatch(/error/i);
    expect(status).toBe(0);
  });

  test("every command and file that the documents name exists", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    for (const document of files.filter((file) => file.endsWith(".md"))) {
      const text = read(document);
      for (const [, name = ""] of text.matchAll(/(?:`|^ {4})(?:[A-Z_]+=\S+ )*npm (?:run )?([a-z:]+)/gm)) {
        if (name !== "install") expect(Object.keys(scripts), `${document}: npm ${name}`).toContain(name);
      }
      const named = [
        ...text.matchAll(/`((?:app|bench|components|docs|lib|prisma|scripts|server|tests)\/[\w./()[\]-]+)`/g),
        ...text.matchAll(
          /(?<![\w./`-])((?:app|bench|components|docs|lib|prisma|public|scripts|server|tests)\/[\w./-]*\w)/g,
        ),
      ];
      for (const [, file = ""] of named) {
        expect(existsSync(file) || file.includes("generated"), `${document}: ${file}`).toBe(true);
      }
      for (const [, link = ""] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        expect(existsSync(path.join(path.dirname(document), link)), `${document}: ${link}`).toBe(true);
      }
    }
  });
});
