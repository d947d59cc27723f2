import { once } from "node:events";
import {
  createServer,
  get,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
} from "node:http";
import type { AddressInfo, Server } from "node:net";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { askedAsOf } from "@/lib/http/internal-header";
import { log } from "@/lib/log";
import type { NewChanges } from "@/lib/publication/known-changes";
import { createRequestHandler } from "@/server/request-handler";
import type { Upstream } from "@/server/upstream";

const script = '<script src="/_next/static/a.js" async=""></script>';
const data = (text: string) => `<script>self.__next_f.push([1,"${text}"])</script>`;
const pageOf = (text: string) => `<html><head>${script}</head><body>${text}${data(text)}</body></html>`;

/** An answer as it comes from the app. */
function answerOf(status: number, type: string, content: string | Readable): IncomingMessage {
  const body = typeof content === "string" ? Readable.from([content]) : content;
  return Object.assign(body, {
    statusCode: status,
    headers: { "content-type": type },
    trailers: {},
  }) as unknown as IncomingMessage;
}

let asked: string[] = [];
let answer: Upstream;
let published: NewChanges;
let versionsRead = 0;
/** Tells the proxy that something was published elsewhere. */
let noticed = () => {};
/** Until then the app answers nothing. */
let arrived = Promise.resolve();
let server: Server;
let port = 0;
vi.spyOn(log(), "error").mockReturnValue();

beforeEach(async () => {
  asked = [];
  versionsRead = 0;
  published = { version: 1, changes: [] };
  answer = async ({ address, headers }) => {
    const isForRouter = headers?.rsc === "1";
    return answerOf(200, isForRouter ? "text/x-component" : "text/html; charset=utf-8", pageOf(address));
  };
  const app: Upstream = async (question) => {
    asked.push(question.address);
    await arrived;
    return answer(question);
  };
  const front = await createRequestHandler(app, {
    ...{ siteUrl: undefined, trustedProxy: [], root: "/nowhere", metricsToken: undefined },
    published: {
      read: () => {
        versionsRead += 1;
        return published;
      },
      watch: (tell) => {
        noticed = tell;
      },
    },
    siblings: null,
  });
  asked = [];
  server = createServer(front).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  server.close();
  vi.useRealTimers();
  arrived = Promise.resolve();
});

/** What stands at an address. */
async function ask(path: string, headers: OutgoingHttpHeaders = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path, headers, agent: false }, resolve).on("error", reject);
  });
  return { status: response.statusCode ?? 0, text: String(await buffer(response)), headers: response.headers };
}

/** Asks fifty times, all before the app answers the first. */
function fifty(ofEach: (index: number) => ReturnType<typeof ask>) {
  arrived = new Promise((resolve) => {
    let count = 0;
    server.on("request", () => {
      count += 1;
      if (count === 50) resolve();
    });
  });
  return Promise.all(Array.from({ length: 50 }, (_, index) => ofEach(index)));
}

