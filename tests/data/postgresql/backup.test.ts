import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openClient } from "@/lib/data/db/client";
import { env } from "@/lib/env";
import { backUpPostgresql, restorePostgresql } from "@/scripts/database/postgresql/backup";
import { preparePostgresql } from "@/scripts/database/postgresql/prepare";
import { anotherDatabase } from "@/tests/setup/data/another-database";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-dumps-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const backUp = (now: string, keep?: number) => backUpPostgresql(env().DATABASE_URL, folder, new Date(now), keep);
const dumps = () => readdirSync(folder).filter((name) => name.startsWith("footnote-"));

test("a dump says what it holds, is its owner's alone, and the newest stay", async () => {
  const { file, figures, revision } = await backUp("2026-01-01T00:00:00.000Z");
  expect(path.basename(file)).toBe("footnote-20260101-000000-000.dump");
  expect(figures).toBe(467);
  expect(revision).toBeGreaterThan(467);
  expect(statSync(file).mode & 0o077).toBe(0);
  await backUp("2026-01-02T00:00:00.000Z");
  await backUp("2026-01-03T00:00:00.000Z", 2);
  expect(dumps()).toEqual(["footnote-20260102-000000-000.dump", "footnote-20260103-000000-000.dump"]);
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
  const restored = openClient(other);
  expect(await restored.figure.count({ where: { note: "changed since" } })).toBe(0);
  expect(await restored.publication.count()).toBe(1);
  await restored.$disconnect();
  expect(await preparePostgresql(other)).toBe("up to date");
});

test("it goes into a database that holds nothing, as after the old server was lost", async () => {
  const { file } = await backUp("2026-01-04T12:00:00.000Z");
  const empty = await anotherDatabase(folder, "empty");
  expect(await restorePostgresql(file, empty, new Date())).toMatchObject({ figures: 467, kept: null });
  expect(await preparePostgresql(empty)).toBe("up to date");
});

test("a dump that is cut off, or no dump, is refused, and nothing changed", async () => {
  const { file } = await backUp("2026-01-05T00:00:00.000Z");
  const whole = readFileSync(file);
  const cut = path.join(folder, "cut.dump");
  writeFileSync(cut, whole.subarray(0, whole.length - 5000));
  await expect(restorePostgresql(cut, env().DATABASE_URL, new Date())).rejects.toThrow(/is not whole/);
  writeFileSync(cut, "nothing of the kind");
  await expect(restorePostgresql(cut, env().DATABASE_URL, new Date())).rejects.toThrow(/is not whole/);
  await expect(restorePostgresql("/none.dump", env().DATABASE_URL, new Date())).rejects.toThrow(/There is no backup/);
});
