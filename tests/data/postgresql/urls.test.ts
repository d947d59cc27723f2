import { mkdtempSync, rmSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openClient } from "@/lib/data/db/client";
import { POSTGRESQL } from "@/lib/data/db/postgresql/engine";
import { Prisma } from "@/lib/generated/prisma/client";
import { moveDatabase } from "@/scripts/database/move-database";
import { backUpPostgresql, restorePostgresql } from "@/scripts/database/postgresql/backup";
import { type ClientPrograms, clientPrograms } from "@/scripts/database/postgresql/client-programs";
import { migratePostgresql } from "@/scripts/database/postgresql/prepare";
import { checkPostgresql } from "@/scripts/database/postgresql/state";
import { publishedChangesIn } from "@/server/pages/publication-changes";
import { createDatabase } from "@/tests/setup/data/postgresql";

const { server, folder: socket, certificate } = inject("postgresql") ?? { server: "", folder: "", certificate: null };
const { port } = new URL(`${server}/postgres`);
const folder = mkdtempSync(path.join(tmpdir(), "footnote-urls-"));
const PASSWORD = "p@ss/w?rd#1% :+é";
const WRITTEN = encodeURIComponent(PASSWORD);
let count = 0;

const admin = new Client({ connectionString: `${server}/postgres` });
beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE ROLE "secretive" LOGIN PASSWORD '${PASSWORD}'`);
  process.env.PGPORT = port;
});
afterAll(async () => {
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes an empty database, with what is done to it first; answers its name. */
async function database(...first: readonly string[]): Promise<string> {
  count += 1;
  const name = `urls_${count}`;
  await createDatabase(server, name);
  await inDatabase(name, async (client) => {
    for (const sql of [`GRANT ALL ON DATABASE "${name}" TO secretive`, ...first]) await client.query(sql);
  });
  return name;
}

async function inDatabase<Result>(name: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: `${server}/${name}` });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** What PostgreSQL's programs were told on their command lines. */
const told: string[] = [];
async function listened(...asked: Parameters<typeof clientPrograms>): Promise<ClientPrograms | null> {
  const programs = await clientPrograms(...asked);
  return (
    programs && {
      ...programs,
      run: (program, args) => {
        told.push(args.join(" "));
        return programs.run(program, args);
      },
    }
  );
}

/** Migrates, serves, backs up, restores and moves a database: all of it has to be at the same tables. */
async function wholeLife(databaseUrl: string): Promise<void> {
  await migratePostgresql(databaseUrl);
  await checkPostgresql(databaseUrl);
  const topics = () => {
    const client = openClient(databaseUrl);
    return Promise.all([
      client.topic.count(),
      client.$queryRaw<[{ n: number }]>`SELECT count(*)::integer AS "n" FROM "Topic"`.then(([{ n }]) => n),
    ]).finally(() => client.$disconnect());
  };
  const client = openClient(databaseUrl);
  await client.$transaction([
    client.topic.create({ data: { slug: "first", name: "First", position: 1 } }),
    client.publication.update({ where: { id: 1 }, data: { version: 7 } }),
  ]);
  await client.$disconnect();
  expect(await topics()).toEqual([1, 1]);
  const snapshot = await POSTGRESQL.openSnapshot(databaseUrl);
  expect(await snapshot.read(Prisma.sql`SELECT "slug" FROM "Topic"`)).toEqual([["first"]]);
  await snapshot.close();
  const changes = publishedChangesIn(databaseUrl);
  expect((await changes.read(null)).version).toBe(7);
  changes.close();
  await expect(migratePostgresql(databaseUrl)).resolves.toBeUndefined();

  const dump = await backUpPostgresql(databaseUrl, folder, new Date(1e12 + count), undefined, listened);
  expect(dump.file).toMatch(/\.dump$/);
  const file = await backUpPostgresql(databaseUrl, folder, new Date(1e12 + count), undefined, async () => null);
  for (const backup of [dump, file]) {
    const changed = openClient(databaseUrl);
    await changed.topic.create({ data: { slug: "second", name: "Second", position: 2 } });
    await changed.$disconnect();
    expect(await topics()).toEqual([2, 2]);
    await restorePostgresql(backup.file, databaseUrl, new Date(2e12 + count));
    expect(await topics()).toEqual([1, 1]);
  }
  const moved = await moveDatabase(databaseUrl, `file:${folder}/moved-${count}.db`);
  expect(moved.find(({ table }) => table === "topic")?.rows).toBe(1);
}

/** Schemas in which a database has tables of ours. */
async function schemasOf(name: string): Promise<readonly string[]> {
  const sql = `SELECT schemaname FROM pg_tables WHERE tablename IN ('Topic', '_prisma_migrations') GROUP BY 1 ORDER BY 1`;
  return inDatabase(name, async (client) => (await client.query(sql)).rows.map(({ schemaname }) => schemaname));
}

const OWN = "CREATE SCHEMA footnote AUTHORIZATION footnote";
const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1"));
const encrypted = certificate === null ? [] : [certificate];

test.each<[string, (name: string) => string, string, ...string[]]>([
  ["no port", (name) => `postgresql://footnote@127.0.0.1/${name}`, "public"],
  ...(hasIpv6 ? [["IPv6", (name: string) => `postgresql://footnote@[::1]:${port}/${name}`, "public"] as const] : []),
  ["a socket", (name) => `postgresql://footnote@/${name}?host=${socket}&port=${port}`, "public"],
  [
    "a password with every reserved character",
    (name) => `postgresql://secretive:${WRITTEN}@127.0.0.1:${port}/${name}?schema=mine`,
    "mine",
  ],
  ["schema=", (name) => `${server}/${name}?schema=Mine-1`, "Mine-1"],
  ["options", (name) => `${server}/${name}?options=-c%20search_path=mine`, "mine"],
  ["a schema like the user, named", (name) => `${server}/${name}?schema=footnote`, "footnote", OWN],
  ["public beside a schema like the user", (name) => `${server}/${name}?schema=public`, "public", OWN],
  [
    "a schema beside the tables of another program",
    (name) => `${server}/${name}?schema=mine`,
    "mine",
    `CREATE TABLE "Topic" ("other" TEXT)`,
  ],
  ...encrypted.flatMap((root) =>
    [
      ["sslmode=require", `sslmode=require`],
      ["sslmode=verify-full", `sslmode=verify-full&sslrootcert=${root}`],
    ].map(
      ([said = "", query]) =>
        [said, (name: string) => `postgresql://footnote@localhost:${port}/${name}?${query}`, "public"] as const,
    ),
  ),
] as [string, (name: string) => string, string, ...string[]][])(
  "%s: migrated, served, backed up, restored and moved at the same tables",
  async (_, urlOf, schema, ...first) => {
    const name = await database(...first);
    // Another program may be at work in the database.
    await inDatabase(name, () => wholeLife(urlOf(name)));
    expect(await schemasOf(name)).toEqual(first.some((sql) => sql.includes('"other"')) ? [schema, "public"] : [schema]);
    expect(told.join("\n")).not.toMatch(/p@ss|p%40ss/);
  },
);

