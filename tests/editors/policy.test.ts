import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { may, ROLES, type Role } from "@/lib/auth/person";
import { type Method, POLICY, type Rule } from "@/lib/auth/policy";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { headersAt, startOwnSite } from "@/tests/setup/site/own-site";
import type { RunningSite } from "@/tests/setup/site/start-site";

const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
/** What stands for each part of an address. Nothing is there under these keys, so nothing is changed by asking. */
const PARTS: Readonly<Record<string, string>> = {
  "[resource]": "sources",
  "[key]": "no-such-key",
  "[file]": "citation.json",
  "[id]": randomUUID(),
  "[token]": "x".repeat(43),
};
/** Asked for by who may, these would end the session that asks; tests/data/people asks them. */
const ENDS_SESSION = ["DELETE /api/v1/people/me/sessions", "POST /api/auth/sign-out"];

let site: RunningSite;
const tokens = new Map<Role, string>();

const isPage = ({ route }: Rule) => !/^\/(?:api\/|favicon)/.test(route);
const addressOf = ({ route }: Rule) => route.replace(/\[\w+\]/g, (part) => PARTS[part] ?? part);

function headersOf(role: Role | null): Record<string, string> {
  const own = { origin: site.address, "sec-fetch-site": "same-origin" };
  return role === null ? own : { ...own, ...headersAt(site.address, role) };
}

const ask = (rule: Rule, method: string, headers: Record<string, string>) =>
  askRaw(site.address, addressOf(rule), { method, headers });

beforeAll(async () => {
  site = await startOwnSite();
  for (const role of ROLES) {
    const headers = { ...headersOf(role), "content-type": "application/json" };
    const made = await askRaw(site.address, "/api/v1/tokens", { method: "POST", headers, body: '{"name":"policy"}' });
    tokens.set(role, (JSON.parse(made.body) as { data: { secret: string } }).data.secret);
  }
});
afterAll(() => site.stop());

const offeredBy = (rule: Rule) =>
  METHODS.flatMap((method) => {
    const who = rule.methods[method];
    return who === undefined ? [] : [[method, who] as const];
  });
const closedBy = (rule: Rule) =>
  offeredBy(rule).flatMap(([method, who]) => (who === "anyone" ? [] : [[method, who] as const]));
const changesOf = (rule: Rule) => closedBy(rule).filter(([method]) => method !== "GET");
const named = (rules: readonly Rule[]) => rules.map((rule) => [rule.route, rule] as const);
const closedRules = POLICY.filter((rule) => closedBy(rule).length > 0);

describe("a method that is not offered is 405 for everyone, and the answer names just those that are", () => {
  const namesIn = (allow: string | undefined) => allow?.split(", ").sort();
  test.each(named(POLICY))("%s", async (_, rule) => {
    const isApi = rule.route.startsWith("/api/");
    const own = offeredBy(rule).flatMap(([method]) => (method === "GET" ? ["GET", "HEAD"] : [method]));
    const names = (isApi ? [...own, "OPTIONS"] : own).sort();
    const options = await ask(rule, "OPTIONS", headersOf(null));
    expect([options.status, namesIn(options.headers.allow)]).toEqual([isApi ? 204 : 405, names]);
    for (const method of [...METHODS, "TRACE"].filter((method) => !own.includes(method))) {
      for (const role of [null, ...ROLES]) {
        const { status, headers, body } = await ask(rule, method, headersOf(role));
        expect([method, role, status, namesIn(headers.allow)]).toEqual([method, role, 405, names]);
        if (isApi) expect(JSON.parse(body).code).toBe("not_offered");
      }
    }
  });
});

describe("a stranger is told to sign in", () => {
  test.each(named(closedRules))("%s", async (_, rule) => {
    for (const [method] of closedBy(rule)) {
      const { status, headers, body } = await ask(rule, method, headersOf(null));
      if (isPage(rule)) {
        expect([status, headers.location]).toEqual([303, expect.stringMatching(/^\/login\?next=%2Fadmin/)]);
      } else expect([method, status, JSON.parse(body).code]).toEqual([method, 401, "not_signed_in"]);
      expect(headers["cache-control"]).toContain("no-store");
    }
  });
});

/** What does more than end the session that asks, which the other tests go on with (people.test.ts ends some). */
const lasting = closedRules.filter((rule) =>
  offeredBy(rule).some(([method]) => !ENDS_SESSION.includes(`${method} ${rule.route}`)),
);

describe("each role may do what the policy says, and no more (T15)", () => {
  test.each(named(lasting))("%s", async (_, rule) => {
    for (const [method, permission] of closedBy(rule)) {
      for (const role of ROLES) {
        const name = `${method} ${rule.route}`;
        const isAllowed = may(role, permission);
        if (isAllowed && ENDS_SESSION.includes(name)) continue;
        const { status, headers } = await ask(rule, method, headersOf(role));
        const isRefused = status >= 500 || [303, 401, 403, 405].includes(status);
        expect([name, role, status, isRefused]).toEqual([name, role, isAllowed ? status : 403, !isAllowed]);
        expect(headers["cache-control"]).toContain("no-store");
      }
    }
  });
});

