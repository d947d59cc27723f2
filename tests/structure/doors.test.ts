import { describe, expect, test } from "vitest";
import { importsOf, isCode, isTest, projectFiles, read, resolveImport } from "./source-files";

/** Rooms by the longest path that fits, with the rooms each may import from. Anything else is a closed door. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  app: [
    "app",
    "components",
    "lib/api",
    "lib/auth",
    "lib/charts",
    "lib/citation",
    "lib/data",
    "lib/exports",
    "lib/figures",
    "lib/format",
    "lib/http",
    "lib/importing",
    "lib/jobs",
    "lib/paths",
    "lib/publication",
    "lib/schemas",
  ],
  components: ["components", "lib/charts", "lib/citation", "lib/figures", "lib/format", "lib/paths"],
  "components/admin": [
    "components",
    "lib/charts",
    "lib/citation",
    "lib/figures",
    "lib/format",
    "lib/importing",
    "lib/paths",
    "lib/reading",
    "lib/schemas",
  ],
  "lib/figures": ["lib/figures"],
  "lib/format": ["lib/figures", "lib/format"],
  "lib/charts": ["lib/charts", "lib/figures", "lib/format"],
  "lib/citation": ["lib/citation", "lib/figures", "lib/format"],
  "lib/exports": ["lib/exports", "lib/figures"],
  "lib/jobs": ["lib/data", "lib/env", "lib/importing", "lib/jobs", "lib/schemas"],
  "lib/importing": ["lib/exports", "lib/figures", "lib/importing", "lib/reading", "lib/schemas"],
  "lib/reading": ["lib/figures", "lib/reading"],
  "lib/schemas": ["lib/figures", "lib/schemas"],
  "lib/data": [
    "lib/data",
    "lib/env",
    "lib/exports",
    "lib/figures",
    "lib/format",
    "lib/generated",
    "lib/importing",
    "lib/reading",
    "lib/publication",
    "lib/schemas",
  ],
  "lib/auth": ["lib/auth", "lib/data", "lib/env", "lib/http", "lib/paths", "lib/schemas"],
  "lib/api": [
    "lib/api",
    "lib/auth",
    "lib/data",
    "lib/figures",
    "lib/http",
    "lib/importing",
    "lib/jobs",
    "lib/paths",
    "lib/reading",
    "lib/schemas",
  ],
  "lib/http": ["lib/http", "lib/paths", "lib/publication", "lib/schemas"],
  "lib/publication": ["lib/publication"],
  "lib/env": [],
  "lib/paths": [],
  prisma: ["lib/data", "lib/figures", "lib/generated", "lib/schemas", "prisma"],
  scripts: [
    "lib/auth",
    "lib/data",
    "lib/env",
    "lib/exports",
    "lib/figures",
    "lib/http",
    "lib/importing",
    "lib/jobs",
    "lib/paths",
    "lib/publication",
    "lib/schemas",
    "prisma",
    "scripts",
    "tests/setup",
  ],
  bench: ["bench", "lib", "scripts", "tests/setup"],
};

/** Rooms without a world around them: the same input gives the same output. */
const PURE = [
  "lib/figures",
  "lib/charts",
  "lib/format",
  "lib/citation",
  "lib/reading",
  "lib/schemas",
  "lib/exports",
  "lib/paths",
  "lib/importing",
];
const IMPURE_PACKAGE = /^(?:react|react-dom|next|server-only|node:|@prisma|fs$|path$|crypto$)/;
const IMPURE_CODE = /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.|\bfetch\(/;

/** Packages that one place only may import. */
const ONLY_IN: readonly (readonly [RegExp, RegExp])[] = [
  [/^@mantine\//, /^(?:app|components)\/admin\//],
  [/(?:^@\/|\/)components\/admin\//, /^(?:app|components)\/admin\//],
  [/^recharts/, /^components\/charts\/live-/],
  [/^@prisma\/client|generated\/prisma/, /^(?:lib\/data\/|prisma\/)/],
  [/^@prisma\/(?:schema-engine-wasm|driver-adapter-utils)/, /^tests\/setup\/schema-sql\.ts$/],
  [/^better-sqlite3/, /^(?:scripts|tests|bench)\//],
];

/** What is remembered for everybody must not depend on who asks: no public page and no layout around it may find that out. */
const NEVER_IN: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^@\/|\/)lib\/auth(?:\/|$)|^next\/headers$/, /^app\/(?:\(public\)\/|layout\.tsx$)/],
];

function roomOf(path: string): string | undefined {
  return Object.keys(DOORS)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What is wrong with one import, or null. */
function objection(file: string, specifier: string): string | null {
  for (const [what, where] of ONLY_IN) {
    if (what.test(specifier) && !where.test(file)) return `${file}: only ${where.source} may import ${specifier}`;
  }
  for (const [what, where] of NEVER_IN) {
    if (what.test(specifier) && where.test(file)) return `${file}: nothing in ${where.source} may import ${specifier}`;
  }
  const room = roomOf(file);
  if (room === undefined) return null;
  const target = resolveImport(file, specifier);
  if (target === null) {
    return PURE.includes(room) && IMPURE_PACKAGE.test(specifier) ? `${file}: a pure room imports ${specifier}` : null;
  }
  const open = (DOORS[room] ?? []).some((door) => target === door || target.startsWith(`${door}/`));
  return open ? null : `${file}: no door from ${room} to ${target}`;
}

const code = projectFiles().filter(isCode);

describe("doors between rooms", () => {
  test("no import goes through a closed door", () => {
    const ruled = code.filter((file) => !isTest(file));
    const objections = ruled.flatMap((file) =>
      importsOf(read(file)).flatMap((specifier) => objection(file, specifier) ?? []),
    );
    expect(objections).toEqual([]);
  });

  test.each([
    ["components/a.tsx", "@/lib/data/figures"],
    ["components/figures/a.tsx", "../../lib/env"],
    ["lib/charts/a.ts", "react"],
    ["lib/figures/a.ts", "@/lib/data/client"],
    ["lib/http/a.ts", "@/lib/data/figures"],
    ["lib/data/a.ts", "@/components/b"],
    ["app/page.tsx", "@/lib/generated/prisma/client"],
    ["app/page.tsx", "@/lib/env"],
    ["components/charts/static-chart.tsx", "recharts"],
    ["components/figures/figure-card.tsx", "@mantine/core"],
    ["app/(public)/page.tsx", "@/components/admin/frame/admin-nav"],
    ["components/admin/fields/a.tsx", "@/lib/data/figures"],
    ["components/charts/static-chart.tsx", "better-sqlite3"],
    ["app/(public)/metrics/page.tsx", "@/lib/auth/admit"],
    ["app/layout.tsx", "next/headers"],
  ])("%s importing %s would be caught", (file, specifier) => {
    expect(objection(file, specifier)).not.toBeNull();
  });

  test("the scanner sees every way to import", () => {
    const sample = [
      'import a from "a";',
      'import { b,\n  c } from "b";',
      'import type { D } from "d";',
      'import "e";',
      'export { f } from "f";',
      'const g = await import("g");',
      '// import h from "h";',
      'const text = "import i from i";',
    ].join("\n");
    expect(importsOf(sample)).toEqual(["a", "b", "d", "e", "f", "g"]);
  });

  test("pure rooms know no clock, chance, network or environment", () => {
    const pure = code.filter((file) => !isTest(file) && PURE.includes(roomOf(file) ?? ""));
    expect(pure.length).toBeGreaterThan(20);
    expect(pure.filter((file) => IMPURE_CODE.test(read(file)))).toEqual([]);
  });

  test("only lib/env.ts reads the environment, outside scripts, tests and tool settings", () => {
    const readers = code.filter((file) => /process\.env/.test(read(file)) && /^(?:app|components|lib)\//.test(file));
    expect(readers).toEqual(["lib/env.ts"]);
  });

  test("every file of lib/data is for the server only", () => {
    const files = code.filter((file) => file.startsWith("lib/data/"));
    expect(files.filter((file) => !read(file).startsWith('import "server-only";'))).toEqual([]);
  });
});
