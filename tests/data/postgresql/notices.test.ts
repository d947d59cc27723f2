import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { raisePublication } from "@/lib/data/db/publication-version";
import { env } from "@/lib/env";
import { publishedChangesIn } from "@/server/pages/publication-changes";

let published: ReturnType<typeof publishedChangesIn>;
let heard = 0;
afterEach(() => published.close());

/** Listens, and waits until that is under way. */
async function listen(): Promise<void> {
  heard = 0;
  published = publishedChangesIn(env().DATABASE_URL);
  published.watch(() => {
    heard += 1;
  });
  await expect.poll(() => heard).toBe(1);
}

const publish = () => db().$transaction((tx) => raisePublication(tx, ["topic:ai"]));

test("a server hears of what is published once it can be read, and of nothing that was undone", async () => {
  await listen();
  const { version } = await published.read(null);
  const undone = db().$transaction(async (tx) => {
    await raisePublication(tx, ["topic:ai"]);
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  await publish();
  await expect.poll(() => heard).toBe(2);
  expect(await published.read(version)).toEqual({
    version: version + 1,
    changes: [{ version: version + 1, scopes: ["topic:ai"] }],
  });
});

test("a connection that is lost is made anew: what was missed is looked for, what comes later is heard", async () => {
  await listen();
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'footnote, notices'`;
  await expect.poll(() => heard).toBe(2);
  await publish();
  await expect.poll(() => heard).toBe(3);
});