/** Publishes a change of everything, and says so to the proxy as a save does. */
async function publish(): Promise<void> {
  published = { version: 2, changes: [{ version: 2, scopes: ["everything"] }] };
  const sent = request({ port, method: "POST", path: "/api/v1/figures", agent: false }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  await buffer(response);
  asked = [];
}

const lateIn = (page: string) => /\/_late\/[^"]+/.exec(page)?.[0] ?? "";

describe("asked for fifty times at once, the app makes once", () => {
  test("a page", async () => {
    const answers = await fifty(() => ask("/metrics"));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(asked).toEqual(["/metrics"]);
  });

  test("a page and its late data", async () => {
    const late = lateIn((await ask("/metrics")).text);
    await publish();
    const answers = await fifty((index) => ask(index % 2 === 0 ? late : "/metrics"));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(asked).toEqual(["/metrics"]);
  });

  test("the data for the router", async () => {
    const answers = await fifty((index) => ask(`/metrics?_rsc=${index}`, { rsc: "1" }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(asked).toEqual(["/metrics?_rsc="]);
  });

  test("a page with fifty parameters that none reads", async () => {
    for (const headers of [{}, { rsc: "1" }]) await fifty((index) => ask(`/metrics?utm_source=${index}`, headers));
    await fifty((index) => ask(`/_late/${"a".repeat(27)}.js?of=${encodeURIComponent(`/metrics?n=${index}`)}`));
    expect(asked).toEqual(["/metrics", "/metrics?_rsc="]);
  });
});

test("no header reaches readers that is the framework's own, or one person's", async () => {
  const made = answer;
  answer = async (question) => {
    const page = await made(question);
    Object.assign(page.headers, {
      "set-cookie": ["a=b"],
      "x-nextjs-cache": "HIT",
      server: "x",
      link: "</f>; rel=preload",
    });
    return page;
  };
  const { headers } = await ask("/metrics");
  expect(headers).toMatchObject({ link: "</f>; rel=preload", "cache-control": "public, max-age=0, must-revalidate" });
  expect(Object.keys(headers).filter((name) => /^(?:set-cookie|server|x-nextjs)/.test(name))).toEqual([]);
});

test("the version is read by the function, and the app is never asked for it", async () => {
  await ask("/metrics");
  await ask("/metrics");
  expect([versionsRead, asked]).toEqual([1, ["/metrics"]]);
});

test("what was published elsewhere is given as soon as that is heard", async () => {
  await ask("/metrics");
  published = { version: 2, changes: [] };
  noticed();
  await ask("/metrics");
  expect([versionsRead, asked]).toEqual([2, ["/metrics", "/metrics"]]);
});

test("a page is asked for as of the version that it is kept under: from a replica it may come only when that has it", async () => {
  const askedAs: (number | null)[] = [];
  const page = answer;
  answer = (question) => {
    askedAs.push(askedAsOf((question.headers ?? {}) as IncomingHttpHeaders));
    return page(question);
  };
  await ask("/metrics", { "x-footnote-as-of": "secret 9" });
  published = { version: 2, changes: [] };
  noticed();
  await ask("/metrics");
  await ask("/api/v1/figures.csv");
  await ask("/admin", { "x-footnote-as-of": "secret 9" });
  expect(askedAs).toEqual([1, 2, 2, null]);
});

describe("figures of a page as a file", () => {
  const gzip = { "accept-encoding": "gzip" };

  test.each([
    "/figures.csv?region=all",
    "/metrics/m/figures.json?region=A&region=B",
    "/charts/c/figures.csv?excel",
    "/compare/figures.json",
  ])("%s is asked anew each time, just as it was asked", async (path) => {
    answer = async ({ address }) => answerOf(200, "text/csv", address);
    for (const _ of [1, 2]) expect((await ask(path)).text).toBe(path);
    expect(asked).toEqual([path, path]);
    expect((await ask(path, gzip)).headers["content-encoding"]).toBe("gzip");
  });

  test.each(["/search/figures.xlsx?q=a", "/sources/s/figures.parquet", "/disagreements/figures.zip"])(
    "%s is packed, and not packed again",
    async (path) => {
      answer = async () => answerOf(200, "application/zip", "packed");
      const { text, headers } = await ask(path, gzip);
      expect([text, headers["content-encoding"]]).toEqual(["packed", undefined]);
    },
  );

  test.each(["/figures.exe", "/map/figures.csv", "/metrics/figures.csv/x", "/metrics/m/n/figures.csv"])(
    "%s is none",
    async (path) => {
      await ask(path);
      expect(asked).not.toContain(path);
    },
  );

  test.each(["csv", "json", "xlsx", "parquet", "zip"])(
    "%s that breaks off is never ended as if it were whole",
    async (format) => {
      answer = async () => {
        const body = new PassThrough();
        body.write("half");
        setImmediate(() => body.destroy(new Error("broken off")));
        return answerOf(200, "application/octet-stream", body);
      };
      await expect(ask(`/figures.${format}`)).rejects.toThrow(/aborted|reset|hang up/);
    },
  );
});

describe("where the app fails", () => {
  const broken: Upstream = async () => answerOf(500, "text/plain", "no database");

  test("yesterday's page is given while nothing is known to have changed, and making it is tried again", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-05-01T12:00:00Z") });
    const { text } = await ask("/metrics");
    vi.setSystemTime(new Date("2024-05-02T12:00:00Z"));
    answer = broken;
    expect(await ask("/metrics")).toMatchObject({ status: 200, text });
    answer = async () => answerOf(200, "text/html", pageOf("new"));
    expect((await ask("/metrics")).text).toContain("new");
  });

  test("what has changed is never given: a retracted figure is gone", async () => {
    await ask("/figures/a");
    await publish();
    answer = broken;
    for (const _ of [1, 2]) expect((await ask("/figures/a")).status).toBe(500);
  });

  test("a page of a shape that is not known is an error", async () => {
    answer = async () => answerOf(200, "text/html", "<html><body>Another framework</body></html>");
    expect((await ask("/metrics")).status).toBe(500);
  });
});

test("an answer to one person reaches them before it is whole, and what they send the app before it is sent whole", async () => {
  const made = new PassThrough();
  answer = async ({ body }) => {
    body?.once("data", (chunk) => made.write(`read ${chunk}`));
    return answerOf(200, "application/json", made);
  };
  const sent = request({ port, method: "POST", path: "/api/v1/read", agent: false });
  sent.write("half");
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const [first] = await once(response, "data");
  expect(String(first)).toBe("read half");
  sent.end("whole");
  made.end();
  await once(response, "end");
});
