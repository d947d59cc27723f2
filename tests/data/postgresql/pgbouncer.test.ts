import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, openClient } from "@/lib/data/db/client";
import { env } from "@/lib/env";
import { backUpPostgresql } from "@/scripts/database/postgresql/backup";
import { findProgram, type RunningProgram, startExample } from "@/tests/setup/data/beside-servers";
import { figureBody } from "@/tests/setup/data/figure-body";
import { makePeople, type SessionCookie, sendAs } from "@/tests/setup/site/signed-in";
import { type RunningSite, startSite } from "@/tests/setup/site/start-site";

const FIGURE = "1xbsws2ehp3l0bj9j7td";

describe.skipIf(findProgram("pgbouncer") === null)(
  "behind PgBouncer, which gives a connection for one transaction",
  () => {
    let pooler: RunningProgram;
    let session: SessionCookie;
    let sites: readonly RunningSite[] = [];
    let pooled = "";

    beforeAll(async () => {
      const { DATABASE_URL, FOOTNOTE_SECRET = "" } = env();
      session = (await makePeople(DATABASE_URL, FOOTNOTE_SECRET)).editor;
      const direct = new URL(DATABASE_URL);
      pooler = await startExample("pgbouncer", (port, folder) => {
        const users = path.join(folder, "users");
        writeFileSync(users, `"footnote" ""\n`, { mode: 0o644 });
        return {
          "port=5432": `port=${direct.port}`,
          "listen_port = 6432": `listen_port = ${port}\nunix_socket_dir =`,
          "auth_type = scram-sha-256": "auth_type = trust",
          "/etc/pgbouncer/userlist.txt": users,
          // Fewer than the site asks for at once, so that they go from hand to hand.
          "default_pool_size = 20": "default_pool_size = 3",
        };
      });
      pooled = Object.assign(new URL(DATABASE_URL), { port: `${pooler.port}` }).href;
      // One knows the way past it, the other does not.
      const own = { DATABASE_URL: pooled, FOOTNOTE_SECRET };
      sites = await Promise.all([
        startSite(undefined, { ...own, DATABASE_DIRECT_URL: DATABASE_URL }),
        startSite(undefined, own),
      ]);
    }, 120_000);
    afterAll(async () => {
      await Promise.all(sites.map((site) => site.stop()));
      await pooler?.stop();
    });

    const at = (index: number) => sites[index]?.address ?? "";

    const send = (site: string, method: string, address: string, body: object, headers: object) =>
      sendAs(session, site, method, address, body, headers);

    test("sites save, many at once, and see what the other saves", async () => {
      const before = await db().figure.count();
      const made = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          send(
            at(index % 2),
            "POST",
            "figures",
            figureBody("china-daily-2019-guizhou-looms")({ status: "draft", value: `${20_000 + index}` }),
            { "idempotency-key": randomUUID() },
          ),
        ),
      );
      expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
      expect(await db().figure.count()).toBe(before + made.length);
      for (const [here, there] of [
        [0, 1],
        [1, 0],
      ] as const) {
        const { version } = await db().figure.findUniqueOrThrow({ where: { publicId: FIGURE } });
        const note = `Compared anew, ${randomUUID()}`;
        const reason = { cause: "typo", reason: "Read again" };
        const saved = await send(
          at(here),
          "PATCH",
          `figures/${FIGURE}`,
          { note, ...reason },
          { "if-match": `"${version}"` },
        );
        expect(saved.status).toBe(200);
        const page = async () => (await fetch(`${at(there)}/figures/${FIGURE}`)).text();
        await expect.poll(page).toContain(note);
      }
    });

    test("pages of all kinds and files of all figures are read, side by side", async () => {
      const pages = ["/", "/metrics", "/regions/CN-GZ", "/sources", "/search?q=companies", "/api/v1/figures.csv"];
      const answers = await Promise.all(pages.flatMap((page) => [0, 1].map((site) => fetch(at(site) + page))));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      // Each site names itself in the addresses of figures.
      const files = await Promise.all(
        answers.slice(-2).map(async (answer, site) => (await answer.text()).replaceAll(new URL(at(site)).host, "")),
      );
      expect(files[0]?.trim().split("\r\n").length).toBeGreaterThan(467);
      expect(files[0]).toBe(files[1]);
    });

    test("only who knows the way past it listens: notices would go to whoever has the connection", async () => {
      const { rows } = await asked(`SELECT "query" FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'footnote, notices'`);
      expect(rows).toEqual([{ query: "LISTEN footnote_published" }]);
    });

    test("a backup through it is refused, with the cure, and leaves the connections as they are", async () => {
      const folder = path.join(env().DATA_FOLDER, "backups");
      await expect(backUpPostgresql(pooled, folder, new Date())).rejects.toThrow(/set DATABASE_DIRECT_URL/);
      const client = openClient(pooled);
      const counts = await Promise.all(Array.from({ length: 12 }, () => client.topic.count()));
      expect(new Set(counts).size).toBe(1);
      await client.$disconnect();
    });
  },
);

async function asked(statement: string) {
  const client = new Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const result = await client.query(statement);
  await client.end();
  return result;
}