test.each<[string, (name: string) => string, RegExp, ...string[]]>([
  ["a schema like the user, not named", (name) => `${server}/${name}`, /add schema=footnote to the URL/, OWN],
  [
    "tables of another program",
    (name) => `${server}/${name}`,
    /tables of another program \(“theirs”\).*schema=footnote/,
    `CREATE TABLE "theirs" ("id" INTEGER)`,
  ],
  [
    "a wrong password",
    (name) => `postgresql://secretive:hidden@127.0.0.1:${port}/${name}`,
    /refuses the password: correct it/,
  ],
  [
    "no password",
    (name) => `postgresql://secretive@127.0.0.1:${port}/${name}`,
    /asks for a password: write one into the URL/,
  ],
  [
    "no rights",
    (name) => `postgresql://secretive:${WRITTEN}@127.0.0.1:${port}/${name}`,
    /may not make tables there: make it the owner/,
  ],
  ["no socket", (name) => `postgresql://footnote@/${name}?host=${folder}`, /no socket: start PostgreSQL/],
  ...(certificate === null
    ? []
    : [
        [
          "a certificate of nobody known",
          (name: string) => `postgresql://footnote@localhost:${port}/${name}?sslmode=verify-full`,
          /certificate is not one that is trusted.*sslrootcert=file/,
        ] as const,
        [
          "a certificate of another host",
          (name: string) =>
            `postgresql://footnote@127.0.0.1:${port}/${name}?sslmode=verify-full&sslrootcert=${certificate}`,
          /certificate is of another host/,
        ] as const,
      ]),
] as [string, (name: string) => string, RegExp, ...string[]][])(
  "%s is refused with its cure, and nothing is made anywhere",
  async (_, urlOf, message, ...first) => {
    const name = await database(...first);
    const failed = await migratePostgresql(urlOf(name)).then(() => "nothing", String);
    expect(failed).toMatch(message);
    expect(failed).not.toMatch(/hidden|p@ss|p%40ss/);
    expect(await schemasOf(name)).toEqual([]);
  },
);
