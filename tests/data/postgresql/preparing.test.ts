import { expect, test } from "vitest";
import { openClient } from "@/lib/data/db/client";
import { env } from "@/lib/env";
import { preparePostgresql } from "@/scripts/database/postgresql/prepare";
import { checkPostgresql } from "@/scripts/database/postgresql/state";
import { anotherDatabase } from "@/tests/setup/data/another-database";

const at = (change: (url: URL) => void) => {
  const url = new URL(env().DATABASE_URL);
  change(url);
  return url.href;
};

test("three starts at once make one database, with its figures once", async () => {
  const database = await anotherDatabase("", "starts");
  const said = await Promise.all([1, 2, 3].map(() => preparePostgresql(database)));
  expect(said.filter((each) => each.startsWith("migrated"))).toHaveLength(1);
  const client = openClient(database);
  expect(await client.figure.count()).toBe(467);
  await client.$disconnect();
  await checkPostgresql(database);
});

test.each([
  [
    "a server that is not there",
    (url: URL) => Object.assign(url, { port: "1" }),
    /nothing listens there: start PostgreSQL/,
  ],
  [
    "a database that is not there",
    (url: URL) => Object.assign(url, { pathname: "/none" }),
    /no such database: make it/,
  ],
])("%s is said with its cure, and without a password", async (_, change, message) => {
  const url = at((changed) => {
    change(changed);
    changed.password = "hidden-word";
  });
  const failed = await preparePostgresql(url).catch(String);
  expect(failed).toMatch(message);
  expect(failed).not.toContain("hidden-word");
});

test("a database that is not migrated is not served, nor one that is newer than the code", async () => {
  const database = await anotherDatabase("", "served");
  await expect(checkPostgresql(database)).rejects.toThrow(/run npm start/);
  await preparePostgresql(database);
  const client = openClient(database);
  await client.$executeRaw`
    INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', 'x', '29990101_later', now())`;
  await client.$disconnect();
  for (const work of [checkPostgresql, preparePostgresql])
    await expect(work(database)).rejects.toThrow(/newer than this code \(it has “29990101_later”\)/);
});

test("one that may only be read is refused, whoever says so", async () => {
  const database = await anotherDatabase("", "still");
  await preparePostgresql(database);
  const client = openClient(database);
  await client.$executeRaw`CREATE ROLE "reader" LOGIN`;
  await client.$executeRaw`GRANT SELECT ON ALL TABLES IN SCHEMA public TO "reader"`;
  const byReader = Object.assign(new URL(database), { username: "reader" }).href;
  for (const work of [checkPostgresql, preparePostgresql])
    await expect(work(byReader)).rejects.toThrow(/write in them: make it the owner of the database/);
  await client.$executeRawUnsafe(
    `ALTER DATABASE "${new URL(database).pathname.slice(1)}" SET default_transaction_read_only = on`,
  );
  await client.$disconnect();
  for (const work of [checkPostgresql, preparePostgresql])
    await expect(work(database)).rejects.toThrow(/may only be read: name the primary/);
});

test("one that confirms before it has written is refused, and one that keeps no Unicode", async () => {
  const database = await anotherDatabase("", "hasty");
  const client = openClient(database);
  await client.$executeRawUnsafe(
    `ALTER DATABASE "${new URL(database).pathname.slice(1)}" SET synchronous_commit = off`,
  );
  await client.$disconnect();
  await expect(preparePostgresql(database)).rejects.toThrow(/synchronous_commit = on/);
  const server = openClient(env().DATABASE_URL);
  await server.$executeRawUnsafe(
    `CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'`,
  );
  await server.$disconnect();
  await expect(preparePostgresql(at((url) => Object.assign(url, { pathname: "/latin" })))).rejects.toThrow(/'UTF8'/);
});
