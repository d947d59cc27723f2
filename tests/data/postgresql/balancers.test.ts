import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { env } from "@/lib/env";
import { findProgram, type RunningProgram, startExample } from "@/tests/setup/data/beside-servers";
import { figureBody } from "@/tests/setup/data/figure-body";
import { makePeople, type SessionCookie } from "@/tests/setup/site/signed-in";
import { type RunningSite, startSite } from "@/tests/setup/site/start-site";

let session: SessionCookie;
beforeAll(async () => {
  const { DATABASE_URL, FOOTNOTE_SECRET = "" } = env();
  session = (await makePeople(DATABASE_URL, FOOTNOTE_SECRET)).editor;
}, 60_000);

/** Where nginx keeps files of its own, in place of folders that are root's. */
const temporaryIn = (folder: string) =>
  ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ");

describe.each(["nginx", "haproxy"] as const)("two servers behind %s", (program) => {
  const isThere = findProgram(program) !== null;
  let sites: readonly RunningSite[] = [];
  let balancer: RunningProgram;
  let site = "";

  beforeAll(async () => {
    if (!isThere) return;
    const { DATABASE_URL, FOOTNOTE_SECRET = "" } = env();
    const own = { DATABASE_URL, FOOTNOTE_SECRET, TRUSTED_PROXY: "127.0.0.1" };
    sites = await Promise.all([1, 2].map(() => startSite(undefined, own)));
    const [one = "", other = ""] = sites.map(({ address }) => new URL(address).port);
    balancer = await startExample(program, (port, folder) => ({
      ...{ ":3001": `:${one}`, ":3002": `:${other}`, "8080": `${port}` },
      ...(program === "nginx" ? { "access_log off;": `access_log off; ${temporaryIn(folder)}` } : {}),
    }));
    site = `http://localhost:${balancer.port}`;
  }, 120_000);
  afterAll(async () => {
    await Promise.all(sites.map((one) => one.stop()));
    await balancer?.stop();
  });

  /** Saves a figure until that is confirmed, each time with the same key; answers the figure's key. */
  async function save(): Promise<string> {
    const body = figureBody("china-daily-2019-guizhou-looms")({ status: "draft" });
    const headers = {
      ...{ cookie: `${session.name}=${session.value}`, origin: site, "content-type": "application/json" },
      "idempotency-key": randomUUID(),
    };
    for (;;) {
      const answer = await fetch(`${site}/api/v1/figures`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      }).catch(() => null);
      if (answer?.status === 201) return ((await answer.json()) as { data: { key: string } }).data.key;
      if (answer !== null && answer.status < 500) throw new Error(`Saving was answered ${answer.status}`);
    }
  }

  /** What was wrong with a page, asked for once more where it was not there at first; null where nothing was. */
  async function troubleWith(page: string): Promise<string | null> {
    const attempt = async () => {
      const answer = await fetch(site + page).catch(() => null);
      const isWhole = (await answer?.text().catch(() => ""))?.includes("</html>");
      return answer?.status === 200 && isWhole ? null : `${page} ${answer?.status}`;
    };
    return (await attempt()) && (await attempt());
  }

  test.skipIf(!isThere)("an import is found again by whoever asks how it stands", async () => {
    const headers = { cookie: `${session.name}=${session.value}`, origin: site, prefer: "respond-async" };
    const columns = "metric,region,wording,value,period,source,locator,phrase";
    const row = `companies-attracted,CN-GZ,about,"2,000",2020,china-daily-2019-guizhou-looms,${program},"about 2,000 companies"`;
    const begun = await fetch(`${site}/api/v1/imports?mode=dry-run`, {
      method: "POST",
      headers: { ...headers, "content-type": "text/csv" },
      body: `${columns}\n${row}`,
    });
    expect(begun.status).toBe(202);
    const address = `${site}${begun.headers.get("location")}`;
    const stands = async () => {
      const answer = await fetch(address, { headers });
      expect(answer.status).toBe(200);
      return ((await answer.json()) as { data: { state: string } }).data.state;
    };
    await expect.poll(stands, { timeout: 60_000 }).toBe("checked");
    for (let again = 0; again < 10; again += 1) expect(await stands()).toBe("checked");
  });

  test.skipIf(!isThere)(
    "one is killed under load: no confirmed save is lost or done twice, no read fails after one retry",
    async () => {
      const figures = await db().figure.findMany({
        where: { status: "published" },
        take: 60,
        select: { publicId: true },
      });
      const pages = ["/", "/metrics", "/regions", ...figures.map(({ publicId }) => `/figures/${publicId}`)];
      const before = await db().figure.count();
      const confirmed: string[] = [];
      const failed: string[] = [];
      let reads = 0;
      let isOver = false;
      const work = [
        ...Array.from({ length: 6 }, async (_, reader) => {
          for (let turn = reader; !isOver; turn += 6) {
            const page = pages[turn % pages.length] ?? "/";
            const trouble = await troubleWith(page);
            if (trouble !== null) failed.push(trouble);
            reads += 1;
          }
        }),
        ...Array.from({ length: 4 }, async () => {
          while (!isOver) confirmed.push(await save());
        }),
      ];
      await expect.poll(() => Math.min(reads, 3 * confirmed.length), { timeout: 60_000 }).toBeGreaterThan(60);
      sites[0]?.process.kill("SIGKILL");
      const [readsBefore, savesBefore] = [reads, confirmed.length];
      await expect.poll(() => reads - readsBefore, { timeout: 60_000 }).toBeGreaterThan(100);
      await expect.poll(() => confirmed.length - savesBefore, { timeout: 60_000 }).toBeGreaterThan(20);
      isOver = true;
      await Promise.all(work);
      expect(failed).toEqual([]);
      const kept = await db().figure.findMany({ where: { publicId: { in: confirmed } }, select: { publicId: true } });
      expect(kept).toHaveLength(confirmed.length);
      expect(await db().figure.count()).toBe(before + confirmed.length);
    },
  );

  test.skipIf(!isThere)("who asks is told by the balancer, not by what they say of themselves", async () => {
    // Of the signing in of the people here.
    await db().rateLimiterFlexible.deleteMany();
    const headers = {
      origin: site,
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": "203.0.113.9",
    };
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${site}/api/auth/sign-in`, {
        method: "POST",
        headers,
        family: 4,
        localAddress: "127.0.0.2",
      });
      asked.once("response", (answer) => resolve(answer.resume().statusCode)).once("error", reject);
      asked.end("email=nobody%40example.org&password=four+plain+words+here");
    });
    expect(status).toBe(401);
    const counted = await db().rateLimiterFlexible.findMany({ where: { key: { startsWith: "address:" } } });
    expect(counted.map(({ key }) => key)).toEqual(["address:127.0.0.2"]);
  });
});