describe("a change is refused that another site sends, or nobody", () => {
  test.each(named(POLICY.filter((rule) => changesOf(rule).length > 0)))("%s", async (_, rule) => {
    const { cookie = "" } = headersOf("admin");
    const foreign = [
      { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { cookie, origin: site.address, "sec-fetch-site": "same-site" },
      { cookie, origin: "null" },
      { cookie },
    ];
    for (const [method] of changesOf(rule)) {
      for (const headers of foreign) {
        const { status, body } = await ask(rule, method, headers as Record<string, string>);
        expect([method, status, JSON.parse(body).code]).toEqual([method, 403, "foreign_origin"]);
      }
    }
  });
});

describe("an API token may do as much as its owner, and nothing with accounts", () => {
  test.each(named(closedRules.filter((rule) => !isPage(rule))))("%s", async (_, rule) => {
    for (const [method, permission] of closedBy(rule)) {
      for (const role of ROLES) {
        const { status } = await ask(rule, method, { authorization: `Bearer ${tokens.get(role)}` });
        const isRefused = rule.browserOnly === true || !may(role, permission);
        expect([method, role, status === 403]).toEqual([method, role, isRefused]);
        expect(status).toBeLessThan(500);
      }
      const { status } = await ask(rule, method, { authorization: `Bearer ${"x".repeat(43)}` });
      expect(status).toBe(401);
    }
  });
});

describe("an API token opens no page of the editors, whoever owns it", () => {
  test.each(named(closedRules.filter(isPage)))("%s", async (_, rule) => {
    for (const role of ROLES) {
      const { status } = await ask(rule, "GET", { authorization: `Bearer ${tokens.get(role)}` });
      expect([role, status]).toEqual([role, 403]);
    }
  });
});

/** Ways to ask for a page that have led past the checks of one framework or another. */
const disguised = (path: string): readonly (readonly [string, Record<string, string>])[] => [
  [path, { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" }],
  [path, { "x-middleware-subrequest": "src/middleware", "x-middleware-override-headers": "cookie" }],
  [path, { rsc: "1" }],
  [`${path}?_rsc=abc12`, { rsc: "1" }],
  [`${path}?_rsc=abc12`, { rsc: "1", "next-router-prefetch": "1" }],
  [path, { rsc: "1", "next-router-segment-prefetch": "/_tree" }],
  [path, { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{"children":["admin",{}]},null,null,true]') }],
  [path, { "x-nextjs-data": "1" }],
  [path, { "x-invoke-path": path, "x-invoke-status": "200" }],
  [path, { "x-matched-path": path, "x-now-route-matches": "1=people" }],
  [path, { "x-forwarded-host": "localhost", "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" }],
  [path, { "x-original-url": path, "x-rewrite-url": path }],
  [path, { "x-http-method-override": "GET", "x-footnote-stamp": "x 127.0.0.1 /" }],
  [path, { authorization: "Bearer undefined" }],
  [path, { authorization: "Basic YWRtaW46YWRtaW4=" }],
  [path, { cookie: "footnote.session_token=undefined" }],
  [path, { cookie: "footnote.session_token=; footnote.session_token=x.y" }],
  [path, { "next-action": "x" }],
  [path, { purpose: "prefetch", "x-prerender-revalidate": "1" }],
  [`/${path}`, {}],
  [`/.${path}`, {}],
  [`/x/..${path}`, {}],
  [`${path}/`, {}],
  [`${path}/.`, {}],
  [`${path}.rsc`, {}],
  [`${path}.segments/_tree.segment.rsc`, {}],
  [`${path}.json`, {}],
  [`${path}.txt`, {}],
  [`/_next/data/x${path}.json`, {}],
  [`/index${path}`, {}],
  [`${path};jsessionid=1`, {}],
  [`${path}%2e`, {}],
  [`${path}%00`, {}],
  [`${path}%20`, {}],
  [`${path}?nxtPresource=people&nxtPkey=x`, {}],
  [`${path}?__nextLocale=en&__nextDefaultLocale=en`, {}],
  [path.replace("/a", "/%61"), {}],
  [path.replace("/a", "/%2561"), {}],
  [path.replace("/a", "/A"), {}],
  [path.replace(/\//g, "\\"), {}],
  [path.replace(/\/(?=[^/]*$)/, "%2f"), {}],
];

describe("ways round the check that frameworks have had (T13)", () => {
  test("none shows a name, an address or a draft, or changes the answer to 200 with content", async () => {
    const made = await askRaw(site.address, "/api/v1/organisations", {
      method: "POST",
      headers: { ...headersOf("editor"), "content-type": "application/json", "idempotency-key": randomUUID() },
      body: JSON.stringify({ name: "Canary Holdings" }),
    });
    expect(made.status).toBe(201);
    const CANARY = /canary|@example\.org|Test (?:viewer|editor|admin)/i;
    const seen = await askRaw(site.address, "/admin/people", { headers: headersOf("admin") });
    expect(seen.body).toMatch(CANARY);

    const closed = POLICY.filter(({ methods }) => methods.GET !== undefined && methods.GET !== "anyone");
    const asked = closed.flatMap((rule) => disguised(addressOf(rule)));
    expect(asked.length).toBeGreaterThan(500);
    for (let at = 0; at < asked.length; at += 20) {
      const answers = await Promise.all(
        asked.slice(at, at + 20).map(async ([path, headers]) => ({
          asked: [path, headers],
          ...(await askRaw(site.address, path, { headers })),
        })),
      );
      for (const { asked, status, body } of answers) {
        expect({ asked, status, shows: CANARY.exec(body)?.[0] ?? null }).toMatchObject({ asked, shows: null });
        expect([asked, status < 500]).toEqual([asked, true]);
      }
    }
  });
});
