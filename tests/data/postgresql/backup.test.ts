import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { openClient } from "@/lib/data/db/client";
import { env } from "@/lib/env";
import { restoreDatabase } from "@/scripts/database/backup-database";
import { compareTables } from "@/scripts/database/copy-tables";
import { backUpPostgresql, restorePostgresql } from "@/scripts/database/postgresql/backup";
import { postgresqlMigrations } from "@/scripts/database/postgresql/migrations";
import { preparePostgresql } from "@/scripts/database/postgresql/prepare";
import { anotherDatabase } from "@/tests/setup/data/another-database";
import { copyDatabase } from "@/tests/setup/data/postgresql";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-dumps-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const backUp = (now: string, keep?: number, databaseUrl = env().DATABASE_URL) =>
  backUpPostgresql(databaseUrl, folder, new Date(now), keep);
const withoutPrograms = (now: string, databaseUrl = env().DATABASE_URL, keep?: number) =>
  backUpPostgresql(databaseUrl, folder, new Date(now), keep, async () => null);
const backups = () => readdirSync(folder).filter((name) => name.startsWith("footnote-"));

/** Does something with a client of a database. */
async function at<Result>(databaseUrl: string, work: (client: ReturnType<typeof openClient>) => Promise<Result>) {
  const client = openClient(databaseUrl);
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/** The database of this file with accounts and sessions. */
async function withPeople(): Promise<string> {
  const postgresql = inject("postgresql");
  if (postgresql === null) throw new Error("There is no PostgreSQL");
  return copyDatabase(postgresql, postgresql.withPeople);
}

/** The folder of the migrations with one behind them, of a later release: a table with rows, and a column. */
function laterMigrations(): string {
  const later = path.join(folder, "migrations");
  cpSync(postgresqlMigrations, later, { recursive: true });
  mkdirSync(path.join(later, "29990101_later"), { recursive: true });
  writeFileSync(
    path.join(later, "29990101_later", "migration.sql"),
    `CREATE TABLE "Later" ("id" SERIAL PRIMARY KEY, "figureId" INTEGER REFERENCES "Figure" ("id"));
     INSERT INTO "Later" ("figureId") SELECT "id" FROM "Figure"; ALTER TABLE "Figure" ADD COLUMN "later" TEXT;`,
  );
  return later;
}

test("a dump says what it holds, is its owner's alone, and the newest stay", async () => {
  const { file, figures, revision } = await backUp("2026-01-01T00:00:00.000Z");
  expect(path.basename(file)).toBe("footnote-20260101-000000-000.dump");
  expect(figures).toBe(467);
  expect(revision).toBeGreaterThan(467);
  expect(statSync(file).mode & 0o077).toBe(0);
  await backUp("2026-01-02T00:00:00.000Z");
  await withoutPrograms("2026-01-03T00:00:00.000Z", undefined, 2);
  expect(backups()).toEqual(["footnote-20260102-000000-000.dump", "footnote-20260103-000000-000.db"]);
  await expect(backUp("2026-01-02T00:00:00.000Z")).rejects.toThrow(/is there already/);
});

test("it is put back whole, what stood there is kept, and a site that uses the database keeps it from that", async () => {
  const { file } = await backUp("2026-01-04T00:00:00.000Z");
  const other = await anotherDatabase(folder, "restored");
  await preparePostgresql(other);
  const client = openClient(other);
  await client.figure.updateMany({ data: { note: "changed since" } });
  await expect(restorePostgresql(file, other, new Date())).rejects.toThrow(/in use by a running site/);
  await client.$disconnect();
  const { figures, kept } = await restorePostgresql(file, other, new Date());
  expect(figures).toBe(467);
  expect(statSync(kept ?? "").size).toBeGreaterThan(10_000);
  await at(other, async (restored) => {
    expect(await restored.figure.count({ where: { note: "changed since" } })).toBe(0);
    await at(env().DATABASE_URL, (source) => compareTables(source, restored));
  });
  expect(await preparePostgresql(other)).toBe("up to date");
});

test("it goes into a database that holds nothing, as after the old server was lost", async () => {
  const { file } = await backUp("2026-01-04T12:00:00.000Z");
  const empty = await anotherDatabase(folder, "empty");
  expect(await restorePostgresql(file, empty, new Date())).toMatchObject({ figures: 467, kept: null });
  expect(await preparePostgresql(empty)).toBe("up to date");
});

test("where there is no pg_dump a file holds the same, accounts and history too, and is put back on either kind of database", async () => {
  const source = await withPeople();
  const { file, figures, revision } = await withoutPrograms("2026-01-05T00:00:00.000Z", source);
  expect([path.basename(file), figures, statSync(file).mode & 0o077]).toEqual([
    "footnote-20260105-000000-000.db",
    467,
    0,
  ]);
  const before = readFileSync(file);
  const [empty, held] = [await anotherDatabase(folder, "filled"), await withPeople()];
  await at(held, (client) => client.figure.updateMany({ data: { note: "changed since" } }));
  const into = [empty, held, `file:${folder}/restored.db`];
  for (const target of into) {
    expect(await restoreDatabase(file, target, new Date())).toMatchObject({ figures, revision });
    const compared = await at(source, (one) => at(target, (other) => compareTables(one, other)));
    expect(compared.find(({ table }) => table === "session")?.rows).toBe(3);
    // New rows have keys behind those that came along.
    await at(target, async (client) => {
      const last = await client.topic.findFirstOrThrow({ orderBy: { id: "desc" } });
      const next = await client.topic.create({ data: { slug: "next", name: "Next", position: 99 } });
      expect(next.id).toBeGreaterThan(last.id);
    });
  }
  expect(await preparePostgresql(empty)).toBe("up to date");
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(backups().filter((name) => name.includes("part"))).toEqual([]);
});

test("such a file has one moment of a database that is written meanwhile", async () => {
  const source = await withPeople();
  let [isDone, written] = [false, 0];
  const writing = at(source, async (client) => {
    for (let n = 0; !isDone; n += 1) {
      await client.$transaction(async (tx) => {
        await tx.topic.create({ data: { slug: `moment-${n}`, name: `Moment ${n}`, position: n } });
        await tx.revision.create({
          data: { resource: "Moment", key: `${n}`, kind: "created", after: "{}", who: "test" },
        });
      });
      written += 1;
    }
  });
  const { file } = await withoutPrograms("2026-01-06T00:00:00.000Z", source);
  isDone = true;
  await writing;
  await at(`file:${file}`, async (copy) => {
    const topics = await copy.topic.count({ where: { slug: { startsWith: "moment-" } } });
    expect(await copy.revision.count({ where: { resource: "Moment" } })).toBe(topics);
    expect(topics).toBeLessThan(written);
  });
});

test("what an older release has dumped takes the place of what a later one made, and is migrated by the next start", async () => {
  const other = await anotherDatabase(folder, "older");
  await preparePostgresql(other);
  const { file: old } = await backUp("2026-01-07T00:00:00.000Z", undefined, other);
  const later = laterMigrations();
  expect(await preparePostgresql(other, later)).toMatch(/migrated \(29990101_later\)/);
  const { file: newer } = await backUp("2026-01-08T00:00:00.000Z", undefined, other);
  // By the code that has the later migration: its tables go.
  await restorePostgresql(old, other, new Date(), later);
  await at(other, async (client) => {
    expect(await client.$queryRaw`SELECT to_regclass('"Later"')::text AS "table"`).toEqual([{ table: null }]);
    expect(await client.figure.count()).toBe(467);
  });
  expect(await preparePostgresql(other, later)).toMatch(/migrated \(29990101_later\)/);
  // By the code that has not: neither a newer dump nor a newer database is touched.
  const refused = /newer than this code \(it has “29990101_later”\): update the code/;
  await expect(restorePostgresql(old, other, new Date())).rejects.toThrow(refused);
  const same = await withPeople();
  await expect(restorePostgresql(newer, same, new Date())).rejects.toThrow(refused);
  expect(await at(same, (client) => client.session.count())).toBe(3);
  expect(await preparePostgresql(same)).toBe("up to date");
});

test("a restore that fails in its midst leaves everything as it was", async () => {
  const same = await withPeople();
  // Somebody's view leans on a table, so that it cannot be taken out.
  await at(same, async (client) => {
    await client.$executeRaw`CREATE SCHEMA "theirs"`;
    await client.$executeRaw`CREATE VIEW "theirs"."leaning" AS SELECT "id" FROM "Figure"`;
  });
  const files = [await backUp("2026-01-09T00:00:00.000Z"), await withoutPrograms("2026-01-09T12:00:00.000Z")];
  for (const { file } of files) {
    await expect(restorePostgresql(file, same, new Date())).rejects.toThrow(
      /^Nothing was restored: .*other objects depend on/,
    );
    expect(await at(same, (client) => client.session.count())).toBe(3);
  }
  await at(same, (client) => client.$executeRaw`CREATE TABLE "theirs" ("id" INTEGER)`);
  for (const { file } of files)
    await expect(restorePostgresql(file, same, new Date())).rejects.toThrow(/tables of another program \(“theirs”\)/);
  expect(await at(same, (client) => client.session.count())).toBe(3);
});

test("a backup that is cut off, or none, is refused, and nothing changed", async () => {
  const files = [await backUp("2026-01-10T00:00:00.000Z"), await withoutPrograms("2026-01-10T12:00:00.000Z")];
  const cut = path.join(folder, "cut.dump");
  const restored = () => restorePostgresql(cut, env().DATABASE_URL, new Date());
  for (const { file } of files) {
    const whole = readFileSync(file);
    writeFileSync(cut, whole.subarray(0, whole.length - 5000));
    await expect(restored()).rejects.toThrow(/is not whole/);
  }
  writeFileSync(cut, "nothing of the kind");
  await expect(restored()).rejects.toThrow(/is not whole/);
  await expect(restorePostgresql("/none.dump", env().DATABASE_URL, new Date())).rejects.toThrow(/There is no backup/);
});
