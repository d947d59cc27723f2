import { spawn } from "node:child_process";
import { once } from "node:events";
import Database from "better-sqlite3";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { toDatabaseError } from "@/lib/data/db/database-errors";
import { env, sqliteFile } from "@/lib/env";

const file = sqliteFile(env().DATABASE_URL);
const revision = { resource: "Test", key: "k", kind: "created", after: "{}", who: "test" };
const add = () => db().revision.create({ data: revision });
const count = () => db().revision.count({ where: { resource: "Test" } });
const troubleOf = (work: Promise<unknown>) => work.then(() => null, toDatabaseError);

beforeAll(() => db().$connect());

describe("reads and writes have a connection each", () => {
  test("both connections are durable and enforce references", async () => {
    const settings = { journal_mode: "wal", synchronous: "2", foreign_keys: "1", busy_timeout: "50" };
    for (const [name, expected] of Object.entries(settings)) {
      const read = `PRAGMA ${name}`;
      const only = (rows: object[]) => String(Object.values(rows[0] ?? {})[0]);
      expect(only(await db().$queryRawUnsafe(read)), name).toBe(expected);
      expect(only(await db().$transaction((tx) => tx.$queryRawUnsafe<object[]>(read))), name).toBe(expected);
    }
  });

  test("what is not committed is seen by nobody else, and reading waits for nobody", async () => {
    const before = await count();
    await db().$transaction(async (tx) => {
      await tx.revision.create({ data: revision });
      expect(await tx.revision.count({ where: { resource: "Test" } })).toBe(before + 1);
      expect(await count()).toBe(before);
    });
    expect(await count()).toBe(before + 1);
  });

  test("a write outside a transaction is not undone with somebody else's", async () => {
    const before = await count();
    let single: Promise<unknown> = Promise.resolve();
    const undone = db().$transaction(async (tx) => {
      await tx.revision.create({ data: revision });
      single = add();
      // Reading goes on: there is time enough for it to slip in.
      for (let read = 0; read < 20; read += 1) await count();
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    await single;
    expect(await count()).toBe(before + 1);
  });

  test("the connection that reads cannot write", async () => {
    const [row] = await db().$queryRaw<{ query_only: bigint }[]>`PRAGMA query_only`;
    expect(Number(row?.query_only)).toBe(1);
  });

  test("in a set of transactions that undo themselves, each later one still begins", async () => {
    const before = await count();
    const work = Array.from({ length: 40 }, (_, index) =>
      db()
        .$transaction(async (tx) => {
          await tx.revision.create({ data: revision });
          if (index % 2 === 0) throw new Error("undo");
        })
        .catch(() => undefined),
    );
    await Promise.all(work);
    expect(await count()).toBe(before + 20);
  });
});

describe("another process holds the database (T77, T78)", () => {
  let other: ReturnType<typeof spawn> | null = null;
  afterEach(() => other?.kill("SIGKILL"));

  /** Another process that holds the write lock for some milliseconds. */
  async function holdFor(ms: number): Promise<void> {
    const script = `const d = new (require("better-sqlite3"))(process.argv[1]); d.exec("BEGIN IMMEDIATE"); console.log("held");
      setTimeout(() => { d.exec("COMMIT"); process.exit(); }, ${ms});`;
    other = spawn(process.execPath, ["-e", script, file], { stdio: ["ignore", "pipe", "inherit"] });
    if (other.stdout) await once(other.stdout, "data");
  }

  test("a save waits for a short while and succeeds; reads and other work go on meanwhile", async () => {
    await holdFor(600);
    let isSaved = false;
    const saved = add().then(() => {
      isSaved = true;
    });
    let [reads, turns] = [0, 0];
    const pulse = setInterval(() => {
      turns += 1;
    }, 1);
    while (!isSaved && reads < 10_000) {
      await count();
      if (!isSaved) reads += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    clearInterval(pulse);
    await saved;
    expect(reads).toBeGreaterThan(5);
    expect(turns).toBeGreaterThan(5);
  });

  test("after ten seconds a save is refused as busy, and the next one works", async () => {
    await holdFor(11_000);
    expect(await troubleOf(add())).toBe("busy");
    expect(await troubleOf(db().$transaction((tx) => tx.revision.create({ data: revision })))).toBe(null);
  });

  test("reading and then writing never meets a snapshot that is out of date: from its first read on, nobody else writes", async () => {
    const before = await count();
    const other = new Database(file, { timeout: 0 });
    const write = () => other.prepare("UPDATE Topic SET position = position").run();
    for (let round = 0; round < 20; round += 1) {
      expect(write().changes).toBeGreaterThan(0);
      await db().$transaction(async (tx) => {
        await tx.topic.findMany();
        expect(write).toThrow("database is locked");
        await tx.revision.create({ data: revision });
      });
    }
    other.close();
    expect(await count()).toBe(before + 20);
  });
});

describe("what is wrong with the database is told apart (T55, T57)", () => {
  test("a full disk: nothing is half-saved, reading goes on, and saving works again once there is room", async () => {
    const before = await count();
    const [{ page_count: pages } = { page_count: 0 }] = await db().$queryRaw<
      { page_count: number }[]
    >`PRAGMA page_count`;
    await db().$executeRawUnsafe(`PRAGMA max_page_count = ${pages}`);
    const big = { ...revision, after: "x".repeat(200_000) };
    const fill = db().$transaction(async (tx) => {
      for (let row = 0; row < 20; row += 1) await tx.revision.create({ data: big });
    });
    expect(await troubleOf(fill)).toBe("full");
    expect(await count()).toBe(before);
    await db().$executeRawUnsafe("PRAGMA max_page_count = 1000000");
    await add();
    expect(await count()).toBe(before + 1);
  });

  test("a database that may only be read", async () => {
    await db().$executeRawUnsafe("PRAGMA query_only = ON");
    expect(await troubleOf(add())).toBe("read-only");
    await db().$executeRawUnsafe("PRAGMA query_only = OFF");
    expect(await troubleOf(add())).toBe(null);
  });

  test("an error about what was to be written is no trouble of the database", async () => {
    expect(await troubleOf(db().topic.create({ data: { slug: "Not a slug", name: "x", position: 0 } }))).toBe(null);
    expect(toDatabaseError(new Error("anything"))).toBe(null);
    const system = (code: string) => Object.assign(new Error(code), { code, syscall: "write" });
    expect(["ENOSPC", "EROFS", "ENOENT"].map((code) => toDatabaseError(system(code)))).toEqual([
      "full",
      "read-only",
      null,
    ]);
  });
});
