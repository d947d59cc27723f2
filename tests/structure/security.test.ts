import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importsOf, isCode, isTest, projectFiles, read } from "./source-files";

const files = projectFiles();
const code = files.filter((file) => isCode(file) && !isTest(file));
const running = code.filter((file) => /^(?:app|components|lib|server|instrumentation)/.test(file));

/** Files in which a pattern stands. */
const having = (pattern: RegExp, among = running) => among.filter((file) => pattern.test(read(file)));

describe("what code may not do", () => {
  test("SQL is never put together from a text: no unsafe query, and raw pieces stand where they are made of names of ours (T21)", () => {
    expect(having(/\$(?:query|execute)RawUnsafe/)).toEqual([]);
    const rowsAsLists = ["lib/data/db/sqlite/snapshot.ts", "lib/data/db/sqlite/statement-cache.ts"];
    expect(having(/\braw\(/).filter((file) => !rowsAsLists.includes(file))).toEqual([
      "lib/data/admin/list-figures.ts",
      "lib/data/db/bulk-sql.ts",
      "lib/data/db/postgresql/engine.ts",
      "lib/data/db/sqlite/engine.ts",
      "lib/data/db/staged-figures.ts",
      "lib/data/public/compare/series-table.ts",
      "lib/data/public/figures-file-read.ts",
      "lib/data/public/files/set-reader.ts",
      "lib/data/public/past/series-then.ts",
      "lib/data/public/selection/figure-counts.ts",
      "lib/data/public/selection/figure-selection.ts",
      "lib/data/resources/claim-group.ts",
      "lib/data/resources/figure-rows.ts",
      "lib/data/revisions/tables.ts",
    ]);
  });

  test("no text of a record becomes markup, a style or a script: nothing sets HTML, but one empty slot and drawings, which lib/charts/svg escapes (T25, T28)", () => {
    const setting = having(
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|new Function\(|\beval\(/,
    );
    expect(setting).toEqual(["components/charts/static-chart.tsx", "components/layout/site-frame.tsx"]);
    const drawing = read("components/charts/static-chart.tsx");
    expect(drawing.match(/dangerouslySetInnerHTML.*/g)).toEqual([
      "dangerouslySetInnerHTML={{ __html: drawingText(drawing) }}",
    ]);
    expect(read("components/layout/site-frame.tsx")).toContain('dangerouslySetInnerHTML={{ __html: "" }}');
    // A <style> or a script with words of ours alone: the framework's JSON is escaped by itself, and JSON-LD is made in one place.
    expect(having(/ld\+json/).filter((file) => !file.startsWith("server/pages/"))).toEqual([
      "components/layout/json-ld.tsx",
    ]);
    expect(read("components/layout/json-ld.tsx")).toContain("{jsonLdText(data)}");
  });

  test("nothing asks another machine but what looks at addresses of sources, when told to (T86)", () => {
    expect(having(/\bfetch\(/)).toEqual([
      "components/admin/api-client.ts",
      "components/layout/reader-script.tsx",
      "server/serve-site.ts",
    ]);
    expect(read("server/serve-site.ts").match(/\bfetch\([^/]*\/\/127\.0\.0\.1:/g)).toHaveLength(1);
    const network = running.filter((file) =>
      importsOf(read(file)).some((name) => /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)$/.test(name)),
    );
    const asking = network.filter((file) =>
      /import \{[^}]*\b(?:request|get|connect|createConnection|lookup)\b[^}]*\} from "node:/.test(read(file)),
    );
    // The app's own socket; and pages of sources, through agents that refuse every address but public ones.
    expect(asking).toEqual(["lib/jobs/fetch-page.ts", "server/upstream.ts"]);
    expect(read("lib/jobs/fetch-page.ts")).toContain("open(address, { agent, signal, headers })");
    expect(read("server/upstream.ts")).toContain("open({ socketPath, agent,");
  });
});

/** Releases below which a weakness is known, or which this project needs. */
const FLOORS: Readonly<Record<string, string>> = {
  "better-auth": "1.6.11",
  "better-sqlite3": "12.11.1",
  next: "16.3.3",
  pg: "8.23.1",
  react: "19.2.8",
  "react-dom": "19.2.8",
  yauzl: "3.4.0",
  zod: "4.6.7",
};

const isAtLeast = (version: string, floor: string) =>
  version.localeCompare(floor, "en", { numeric: true }) >= 0 && !version.includes("-");

describe("dependencies (T88)", () => {
  const lock = JSON.parse(read("package-lock.json")) as {
    packages: Record<
      string,
      {
        name?: string;
        version?: string;
        integrity?: string;
        hasInstallScript?: boolean;
        link?: boolean;
        inBundle?: boolean;
      }
    >;
  };
  const { dependencies, allowScripts } = JSON.parse(read("package.json")) as Record<string, Record<string, unknown>>;
  const installed = Object.entries(lock.packages).filter(([place]) => place !== "");
  const nameOf = (place: string) => place.replace(/^.*node_modules\//, "");

  test("none is below its floor, wherever it stands in the tree", () => {
    const below = installed.filter(([place, { version = "" }]) => !isAtLeast(version, FLOORS[nameOf(place)] ?? "0"));
    expect(below.filter(([place]) => nameOf(place) in FLOORS)).toEqual([]);
    for (const name of Object.keys(FLOORS))
      expect(
        installed.map(([place]) => nameOf(place)),
        name,
      ).toContain(name);
    expect([
      isAtLeast("16.3.2", "16.3.3"),
      isAtLeast("16.10.0", "16.3.3"),
      isAtLeast("16.3.3-canary.1", "16.3.3"),
    ]).toEqual([false, true, false]);
  });

  test("each is named with the hash of what it holds, and forty at most are our own choice", () => {
    const without = installed.filter(
      ([, { integrity, link, inBundle }]) => integrity === undefined && !link && !inBundle,
    );
    expect(without.map(([place]) => place)).toEqual([]);
    expect(Object.keys(dependencies ?? {}).length).toBeLessThanOrEqual(40);
  });

  test("a script at its installation is allowed by name or not run", () => {
    const scripted = new Set(
      installed
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([place, { name }]) => name ?? nameOf(place)),
    );
    const unknown = [...scripted].filter((name) => !(name in (allowScripts ?? {})));
    // Optional to the file watching of tools on another system.
    expect(unknown.filter((name) => name !== "fsevents")).toEqual([]);
    expect(read("scripts/set-up.mjs")).toContain('"--ignore-scripts"');
  });
});

describe("docs/threats.md", () => {
  /** Rows of its tables: number, and what stands in the last column. */
  const rows = [...read("docs/threats.md").matchAll(/^\| (T\d\d) +\|.*\|([^|\n]+)\|$/gm)].map(
    ([, row = "", proof = ""]) => ({ row, proof: proof.trim() }),
  );

  test("has a row for each threat, in order, once", () => {
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `T${String(from + index).padStart(2, "0")}`);
    expect(rows.map(({ row }) => row)).toEqual([...numbers(1, 46), ...numbers(67, 73), ...numbers(81, 88)]);
  });

  test("every row names a test that names the row, or says why there is none", () => {
    const unproven = rows.filter(({ row, proof }) => {
      const tests = [...proof.matchAll(/`([^`]+\.test\.tsx?)`/g)].map(([, file = ""]) => file);
      if (tests.length === 0) return !/^No test: .{20,}/.test(proof);
      return !tests.every((file) => existsSync(file) && new RegExp(`\\b${row}\\b`).test(read(file)));
    });
    expect(unproven).toEqual([]);
  });
});

test("every promise of SECURITY.md has tests that exist", () => {
  const rows = [...read("SECURITY.md").matchAll(/^\| (P\d+) +\|[^|]+\|[^|]+\| ([^|]+)\|$/gm)];
  expect(rows.map(([, id]) => id)).toEqual(Array.from({ length: 19 }, (_, index) => `P${index + 1}`));
  for (const [, id, tests = ""] of rows) {
    const named = [...tests.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file = ""]) => file);
    expect([id, named.length > 0, named.filter((file) => !existsSync(file))]).toEqual([id, true, []]);
  }
});
