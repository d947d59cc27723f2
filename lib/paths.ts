/** Every address of the product. Query values left out (undefined, null, "" or an empty list) do not appear in the address. */

type QueryValue = string | number | readonly string[] | null | undefined;

function withQuery(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== null && item !== undefined && item !== "") search.append(name, String(item));
    }
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Resources that editors work on, as they stand in addresses. */
export type NounPath =
  | "figures"
  | "metrics"
  | "regions"
  | "organisations"
  | "topics"
  | "sources"
  | "milestones"
  | "charts";

/** The view a dashboard address asks for; see lib/schemas/view.ts for the allowed values. */
export interface ViewQuery {
  readonly region?: string | null;
  readonly topic?: string | null;
  readonly from?: number | null;
  readonly to?: number | null;
  readonly source?: string | null;
  readonly organisation?: string | null;
  readonly wording?: string | null;
  readonly outlook?: string | null;
  readonly age?: string | null;
  /** The day that is asked for, yyyy-mm-dd. */
  readonly asOf?: string | null;
}

/** Which regions and years a metric page shows, and which page of its list of figures (from 1). */
export interface MetricQuery {
  readonly region?: readonly string[];
  readonly from?: number | null;
  readonly to?: number | null;
  readonly page?: number | null;
  /** The day that is asked for, yyyy-mm-dd. */
  readonly asOf?: string | null;
}

/** Which part of a region's page is asked for: a topic and the page of its list (from 1), and the day, yyyy-mm-dd. */
interface RegionQuery {
  readonly topic?: string | null;
  readonly page?: number | null;
  readonly asOf?: string | null;
}

/** What is compared: slugs and codes; an index to a base year; one year alone; everything on one scale. */
export interface ComparePath {
  readonly metric?: readonly string[];
  readonly region?: readonly string[];
  readonly base?: number | null;
  readonly year?: number | null;
  readonly scale?: "one" | null;
}

