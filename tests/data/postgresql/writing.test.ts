import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { toDatabaseError } from "@/lib/data/db/database-errors";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { env } from "@/lib/env";

/** Another server, in the middle of a long write. */
const other = new Client({ connectionString: env().DATABASE_URL });
beforeAll(() => other.connect());
afterAll(() => other.end());

const revision = { resource: "Test", key: "k", kind: "created", after: "{}", who: "test" };
const save = () => withWriteTransaction((tx) => tx.revision.create({ data: revision }));
const count = () => db().revision.count({ where: { resource: "Test" } });

test("a save waits for the write of another server, reading does not, and what is not committed is seen by nobody", async () => {
  await other.query("BEGIN");
  await other.query(`SELECT "version" FROM "Publication" FOR UPDATE`);
  await other.query(
    `INSERT INTO "Revision" ("resource", "key", "kind", "after", "who") VALUES ('Test', 'k', 'created', '{}', 'other')`,
  );
  const saved = save();
  expect(await count()).toBe(0);
  await other.query("COMMIT");
  await saved;
  expect(await count()).toBe(2);
});

test("where that takes too long, it is refused as busy, having written nothing, and goes through when it is made again", async () => {
  await other.query("BEGIN");
  await other.query(`SELECT "version" FROM "Publication" FOR UPDATE`);
  const before = await count();
  expect(await save().then(() => null, toDatabaseError)).toBe("busy");
  await other.query("ROLLBACK");
  expect(await count()).toBe(before);
  await save();
  expect(await count()).toBe(before + 1);
});

test("one that fails leaves nothing, and takes nothing from those that shared its commit", async () => {
  const before = await count();
  const results = await Promise.allSettled(
    Array.from({ length: 12 }, (_, index) =>
      withWriteTransaction(async (tx) => {
        await tx.revision.create({ data: revision });
        // The database itself refuses some: an error within a transaction ends it on PostgreSQL, unless a savepoint is gone back to.
        if (index % 3 === 0)
          await tx.topic.create({ data: { slug: "Not A Slug", name: `Topic ${index}`, position: 1 } });
      }),
    ),
  );
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(4);
  expect(await count()).toBe(before + 8);
});
