import type { Permission } from "@/lib/auth/person";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";

/** One address of the app, as its folder is named, and who may use it: "anyone" needs no account. HEAD goes as GET. */
export interface Rule {
  readonly route: string;
  /** Only for a signed-in browser: an API token is refused (403), whoever it acts for. */
  readonly browserOnly?: true;
  readonly methods: Readonly<Partial<Record<Method, Permission | "anyone">>>;
}

/**
 * Who may do what: one row for each route file and each page outside (public). tests/data/policy.test.ts fails for one that is
 * missing or has other methods, tests/editors/policy.test.ts asks each as each role. "anyone" may still mean that drafts stay hidden.
 */
export const POLICY: readonly Rule[] = [
  { route: "/favicon.ico", methods: { GET: "anyone" } },
  { route: "/api/health", methods: { GET: "anyone" } },
  { route: "/api/health/live", methods: { GET: "anyone" } },
  { route: "/api/v1/version", methods: { GET: "anyone" } },
  { route: "/api/v1/figures.csv", methods: { GET: "anyone" } },
  { route: "/api/v1/figures.json", methods: { GET: "anyone" } },
  { route: "/api/v1/openapi.json", methods: { GET: "anyone", OPTIONS: "anyone" } },
  { route: "/api/v1/metrics/[key]/sdmx.csv", methods: { GET: "anyone", OPTIONS: "anyone" } },
  { route: "/api/v1/metrics/[key]/json-stat.json", methods: { GET: "anyone", OPTIONS: "anyone" } },
  { route: "/api/v1/corrections", methods: { GET: "anyone", OPTIONS: "anyone" } },
  { route: "/api/v1/revisions", methods: { GET: "anyone", OPTIONS: "anyone" } },
  { route: "/api/v1/search", methods: { GET: "anyone", OPTIONS: "anyone" } },
  { route: "/api/v1/verdicts", methods: { GET: "anyone", OPTIONS: "anyone" } },
  { route: "/api/v1/[resource]", methods: { GET: "anyone", POST: "edit", OPTIONS: "anyone" } },
  {
    route: "/api/v1/[resource]/[key]",
    methods: { GET: "anyone", PATCH: "edit", DELETE: "edit", OPTIONS: "anyone" },
  },
  { route: "/api/v1/[resource]/[key]/history", methods: { GET: "view" } },
  { route: "/api/v1/[resource]/[key]/restore", methods: { POST: "edit" } },
  { route: "/api/v1/imports", methods: { GET: "view", POST: "edit" } },
  { route: "/api/v1/imports/[key]", methods: { GET: "edit", DELETE: "edit" } },
  { route: "/api/v1/imports/[key]/rows", methods: { GET: "edit" } },
  { route: "/api/v1/imports/[key]/undo", methods: { POST: "edit" } },
  { route: "/api/v1/imports/recipes", methods: { GET: "view" } },
  { route: "/api/v1/imports/recipes/[key]", methods: { PUT: "edit", DELETE: "edit" } },
  { route: "/api/v1/figures/bulk", methods: { POST: "edit" } },
  { route: "/api/v1/read", methods: { POST: "edit" } },
  { route: "/api/v1/read/recorded", methods: { GET: "view" } },
  { route: "/api/v1/read/address", methods: { GET: "edit" } },
  { route: "/api/v1/read/metrics", methods: { POST: "edit" } },
  { route: "/api/v1/read/records", methods: { POST: "edit" } },
  { route: "/api/v1/choices/[resource]", methods: { GET: "edit" } },
  { route: "/api/v1/metrics/bulk", methods: { POST: "edit" } },
  { route: "/api/v1/figures/likely", methods: { GET: "view" } },
  { route: "/api/v1/[resource]/[key]/[file]", methods: { GET: "anyone" } },
  { route: "/api/v1/sources/[key]/link-check", methods: { POST: "edit" } },
  { route: "/api/v1/[resource]/order", methods: { POST: "edit" } },
  { route: "/api/v1/figures/find", methods: { GET: "view" } },
  { route: "/api/v1/charts/preview", methods: { GET: "view" } },
  { route: "/api/v1/edit-links", methods: { GET: "view" } },

  { route: "/login", methods: { GET: "anyone" } },
  { route: "/login/code", methods: { GET: "anyone" } },
  { route: "/login/refused", methods: { GET: "anyone" } },
  { route: "/setup", methods: { GET: "anyone" } },
  { route: "/invite/[token]", methods: { GET: "anyone" } },
  { route: "/api/auth/sign-in", methods: { POST: "anyone" } },
  { route: "/api/auth/code", methods: { POST: "anyone" } },
  { route: "/api/auth/sign-out", methods: { POST: "anyone" } },
  { route: "/api/auth/setup", methods: { POST: "anyone" } },
  { route: "/api/auth/invite", methods: { POST: "anyone" } },

  { route: "/api/v1/people", browserOnly: true, methods: { GET: "administer" } },
  { route: "/api/v1/people/[id]", browserOnly: true, methods: { PATCH: "administer" } },
  { route: "/api/v1/people/[id]/renewal", browserOnly: true, methods: { POST: "administer" } },
  { route: "/api/v1/people/me", browserOnly: true, methods: { GET: "view", PATCH: "view" } },
  { route: "/api/v1/people/me/password", browserOnly: true, methods: { PUT: "view" } },
  { route: "/api/v1/people/me/sessions", browserOnly: true, methods: { DELETE: "view" } },
  { route: "/api/v1/people/me/second-step", browserOnly: true, methods: { POST: "view", DELETE: "view" } },
  { route: "/api/v1/people/me/second-step/code", browserOnly: true, methods: { PUT: "view" } },
  { route: "/api/v1/invitations", browserOnly: true, methods: { GET: "administer", POST: "administer" } },
  { route: "/api/v1/invitations/[id]", browserOnly: true, methods: { DELETE: "administer" } },
  { route: "/api/v1/tokens", browserOnly: true, methods: { GET: "view", POST: "view" } },
  { route: "/api/v1/tokens/[id]", browserOnly: true, methods: { DELETE: "view" } },
  { route: "/admin/people", methods: { GET: "administer" } },
  { route: "/admin/account", methods: { GET: "view" } },

  { route: "/admin", methods: { GET: "view" } },
  { route: "/admin/[resource]", methods: { GET: "view" } },
  { route: "/admin/[resource]/new", methods: { GET: "edit" } },
  { route: "/admin/[resource]/[key]", methods: { GET: "view" } },
  { route: "/api/v1/backups", methods: { GET: "administer", POST: "administer" }, browserOnly: true },
  { route: "/api/v1/backups/[file]", methods: { GET: "administer" }, browserOnly: true },
  { route: "/admin/backup", methods: { GET: "administer" } },
  { route: "/admin/import", methods: { GET: "edit" } },
  { route: "/admin/read", methods: { GET: "edit" } },
  { route: "/admin/figures/new", methods: { GET: "edit" } },
  { route: "/admin/figures/[key]", methods: { GET: "view" } },
  { route: "/admin/metrics/new", methods: { GET: "edit" } },
  { route: "/admin/[resource]/[key]/history", methods: { GET: "view" } },
  { route: "/admin/history", methods: { GET: "view" } },
];