export const paths = {
  dashboard: ({ asOf, ...view }: ViewQuery = {}) => withQuery("/", { ...view, "as-of": asOf }),
  regions: () => "/regions",
  /** A region; of one topic all its figures, page by page. */
  region: (code: string, { asOf, ...query }: RegionQuery = {}) =>
    withQuery(`/regions/${encodeURIComponent(code)}`, { ...query, "as-of": asOf }),
  metrics: () => "/metrics",
  metric: (slug: string, { asOf, ...query }: MetricQuery = {}) =>
    withQuery(`/metrics/${encodeURIComponent(slug)}`, { ...query, "as-of": asOf }),
  /** Regions as tiles: those within a region, or all countries. */
  map: (query: { readonly metric?: string; readonly within?: string | null; readonly year?: number | null } = {}) =>
    withQuery("/map", { ...query }),
  compare: (query: ComparePath = {}) => withQuery("/compare", { ...query }),
  sources: () => "/sources",
  source: (slug: string, query: { readonly page?: number } = {}) =>
    withQuery(`/sources/${encodeURIComponent(slug)}`, { ...query }),
  figure: (id: string) => `/figures/${encodeURIComponent(id)}`,
  /** One change in the history of a figure. */
  revision: (id: string, revision: number) => `/figures/${encodeURIComponent(id)}#revision-${revision}`,
  /** What sources say of the same as a figure, on its page. */
  claims: (id: string) => `/figures/${encodeURIComponent(id)}#claims`,
  /** What sources differ about. */
  disagreements: (
    query: { readonly topic?: string | null; readonly region?: string | null; readonly page?: number | null } = {},
  ) => withQuery("/disagreements", { ...query }),
  method: () => "/method",
  /** Corrections of published figures, newest first: those made before a revision, else the newest. */
  corrections: (query: { readonly before?: number | null } = {}) => withQuery("/corrections", { ...query }),
  correctionsFeed: (query: { readonly before?: number | null } = {}) => withQuery("/corrections.atom", { ...query }),
  search: (text = "") => withQuery("/search", { q: text }),
  /** The second step of signing in. */
  loginCode: (next: string | null = null) => withQuery("/login/code", { next }),
  setup: (token: string | null = null) => withQuery("/setup", { token }),
  invite: (token: string) => `/invite/${encodeURIComponent(token)}`,
  /** Where the plain forms of signing in are sent. */
  auth: (form: "sign-in" | "code" | "sign-out" | "setup" | "invite") => `/api/auth/${form}`,
  /** Number of the last change that readers can see, for caches and readers that poll. */
  version: () => "/api/v1/version",
  health: () => "/api/health",
  /** The figures behind a chart, a metric, a region or a source, as CSV or JSON. */
  figuresFile: (format: "csv" | "json", query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery(`/api/v1/figures.${format}`, query),
  /** Citation of a figure or a source in a reference manager's format. */
  citationFile: (resource: "figures" | "sources", key: string, format: "json" | "bib" | "ris") =>
    `/api/v1/${resource}/${encodeURIComponent(key)}/citation.${format}`,
  /** Where people sign in; `next` is the page to go back to. */
  login: (next: string | null = null) => withQuery("/login", { next }),
  admin: {
    start: () => "/admin",
    list: (resource: NounPath, query: Readonly<Record<string, QueryValue>> = {}) =>
      withQuery(`/admin/${resource}`, query),
    add: (resource: NounPath, query: Readonly<Record<string, QueryValue>> = {}) =>
      withQuery(`/admin/${resource}/new`, query),
    edit: (resource: NounPath, key: string) => `/admin/${resource}/${encodeURIComponent(key)}`,
    history: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery("/admin/history", query),
    historyOf: (resource: NounPath, key: string) => `/admin/${resource}/${encodeURIComponent(key)}/history`,
    /** The page of imports, showing one that was begun. */
    import: (job: string | null = null) => withQuery("/admin/import", { job }),
    read: () => "/admin/read",
    backup: () => "/admin/backup",
    people: () => "/admin/people",
    account: () => "/admin/account",
  },
  /** The one way to write (and to read one record with its version). */
  api: {
    records: (resource: NounPath) => `/api/v1/${resource}`,
    record: (resource: NounPath, key: string) => `/api/v1/${resource}/${encodeURIComponent(key)}`,
    historyOf: (resource: NounPath, key: string) => `/api/v1/${resource}/${encodeURIComponent(key)}/history`,
    restore: (resource: NounPath, key: string) => `/api/v1/${resource}/${encodeURIComponent(key)}/restore`,
    bulk: (resource: "figures" | "metrics") => `/api/v1/${resource}/bulk`,
    /** The order of the charts on the dashboard, or of the topics. */
    order: (resource: "charts" | "topics") => `/api/v1/${resource}/order`,
    /** Figures for a form to choose from, by words (`q`) or by keys (`id`). */
    findFigures: (query: Readonly<Record<string, QueryValue>>) => withQuery("/api/v1/figures/find", query),
    /** The published figures and milestones that a chart of these parts would show. */
    chartPreview: (query: Readonly<Record<string, QueryValue>>) => withQuery("/api/v1/charts/preview", query),
    likelyFigures: (query: Readonly<Record<string, QueryValue>>) => withQuery("/api/v1/figures/likely", query),
    /** What the one who asks can do about a public page; `of` is its address. */
    editLinks: (of: string) => withQuery("/api/v1/edit-links", { of }),
    /** Records for a form to choose from: found by words (`q`, `page` from 1), or those of keys (`key`). */
    choices: (resource: string, query: Readonly<Record<string, QueryValue>>) =>
      withQuery(`/api/v1/choices/${resource}`, query),
    read: () => "/api/v1/read",
    /** Sources with an address or of its site, the records that a text may tell of, and the metrics that a phrase may be about. */
    sourcesOfAddress: (of: string) => withQuery("/api/v1/read/address", { of }),
    recordsInText: () => "/api/v1/read/records",
    suggestedMetrics: () => "/api/v1/read/metrics",
    /** Phrases that are recorded from a source already. */
    recordedPhrases: (source: string) => withQuery("/api/v1/read/recorded", { source }),
    imports: () => "/api/v1/imports",
    /** An import that runs, by the id of its job; the rows it found; and undoing one, by the number of its batch. */
    import: (id: string) => `/api/v1/imports/${encodeURIComponent(id)}`,
    importRows: (id: string, query: { readonly fate: string; readonly page: number }) =>
      withQuery(`/api/v1/imports/${encodeURIComponent(id)}/rows`, query),
    undoImport: (batch: number) => `/api/v1/imports/${batch}/undo`,
    linkCheck: (source: string) => `/api/v1/sources/${encodeURIComponent(source)}/link-check`,
    backups: () => "/api/v1/backups",
    backup: (name: string) => `/api/v1/backups/${encodeURIComponent(name)}`,
    signOut: () => "/api/auth/sign-out",
    people: () => "/api/v1/people",
    person: (id: string) => `/api/v1/people/${encodeURIComponent(id)}`,
    /** What a person changes about themself. */
    me: (part: "" | "/password" | "/sessions" | "/second-step" | "/second-step/code" = "") =>
      `/api/v1/people/me${part}`,
    invitations: () => "/api/v1/invitations",
    invitation: (id: string) => `/api/v1/invitations/${encodeURIComponent(id)}`,
    tokens: () => "/api/v1/tokens",
    token: (id: string) => `/api/v1/tokens/${encodeURIComponent(id)}`,
  },
} as const;
