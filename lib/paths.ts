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

/** How a picture or an embed looks: by itself as the reader has it, or light or dark; a picture once or twice as large. */
interface LookQuery {
  readonly theme?: "light" | "dark" | null;
  readonly scale?: 1 | 2 | null;
}

/** A local address with more in its query, and `/file` below its path. */
function below(address: string, file: string, more: Readonly<Record<string, QueryValue>>): string {
  const [path = "", query = ""] = address.split("?");
  const rest = withQuery("", more).slice(1);
  const joined = [query, rest].filter((part) => part !== "").join("&");
  return `${path}${file}${joined === "" ? "" : `?${joined}`}`;
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
  /** The day that is asked for, yyyy-mm-dd. */
  readonly asOf?: string | null;
}

/** A map of tiles: a metric, what its regions lie in, one year alone. */
interface MapPath {
  readonly metric?: string;
  readonly within?: string | null;
  readonly year?: number | null;
  /** The day that is asked for, yyyy-mm-dd. */
  readonly asOf?: string | null;
}

/** Formats of files of figures, by the ending of their addresses. */
export type FileFormat = "csv" | "json" | "xlsx" | "parquet" | "zip";

/** Parts of pages' addresses that change nothing in their files. */
const IDLE = ["page", "base", "scale"];

/** Of what new figures are asked for: a code, slugs; `before` is the revision before which they were published. */
interface NewFiguresPath {
  readonly region?: string | null;
  readonly metric?: string | null;
  readonly source?: string | null;
  readonly before?: number | null;
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
  /** Where sources differ about a metric, on its page. */
  differing: (slug: string, query: MetricQuery) => `${paths.metric(slug, query)}#differ`,
  /** Regions as tiles: those within a region, or all countries. */
  map: ({ asOf, ...query }: MapPath = {}) => withQuery("/map", { ...query, "as-of": asOf }),
  compare: ({ asOf, ...query }: ComparePath = {}) => withQuery("/compare", { ...query, "as-of": asOf }),
  sources: () => "/sources",
  source: (slug: string, query: { readonly page?: number } = {}) =>
    withQuery(`/sources/${encodeURIComponent(slug)}`, { ...query }),
  /** One figure; `asOf` is the day that is asked for, yyyy-mm-dd. */
  figure: (id: string, { asOf }: { readonly asOf?: string | null } = {}) =>
    asOf == null
      ? `/figures/${encodeURIComponent(id)}`
      : withQuery(`/figures/${encodeURIComponent(id)}`, { "as-of": asOf }),
  /** One change in the history of a figure. */
  revision: (id: string, revision: number) => `/figures/${encodeURIComponent(id)}#revision-${revision}`,
  /** What sources say of the same as a figure, on its page. */
  claims: (id: string, query: { readonly asOf?: string | null } = {}) => `${paths.figure(id, query)}#claims`,
  /** What sources differ about. */
  disagreements: (
    query: { readonly topic?: string | null; readonly region?: string | null; readonly page?: number | null } = {},
  ) => withQuery("/disagreements", { ...query }),
  /** A chart by itself: its permanent address. */
  chart: (slug: string, { asOf }: { readonly asOf?: string | null } = {}) =>
    withQuery(`/charts/${encodeURIComponent(slug)}`, { "as-of": asOf }),
  /** The picture of what the page of a chart or a metric (its local address) draws. */
  picture: (of: string, format: "svg" | "png", { theme, scale }: LookQuery = {}) =>
    below(of, `/chart.${format}`, { theme: theme === "light" ? null : theme, scale: scale === 1 ? null : scale }),
  /** The card by which a page (its local address) is shown elsewhere. */
  card: (of: string) => withQuery("/card.png", { of }),
  /** What another site may frame: a chart, a metric or a figure, as it was known on a day or at a revision where one is given. */
  embed: {
    chart: (slug: string, query: Readonly<Record<string, QueryValue>> = {}) =>
      withQuery(`/embed/${encodeURIComponent(slug)}`, query),
    metric: (slug: string, query: Readonly<Record<string, QueryValue>> = {}) =>
      withQuery(`/embed/metric/${encodeURIComponent(slug)}`, query),
    figure: (id: string, query: Readonly<Record<string, QueryValue>> = {}) =>
      withQuery(`/embed/figure/${encodeURIComponent(id)}`, query),
  },
  /** The script by which an embed is as high as what it shows. */
  embedScript: () => "/embed.js",
  /** What a page (its whole address) is embedded with, by the oEmbed protocol. */
  oembed: (url: string, format: "json" | "xml" = "json") => withQuery("/oembed", { url, format }),
  /** Where the view of a page (its local address) is cited, downloaded and embedded. */
  reuse: (of: string) => withQuery("/reuse", { of }),
  method: () => "/method",
  /** Corrections of published figures, newest first: those made before a revision, else the newest. */
  corrections: (query: { readonly before?: number | null } = {}) => withQuery("/corrections", { ...query }),
  correctionsFeed: (format: "atom" | "json", query: { readonly before?: number | null } = {}) =>
    withQuery(`/corrections.${format}`, { ...query }),
  /** Figures as they are published: of a region with the places below it, of a metric, of a source. */
  newFiguresFeed: (format: "atom" | "json", query: NewFiguresPath = {}) =>
    withQuery(`/new-figures.${format}`, { ...query }),
  sitemap: () => "/sitemap.xml",
  /** A part of the sitemap, such as "figures-1". */
  sitemapPart: (name: string) => `/sitemaps/${name}.xml`,
  llms: () => "/llms.txt",
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
  /** What the API offers: a page for people, a document (OpenAPI 3.1) for programs. */
  apiReference: () => "/api",
  openApi: () => "/api/v1/openapi.json",
  /** The figures behind a chart, a metric, a region or a source, as CSV or JSON. */
  figuresFile: (format: "csv" | "json", query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery(`/api/v1/figures.${format}`, query),
  /** The figures that a page (its local address) is about as a file; a CSV with the mark by which Excel knows UTF-8, if wanted. */
  pageFile: (page: string, format: FileFormat, { excel = false } = {}) => {
    const [path = "", text = ""] = page.split("#", 1)[0]?.split("?") ?? [];
    const query = new URLSearchParams(text);
    for (const name of IDLE) query.delete(name);
    const asked = [...(query.size === 0 ? [] : [String(query)]), ...(excel ? ["excel"] : [])].join("&");
    return `${path === "/" ? "" : path}/figures.${format}${asked === "" ? "" : `?${asked}`}`;
  },
  /** Citation of a figure or a source in a reference manager's format. */
  citationFile: (resource: "figures" | "sources", key: string, format: "json" | "bib" | "ris") =>
    `/api/v1/${resource}/${encodeURIComponent(key)}/citation.${format}`,
  /** The view of a page (its local address) and its sources in a reference manager's format. */
  citationsFile: (of: string, format: "json" | "bib" | "ris") => withQuery(`/reuse/citations.${format}`, { of }),
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
    /** What was decided about files of one shape, by name. */
    recipes: () => "/api/v1/imports/recipes",
    recipe: (name: string) => `/api/v1/imports/recipes/${encodeURIComponent(name)}`,
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
