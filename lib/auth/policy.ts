import type { Permission } from "@/lib/auth/person";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One address of the app, as its folder is named, and who may use it: "anyone" needs no account. HEAD goes as GET. */
export interface Rule {
  readonly route: string;
  readonly methods: Readonly<Partial<Record<Method, Permission | "anyone">>>;
}

/** Who may do what: one row for each route file and each page outside (public). A test fails for one that is missing. */
export const POLICY: readonly Rule[] = [
  { route: "/api/health", methods: { GET: "anyone" } },
  { route: "/api/v1/version", methods: { GET: "anyone" } },
  { route: "/api/v1/figures.csv", methods: { GET: "anyone" } },
  { route: "/api/v1/figures.json", methods: { GET: "anyone" } },
  { route: "/api/v1/[noun]", methods: { POST: "edit" } },
  { route: "/api/v1/[noun]/[key]", methods: { GET: "anyone", PATCH: "edit", DELETE: "edit" } },
  { route: "/api/v1/[noun]/[key]/history", methods: { GET: "view" } },
  { route: "/api/v1/[noun]/[key]/restore", methods: { POST: "edit" } },
  { route: "/api/v1/figures/bulk", methods: { POST: "edit" } },
  { route: "/api/v1/metrics/bulk", methods: { POST: "edit" } },
  { route: "/api/v1/figures/likely", methods: { GET: "view" } },
  { route: "/api/v1/[noun]/[key]/[file]", methods: { GET: "anyone" } },
  { route: "/api/v1/figures/find", methods: { GET: "view" } },
  { route: "/api/v1/charts/preview", methods: { GET: "view" } },
  { route: "/login", methods: { GET: "anyone" } },
  { route: "/login/code", methods: { GET: "anyone" } },
  { route: "/setup", methods: { GET: "anyone" } },
  { route: "/invite/[token]", methods: { GET: "anyone" } },
  { route: "/api/auth/sign-in", methods: { POST: "anyone" } },
  { route: "/api/auth/code", methods: { POST: "anyone" } },
  { route: "/api/auth/sign-out", methods: { POST: "anyone" } },
  { route: "/api/auth/setup", methods: { POST: "anyone" } },
  { route: "/api/auth/invite", methods: { POST: "anyone" } },
  { route: "/admin", methods: { GET: "view" } },
  { route: "/admin/[noun]", methods: { GET: "view" } },
  { route: "/admin/[noun]/new", methods: { GET: "edit" } },
  { route: "/admin/[noun]/[key]", methods: { GET: "view" } },
  { route: "/admin/figures/new", methods: { GET: "edit" } },
  { route: "/admin/figures/[key]", methods: { GET: "edit" } },
  { route: "/admin/metrics/new", methods: { GET: "edit" } },
  { route: "/favicon.ico", methods: { GET: "anyone" } },
];
