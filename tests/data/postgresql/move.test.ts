import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { openClient } from "@/lib/data/db/client";
import { moveDatabase } from "@/scripts/database/move-database";
import { preparePostgresql } from "@/scripts/database/postgresql/prepare";
import { checkPostgresql } from "@/scripts/database/postgresql/state";
import { checkSqlite } from "@/scripts/database/sqlite/state";
import { anotherDatabase } from "@/tests/setup/data/another-database";
import { copyDatabase } from "@/tests/setup/data/postgresql";
import { chance, noteTrials, timeFor, trialsOf } from "@/tests/setup/trials";

const KILLS = trialsOf(6);
const folder = mkdtempSync(path.join(tmpdir(), "footnote-move-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another database with accounts, sessions and history. */
async function withPeople(): Promise<string> {
  const postgresql = inject("postgresql");
  if (postgresql === null) throw new Error("There is no PostgreSQL");
  return copyDatabase(postgresql, postgresql.withPeople);
}

test("everything goes from one kind of database into the other and back the same, and new rows have keys of their own", async () => {
  const first = await withPeople();
  const client = openClient(first);
  // A region that lies in one with a larger key.
  const [country] = [await client.region.create({ data: { code: "YY", name: "Later", level: "country" } })];
  const moved = await client.region.findFirstOrThrow({ where: { level: "province" } });
  await client.region.update({ where: { id: moved.id }, data: { parentId: country.id } });
  await client.figure.updateMany({ where: { id: 3 }, data: { value: 0.1 + 0.2, digits: "0.30000000000000004" } });
  await client.publication.update({ where: { id: 1 }, data: { version: 7 } });
  await client.$disconnect();
  const sqlite = `file:${folder}/moved.db`;
  const into = await moveDatabase(first, sqlite);
  expect(into.find(({ table }) => table === "figure")?.rows).toBe(467);
  expect(into.find(({ table }) => table === "user")?.rows).toBe(3);
  expect(into.find(({ table }) => table === "session")?.rows).toBe(3);
  const second = await anotherDatabase(folder, "back");
  expect(await moveDatabase(sqlite, second)).toEqual(into);
  for (const url of [sqlite, second]) {
    const there = openClient(url);
    expect((await there.publication.findFirstOrThrow()).version).toBe(7);
    const last = await there.topic.findFirstOrThrow({ orderBy: { id: "desc" } });
    const next = await there.topic.create({ data: { slug: "next", name: "Next", position: 99 } });
    expect(next.id).toBeGreaterThan(last.id);
    await there.$disconnect();
  }
  checkSqlite(`${folder}/moved.db`);
  expect(await preparePostgresql(second)).toBe("up to date");
}, 120_000);

test("broken off, it is not served, and goes on where it was", async () => {
  const [from, to] = [await withPeople(), await anotherDatabase(folder, "broken")];
  const broken = moveDatabase(from, to, (table) => {
    if (table === "citation") throw new Error("pulled out");
  });
  await expect(broken).rejects.toThrow("pulled out");
  await expect(preparePostgresql(to)).rejects.toThrow(/broken off: run it again/);
  const writes: string[] = [];
  const moved = await moveDatabase(from, to, (table) => writes.push(table));
  expect(writes).not.toContain("figure");
  expect(writes).toContain("revision");
  expect(moved.find(({ table }) => table === "citation")?.rows).toBe(471);
  expect(await preparePostgresql(to)).toBe("up to date");
}, 120_000);

/** Moves in a process of its own, which is killed after so many milliseconds; null lets it live. Answers how long it ran, in milliseconds. */
async function moveAndKill(from: string, to: string, afterMs: number | null): Promise<number> {
  const began = performance.now();
  const node = ["--conditions=react-server", "--import", "tsx", "scripts/move.ts", "MOVE_FROM", "MOVE_TO"];
  const child = spawn(process.execPath, node, {
    env: { ...process.env, MOVE_FROM: from, MOVE_TO: to },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const kill = afterMs === null ? undefined : setTimeout(() => child.kill("SIGKILL"), afterMs);
  await once(child, "close");
  clearTimeout(kill);
  return performance.now() - began;
}

/** What a site would find in a database that was moved into: nothing, a move that was broken off, which it refuses, or what it serves. */
async function found(url: string): Promise<"nothing" | "broken off" | "everything"> {
  const file = url.startsWith("file:") ? url.slice("file:".length) : null;
  if (file !== null && !existsSync(file)) return "nothing";
  const refused = await (async () => (file === null ? checkPostgresql(url) : checkSqlite(file)))().then(
    () => "",
    (error: Error) => error.message,
  );
  if (/broken off/.test(refused)) return "broken off";
  const client = openClient(url);
  const counts = await Promise.all([client.figure.count(), client.revision.count()]).catch(() => [0, 0]);
  await client.$disconnect();
  if (Math.max(...counts) === 0) return "nothing";
  expect([refused, counts[0]]).toEqual(["", 467]);
  return "everything";
}

test(
  `${KILLS} kills during moves: a site serves what was moved whole or refuses it, and the next goes on`,
  async (context) => {
    const from = await withPeople();
    const whole = await moveDatabase(from, `file:${folder}/whole.db`);
    const lasts = await moveAndKill(from, await anotherDatabase(folder, "alive"), null);
    const seen = new Set<string>();
    for (let at = 0; at < KILLS; at += 1) {
      const to = at % 2 === 0 ? await anotherDatabase(folder, `killed${at}`) : `file:${folder}/killed${at}.db`;
      await moveAndKill(from, to, lasts * (0.4 + 0.6 * chance()));
      const left = await found(to);
      seen.add(left);
      if (left !== "everything") expect(await moveDatabase(from, to)).toEqual(whole);
      expect(await found(to)).toBe("everything");
    }
    expect(seen).not.toEqual(new Set(["everything"]));
    noteTrials(context, KILLS, "kills during moves");
  },
  timeFor(240_000),
);

test("a database that holds something else is refused, and left as it was", async () => {
  const [from, to] = [await withPeople(), await withPeople()];
  await expect(moveDatabase(from, to)).rejects.toThrow(/holds something else already/);
  expect(await preparePostgresql(to)).toBe("up to date");
  await expect(moveDatabase(from, from)).rejects.toThrow(/the same database/);
  await expect(moveDatabase(`file:${folder}/none.db`, to)).rejects.toThrow(/There is no database/);
});
