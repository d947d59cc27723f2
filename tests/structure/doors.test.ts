import { describe, expect, test } from "vitest";
import { importsOf, isCode, isTest, projectFiles, read, resolveImport } from "./source-files";

/** Words, numbers, times and figures as such. */
const DOMAIN = ["lib/dates", "lib/enums", "lib/figures", "lib/numbers", "lib/text"];
/** What pages draw and write with. */
const SHOWING = [
  "lib/charts",
  "lib/citation",
  "lib/embeds",
  "lib/feeds",
  "lib/linked-data",
  "lib/format",
  "lib/paths",
  "lib/pictures",
  ...DOMAIN,
];
/** The database, and what is written in it: each room knows those before it. */
const DB = ["lib/data/db", "lib/data/errors", "lib/generated", "lib/publication", ...DOMAIN];
const REVISIONS = [...DB, "lib/data/revisions", "lib/reading", "lib/schemas"];
const RESOURCES = [...REVISIONS, "lib/data/resources"];
const COMMANDS = [...RESOURCES, "lib/data/commands"];

/** Rooms by the longest path that fits, with the rooms each may import from. Anything else is a closed door. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  app: [
    "app",
    "components",
    "lib/api",
    "lib/auth",
    "lib/data",
    "lib/exports",
    "lib/http",
    "lib/importing",
    "lib/jobs",
    "lib/log",
    "lib/publication",
    "lib/schemas",
    ...SHOWING,
  ],
  components: ["components", ...SHOWING],
  "components/admin": ["components", "lib/importing", "lib/reading", "lib/schemas", ...SHOWING],
  "lib/text": ["lib/text"],
  "lib/enums": [],
  "lib/dates": ["lib/dates", "lib/enums", "lib/text"],
  "lib/figures": ["lib/dates", "lib/enums", "lib/figures", "lib/text"],
  "lib/numbers": ["lib/figures", "lib/numbers", "lib/text"],
  "lib/format": ["lib/format", ...DOMAIN],
  "lib/charts": ["lib/charts", "lib/format", "lib/paths", ...DOMAIN],
  "lib/citation": ["lib/citation", "lib/format", ...DOMAIN],
  "lib/csl": ["lib/citation", "lib/csl", "lib/generated", ...DOMAIN],
  "lib/embeds": ["lib/embeds", "lib/paths", "lib/schemas", ...DOMAIN],
  "lib/pictures": ["lib/charts", "lib/pictures", ...DOMAIN],
  "lib/exports": ["lib/exports", "lib/paths", ...DOMAIN],
  "lib/feeds": ["lib/feeds", "lib/text"],
  "lib/linked-data": ["lib/citation", "lib/linked-data", "lib/paths", ...DOMAIN],
  "lib/reading": ["lib/reading", ...DOMAIN],
  "lib/schemas": ["lib/schemas", ...DOMAIN],
  "lib/importing": ["lib/exports", "lib/importing", "lib/reading", "lib/schemas", ...DOMAIN],
  "lib/data/errors": ["lib/figures", "lib/schemas"],
  "lib/data/db": ["lib/env", "lib/log", "lib/postgresql-client", "lib/postgresql-url", ...DB],
  "lib/data/revisions": REVISIONS,
  "lib/data/resources": RESOURCES,
  "lib/data/commands": COMMANDS,
  "lib/data/import": ["lib/data/import", "lib/exports", "lib/importing", ...COMMANDS],
  "lib/data/export": ["lib/data/export", "lib/exports", ...RESOURCES],
  "lib/data/public": [
    "lib/citation",
    "lib/csl",
    "lib/data/public",
    "lib/env",
    "lib/exports",
    "lib/format",
    "lib/paths",
    ...RESOURCES,
  ],
  "lib/data/admin": ["lib/data/admin", "lib/data/public", "lib/format", ...COMMANDS],
  "lib/jobs": [
    "lib/counted",
    "lib/data",
    "lib/env",
    "lib/importing",
    "lib/jobs",
    "lib/log",
    "lib/reading",
    "lib/schemas",
  ],
  "lib/auth": ["lib/auth", "lib/data/db", "lib/env", "lib/http", "lib/log", "lib/paths", "lib/schemas"],
  "lib/api": [
    "lib/api",
    "lib/auth",
    "lib/counted",
    "lib/data",
    "lib/env",
    "lib/exports",
    "lib/http",
    "lib/importing",
    "lib/jobs",
    "lib/log",
    "lib/paths",
    "lib/reading",
    "lib/schemas",
    ...DOMAIN,
  ],
  "lib/http": ["lib/http", "lib/publication", "lib/schemas"],
  "lib/publication": ["lib/publication"],
  "lib/counted": [],
  "lib/env": ["lib/postgresql-url"],
  "lib/log": ["lib/env"],
  "lib/postgresql-url": [],
  "lib/paths": [],
  "lib/postgresql-client": ["lib/postgresql-url"],
  server: [
    "lib/counted",
    "lib/env",
    "lib/http",
    "lib/log",
    "lib/paths",
    "lib/postgresql-client",
    "lib/postgresql-url",
    "lib/publication",
    "lib/schemas",
    "scripts",
    "server",
  ],
  prisma: ["lib/data", "lib/generated", "lib/schemas", "prisma", ...DOMAIN],
  scripts: [
    "lib/auth",
    "lib/data",
    "lib/env",
    "lib/exports",
    "lib/http",
    "lib/importing",
    "lib/jobs",
    "lib/postgresql-client",
    "lib/postgresql-url",
    "lib/schemas",
    "prisma",
    "scripts",
    "server",
    "tests/setup",
    ...DOMAIN,
  ],
  bench: ["bench", "lib", "scripts", "server", "tests/setup"],
};

/** Rooms without a world around them: the same input gives the same output. */
const PURE = [
  ...DOMAIN,
  "lib/charts",
  "lib/citation",
  "lib/embeds",
  "lib/exports",
  "lib/feeds",
  "lib/format",
  "lib/importing",
  "lib/linked-data",
  "lib/paths",
  "lib/pictures",
  "lib/reading",
  "lib/schemas",
];
const IMPURE_PACKAGE = /^(?:react|react-dom|next|server-only|node:|@prisma|fs$|path$|crypto$)/;
const IMPURE_CODE = /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.|\bfetch\(/;

/** Packages that one place only may import. */
const ONLY_IN: readonly (readonly [RegExp, RegExp])[] = [
  [/^@mantine\//, /^(?:app|components)\/admin\//],
  [/(?:^@\/|\/)components\/admin\//, /^(?:app|components)\/admin\//],
  [/^recharts/, /^components\/charts\/live-/],
  [/^@prisma\/client|generated\/prisma/, /^(?:lib\/data\/|prisma\/)/],
  [/^@prisma\/(?:schema-engine-wasm|driver-adapter-utils)/, /^tests\/setup\/data\/schema-sql\.ts$/],
  [/^citeproc|generated\/csl$/, /^lib\/csl\//],
  [/^better-sqlite3/, /^(?:bench|scripts|server|tests|lib\/data\/db\/sqlite)\//],
];

/** What is remembered for everybody must not depend on who asks: no public page and no layout around it may find that out. */
const NEVER_IN: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^@\/|\/)lib\/auth(?:\/|$)|^next\/headers$/, /^app\/(?:\(public\)\/|layout\.tsx$)/],
];

function roomOf(file: string): string | undefined {
  const path = file.replace(/\.\w+$/, "");
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
    ["components/a.tsx", "@/lib/data/public/figures"],
    ["components/figure/a.tsx", "../../lib/env"],
    ["lib/charts/a.ts", "react"],
    ["lib/figures/a.ts", "@/lib/data/db/client"],
    ["lib/http/a.ts", "@/lib/data/public/figures"],
    ["lib/data/db/a.ts", "@/components/b"],
    ["lib/data/db/a.ts", "@/lib/data/commands/change"],
    ["lib/env.ts", "@/lib/paths"],
    ["app/page.tsx", "@/lib/generated/prisma/client"],
    ["app/page.tsx", "@/lib/env"],
    ["components/charts/static-chart.tsx", "recharts"],
    ["components/figure/figure-card.tsx", "@mantine/core"],
    ["app/(public)/page.tsx", "@/components/admin/shell/admin-nav"],
    ["components/admin/fields/a.tsx", "@/lib/data/public/figures"],
    ["components/charts/static-chart.tsx", "better-sqlite3"],
    ["app/(public)/metrics/page.tsx", "@/lib/auth/authorize"],
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
