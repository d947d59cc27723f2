import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { rename } from "@/lib/auth/accounts/accounts";
import { invite } from "@/lib/auth/accounts/invitations";
import { db } from "@/lib/data/db/client";
import { publicationVersion, raisePublication, readNewChanges } from "@/lib/data/db/publication-version";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { readableFile } from "@/lib/data/import/file";
import { runImport } from "@/lib/data/import/run-import";
import { undoImport } from "@/lib/data/import/undo";
import { KnownChanges } from "@/lib/publication/known-changes";
import type { Scope } from "@/lib/publication/scopes";
import { apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";
import { type Rendered, renderPublic } from "@/tests/setup/site/public-pages";

// Pages are rendered without the framework around them.
vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }));

let api: ReturnType<typeof apiAs>;
let admin: Awaited<ReturnType<typeof makePerson>>["person"];

/** Keys of figures, as they are made. */
const made: Record<string, string> = {};

const asOfToday = () => `as-of=${new Date().toISOString().slice(0, 10)}`;

/** Pages of every kind: of what the writes below touch, of what stands beside it, and of what has nothing to do with it. */
const PAGES: Readonly<Record<string, () => string>> = {
  dashboard: () => "/?region=all",
  "dashboard of Guizhou": () => "/",
  "what is said about": () => "/?region=all&wording=about",
  metrics: () => "/metrics",
  regions: () => "/regions",
  sources: () => "/sources",
  "what has most in common": () => "/compare",
  "apples compared": () => "/compare?metric=apples&region=XV-NO,XW",
  "unicorns compared": () => "/compare?metric=unicorns&region=CN,IN",
  "a map": () => "/map",
  "apples on a map": () => "/map?metric=apples&within=XV",
  method: () => "/method",
  "search for apples": () => "/search?q=apples",
  "search for nothing": () => "/search?q=zzzzqqqq",
  apples: () => "/metrics/apples",
  pears: () => "/metrics/pears",
  unicorns: () => "/metrics/unicorns",
  quinces: () => "/metrics/quinces",
  north: () => "/regions/XV-NO",
  valley: () => "/regions/XV",
  hill: () => "/regions/XW",
  guizhou: () => "/regions/CN-GZ",
  gazette: () => "/sources/gazette",
  herald: () => "/sources/herald",
  looms: () => "/sources/china-daily-2019-guizhou-looms",
  A1: () => `/figures/${made.A1}`,
  "A1 as BibTeX": () => `/api/v1/figures/${made.A1}/citation.bib`,
  "A1 as of today": () => `/figures/${made.A1}?${asOfToday()}`,
  "apples as of today": () => `/metrics/apples?${asOfToday()}`,
  "north as of today": () => `/regions/XV-NO?${asOfToday()}`,
  "dashboard as of today": () => `/?region=all&${asOfToday()}`,
  "apples compared as of today": () => `/compare?metric=apples&region=XV-NO,XW&${asOfToday()}`,
  "a map as of today": () => `/map?${asOfToday()}`,
  A2: () => `/figures/${made.A2}`,
  P1: () => `/figures/${made.P1}`,
  O1: () => `/figures/${made.O1}`,
  draft: () => `/figures/${made.draft}`,
  corrections: () => "/corrections",
  feed: () => "/corrections.atom",
  "new figures": () => "/new-figures.atom",
  "new apples": () => "/new-figures.json?metric=apples",
  "new in the valley": () => "/new-figures.atom?region=XV",
  "new in the herald": () => "/new-figures.json?source=herald",
  nobody: () => "/figures/not-there",
};

const DASHBOARDS = ["dashboard", "dashboard of Guizhou", "what is said about"];
const SEARCHES = ["search for apples", "search for nothing"];
/** Whatever a published figure says stands here, or could. */
const ANY = [...DASHBOARDS, ...SEARCHES];
const MAPS = ["a map", "apples on a map"];
const COMPARED = [...MAPS, "what has most in common", "apples compared", "unicorns compared"];
/** Which figures are published, of what. */
const COUNTS = [...ANY, "metrics", "regions", "sources", ...COMPARED];
const A1 = ["A1", "A1 as BibTeX"];
/** What readers had seen is told otherwise, or the names of what it is about. */
const CORRECTIONS = ["corrections", "feed"];
/** What was known on a day may be otherwise whenever something was corrected, or a record that figures name was changed. */
const DATED_COMPARED = ["apples compared as of today", "a map as of today"];
const DATED = ["A1 as of today", "apples as of today", "north as of today", "dashboard as of today", ...DATED_COMPARED];
/** Which regions there are, and which charts, decides what the page of any region shows. */
const REGION_PAGES = ["north", "valley", "hill", "guizhou"];

const figure = (part: object) => ({
  wording: "about",
  value: "700",
  period: "2020",
  speakerKind: "outlet",
  metric: "apples",
  region: "XV-NO",
  citations: [{ source: "gazette", locator: "para 1", phrase: "about 700 baskets" }],
  ...part,
});
const AUTHOR = { id: null, name: "A test" };
const changeReason = { cause: "typo", reason: "Read again" };

async function create(resource: string, body: object): Promise<string> {
  const answer = await api("POST", resource, { body, attempt: randomUUID() });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.data.key;
}

async function asked(method: string, resource: string, key: string, body: object, more = ""): Promise<void> {
  const { body: found } = await api("GET", `${resource}/${key}`);
  const answer = await api(method, `${resource}/${key}${more}`, { body, version: found.data.version });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}
const change = (resource: string, key: string, body: object) => asked("PATCH", resource, key, body);
const retract = (resource: string, key: string) => asked("DELETE", resource, key, { reason: "It was wrong" });

async function restoreBefore(resource: string, key: string): Promise<void> {
  const { body } = await api("GET", `${resource}/${key}/history`);
  await asked("POST", resource, key, { revision: body.data[0].revision, before: true, ...changeReason }, "/restore");
}

const metric = (name: string) => ({ name, slug: name.toLowerCase(), unit: "baskets", kind: "count", topic: "harvest" });
const source = (title: string) => ({
  ...{ title, slug: title.toLowerCase(), kind: "news", publisher: "Press", language: "en" },
  url: `https://example.org/${title.toLowerCase()}`,
});

beforeAll(async () => {
  const editor = await makePerson("editor");
  api = apiAs(editor.headers);
  admin = (await makePerson("admin")).person;
  await create("topics", { name: "Harvest", slug: "harvest", position: 90 });
  for (const name of ["Apples", "Pears"]) await create("metrics", { ...metric(name), definition: `${name} picked.` });
  await create("regions", { code: "XV", name: "Valleyland", level: "country" });
  await create("regions", { code: "XV-NO", name: "North Valley", level: "province", parent: "XV" });
  await create("regions", { code: "XW", name: "Hillland", level: "country" });
  await create("organisations", { name: "Orchard Co", slug: "orchard-co" });
  for (const title of ["Gazette", "Herald"]) await create("sources", source(title));
  const published = { status: "published" };
  const herald = [{ source: "herald", locator: "para 2", phrase: "about 700 baskets" }];
  made.A1 = await create("figures", figure(published));
  made.A2 = await create("figures", figure({ ...published, period: "2021", citations: herald }));
  made.P1 = await create("figures", figure({ ...published, metric: "pears", region: "XW", citations: herald }));
  made.O1 = await create("figures", figure({ ...published, region: "XW", organisation: "orchard-co" }));
  made.H1 = await create("figures", figure({ ...published, region: "XW", citations: herald }));
  made.draft = await create("figures", figure({ period: "2019" }));
});

type Kept = Rendered & { readonly version: number };
let known: KnownChanges;
const kept = new Map<string, Kept>();

async function render(name: string): Promise<Kept> {
  const version = await publicationVersion();
  return { version, ...(await renderPublic((PAGES[name] as () => string)())) };
}

/** Does a write; answers the pages that are forgotten by it, and those of them that are the same when rendered anew. */
async function forgottenBy(write: () => Promise<unknown>) {
  known ??= new KnownChanges();
  known.learn(await readNewChanges(known.version));
  for (const name of Object.keys(PAGES)) {
    const old = kept.get(name);
    if (!old || !known.isCurrent(old)) kept.set(name, await render(name));
  }
  await write();
  known.learn(await readNewChanges(known.version));
  const forgotten: string[] = [];
  const changed: string[] = [];
  for (const name of Object.keys(PAGES)) {
    const old = kept.get(name) as Kept;
    const now = await render(name);
    if (!known.isCurrent(old)) forgotten.push(name);
    if (now.text !== old.text) changed.push(name);
    if (!known.isCurrent(old)) kept.set(name, now);
  }
  return { forgotten: forgotten.sort(), stale: changed.filter((name) => !forgotten.includes(name)), changed };
}

interface Case {
  readonly what: string;
  readonly write: () => Promise<unknown>;
  /** Pages that are forgotten; no others are. */
  readonly forgets: readonly string[];
  /** Pages among them that must differ. */
  readonly changes?: readonly string[];
}

const WRITES: readonly Case[] = [
  {
    what: "a draft is made",
    write: () => create("figures", figure({ period: "2018" })),
    forgets: [],
  },
  { what: "a draft is changed", write: () => change("figures", made.draft ?? "", { value: "710" }), forgets: [] },
  { what: "a person is invited", write: () => invite(admin, "editor", 7), forgets: [] },
  { what: "a person takes another name", write: () => rename(admin, "Another name"), forgets: [] },
  {
    what: "a save is refused",
    write: async () => {
      const { status } = await api("PATCH", `figures/${made.A1}`, { body: { value: "1" }, version: 99 });
      expect(status).toBe(412);
    },
    forgets: [],
  },
  // The page of the other source of a series says whether claims differ.
  {
    what: "a draft is published",
    write: () => change("figures", made.draft ?? "", { status: "published" }),
    forgets: [
      "new apples",
      "new figures",
      "new in the valley",
      ...DATED,
      ...COUNTS,
      "apples",
      "north",
      "valley",
      "hill",
      "herald",
      "gazette",
      ...A1,
      "A2",
      "draft",
    ],
    changes: [
      "dashboard",
      "search for apples",
      "metrics",
      "regions",
      "sources",
      "apples",
      "apples compared",
      "north",
      "valley",
      "draft",
    ],
  },
  {
    what: "a number is corrected",
    write: () => change("figures", made.draft ?? "", { value: "720", ...changeReason }),
    forgets: [
      "new apples",
      "new figures",
      "new in the valley",
      ...CORRECTIONS,
      ...DATED,
      "apples on a map",
      "apples compared",
      "what is said about",
      ...SEARCHES,
      "apples",
      "north",
      "valley",
      "gazette",
      ...A1,
      "A2",
      "draft",
    ],
    changes: [...CORRECTIONS, "apples", "apples compared", "north", "valley", "gazette", "A1", "A2", "draft"],
  },
  {
    what: "a figure moves to another metric",
    write: () => change("figures", made.draft ?? "", { metric: "pears", ...changeReason }),
    forgets: [
      "new apples",
      "new figures",
      "new in the valley",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "apples",
      "pears",
      "north",
      "valley",
      "hill",
      "herald",
      "gazette",
      ...A1,
      "A2",
      "draft",
    ],
    changes: [...CORRECTIONS, "metrics", "apples", "pears", "north", "A1", "A2", "draft"],
  },
  {
    what: "a figure moves to another region",
    write: () => change("figures", made.draft ?? "", { region: "XW", ...changeReason }),
    forgets: [
      "new figures",
      "new in the valley",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "pears",
      "north",
      "valley",
      "hill",
      "herald",
      "gazette",
      "P1",
      "draft",
    ],
    changes: [...CORRECTIONS, "regions", "pears", "north", "valley", "hill", "P1", "draft"],
  },
  {
    what: "a figure is found in another source",
    write: () =>
      change("figures", made.draft ?? "", {
        citations: [{ source: "herald", locator: "para 3", phrase: "about 720 baskets" }],
        ...changeReason,
      }),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "pears",
      "hill",
      "gazette",
      "herald",
      "P1",
      "draft",
    ],
    changes: [...CORRECTIONS, "sources", "pears", "hill", "gazette", "herald", "P1", "draft"],
  },
  {
    what: "a figure is about an organisation",
    write: () => change("figures", made.draft ?? "", { organisation: "orchard-co", ...changeReason }),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "pears",
      "hill",
      "herald",
      "P1",
      "draft",
    ],
    changes: [...CORRECTIONS, "pears", "hill", "herald", "P1", "draft"],
  },
  {
    what: "a note is written",
    write: () => change("figures", made.draft ?? "", { note: "Counted twice.", ...changeReason }),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      "what is said about",
      ...SEARCHES,
      "pears",
      "hill",
      "herald",
      "draft",
    ],
    changes: [...CORRECTIONS, "draft"],
  },
  {
    what: "a figure is of the newest year, and so on the dashboard",
    write: () => change("figures", made.draft ?? "", { period: "2026", ...changeReason }),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "pears",
      "hill",
      "herald",
      "draft",
    ],
    changes: [...CORRECTIONS, "dashboard", "metrics", "pears", "hill", "herald", "draft"],
  },
  {
    what: "a number that the dashboard shows is corrected",
    write: () => change("figures", made.draft ?? "", { value: "730", ...changeReason }),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      "dashboard",
      "what is said about",
      ...SEARCHES,
      "pears",
      "hill",
      "herald",
      "draft",
    ],
    changes: [...CORRECTIONS, "dashboard", "what is said about", "pears", "hill", "herald", "draft"],
  },
  {
    what: "its place in its source is corrected",
    write: () =>
      change("figures", made.draft ?? "", {
        citations: [{ source: "herald", locator: "para 1", phrase: "about 720 baskets" }],
        ...changeReason,
      }),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      "dashboard",
      "what is said about",
      ...SEARCHES,
      "pears",
      "hill",
      "herald",
      "draft",
    ],
    changes: [...CORRECTIONS, "herald", "draft"],
  },
  {
    what: "a wording is corrected",
    write: () => change("figures", made.draft ?? "", { wording: "nearly", ...changeReason }),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      "dashboard",
      "what is said about",
      ...SEARCHES,
      "pears",
      "hill",
      "herald",
      "draft",
    ],
    changes: [...CORRECTIONS, "dashboard", "what is said about", "pears", "hill", "herald", "draft"],
  },
  {
    what: "an outcome turns out to be a target",
    write: () => change("figures", made.draft ?? "", { outlook: "target", ...changeReason }),
    forgets: ["new figures", "new in the herald", ...CORRECTIONS, ...DATED, ...ANY, "pears", "hill", "herald", "draft"],
    changes: [...CORRECTIONS, "dashboard", "pears", "hill", "herald", "draft"],
  },
  {
    what: "and an outcome again, worded as before",
    write: () => change("figures", made.draft ?? "", { outlook: "outcome", wording: "about", ...changeReason }),
    forgets: ["new figures", "new in the herald", ...CORRECTIONS, ...DATED, ...ANY, "pears", "hill", "herald", "draft"],
    changes: [...CORRECTIONS, "dashboard", "what is said about", "pears", "hill", "herald", "draft"],
  },
  {
    what: "a figure is retracted",
    write: () => retract("figures", made.draft ?? ""),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "pears",
      "hill",
      "herald",
      "draft",
    ],
    changes: [...CORRECTIONS, "metrics", "regions", "sources", "pears", "hill", "herald", "draft"],
  },
  {
    what: "a figure is restored",
    write: () => restoreBefore("figures", made.draft ?? ""),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "pears",
      "hill",
      "herald",
      "draft",
    ],
    changes: [...CORRECTIONS, "metrics", "regions", "sources", "pears", "hill", "herald", "draft"],
  },
  {
    what: "a metric is renamed, which the history of a figure names too",
    write: () => change("metrics", "apples", { name: "Apples picked", reason: "Clearer" }),
    forgets: [
      "new apples",
      "new figures",
      "new in the herald",
      "new in the valley",
      ...CORRECTIONS,
      ...DATED,
      ...COMPARED,
      ...ANY,
      "metrics",
      "apples",
      "north",
      "valley",
      "hill",
      "gazette",
      "herald",
      ...A1,
      "A2",
      "O1",
      "draft",
    ],
    changes: ["metrics", "apples", "north", "valley", "hill", "gazette", "herald", "A1", "A2", "O1", "draft"],
  },
  {
    what: "a region is renamed",
    write: () => change("regions", "XV-NO", { name: "Northern Valley", reason: "Its new name" }),
    forgets: [
      "new apples",
      "new figures",
      "new in the herald",
      "new in the valley",
      ...CORRECTIONS,
      ...DATED,
      ...COMPARED,
      ...ANY,
      "regions",
      "apples",
      ...REGION_PAGES,
      "gazette",
      "herald",
      ...A1,
      "A2",
      "draft",
    ],
    changes: ["regions", "apples", "north", "valley", "gazette", "herald", "A1", "A2", "draft"],
  },
  {
    what: "a region moves into another",
    write: () => change("regions", "XV-NO", { parent: "XW", reason: "A reform" }),
    forgets: [
      "new apples",
      "new figures",
      "new in the herald",
      "new in the valley",
      ...CORRECTIONS,
      ...DATED,
      ...COMPARED,
      ...ANY,
      "regions",
      "apples",
      ...REGION_PAGES,
      "gazette",
      "herald",
      ...A1,
      "A2",
      "draft",
    ],
    changes: ["regions", "north", "valley", "hill"],
  },
  {
    what: "a source is given another title",
    write: () => change("sources", "gazette", { title: "The Gazette", reason: "As printed" }),
    forgets: [
      "new apples",
      "new figures",
      ...CORRECTIONS,
      ...DATED,
      "apples compared",
      ...ANY,
      "sources",
      "apples",
      "north",
      "hill",
      "gazette",
      ...A1,
      "A2",
      "O1",
      "draft",
    ],
    changes: ["sources", "apples", "north", "hill", "gazette", "A1", "A2", "O1", "draft"],
  },
  {
    what: "an organisation is renamed",
    write: () => change("organisations", "orchard-co", { name: "Orchard plc", reason: "Its new name" }),
    forgets: [
      "new apples",
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...ANY,
      "apples",
      "pears",
      "hill",
      "gazette",
      "herald",
      "O1",
      "draft",
    ],
    changes: ["apples", "pears", "hill", "gazette", "herald", "O1", "draft"],
  },
  {
    what: "a topic is renamed",
    write: () => change("topics", "harvest", { name: "Harvests", reason: "More than one" }),
    forgets: [
      "new apples",
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...COMPARED,
      ...[...ANY, "metrics", "apples", "pears", "gazette", "herald", ...A1, "A2", "P1", "O1", "draft"],
      ...["north", "hill"],
    ],
    changes: ["metrics", "north", "hill"],
  },
  {
    what: "a metric is made that has no figures yet",
    write: () => create("metrics", { ...metric("Quinces"), definition: "Quinces picked." }),
    forgets: ["new apples", ...DATED, ...COMPARED, ...ANY, "metrics", "quinces"],
    changes: ["quinces"],
  },
  {
    what: "a metric is retracted",
    write: () => retract("metrics", "quinces"),
    forgets: ["new apples", ...DATED, ...COMPARED, ...ANY, "metrics", "quinces"],
    changes: ["quinces"],
  },
  {
    what: "a milestone is drafted",
    write: async () => {
      const cited = [{ source: "gazette" }];
      made.milestone = await create("milestones", { date: "2020", title: "A fair", region: "XV-NO", citations: cited });
    },
    forgets: [],
  },
  {
    what: "a milestone is published",
    write: () => change("milestones", made.milestone ?? "", { status: "published" }),
    forgets: ["dashboard as of today", "north as of today", ...DASHBOARDS, "north", "hill", "gazette", "guizhou"],
    changes: ["gazette"],
  },
  {
    what: "a milestone is retracted",
    write: () => retract("milestones", made.milestone ?? ""),
    forgets: ["dashboard as of today", "north as of today", ...DASHBOARDS, "north", "hill", "gazette", "guizhou"],
    changes: ["gazette"],
  },
  {
    what: "a chart is drafted",
    write: async () => {
      made.chart = await create("charts", {
        ...{ title: "Baskets", subtitle: "By region", topic: "harvest", kind: "bar", rows: "region" },
        ...{ metrics: ["apples"], position: 99 },
      });
    },
    forgets: [],
  },
  {
    what: "a chart is published",
    write: () => change("charts", made.chart ?? "", { status: "published" }),
    forgets: ["dashboard as of today", "north as of today", ...DASHBOARDS, ...REGION_PAGES],
    changes: ["dashboard", "north", "hill"],
  },
  {
    what: "charts are put into another order",
    write: async () => {
      const charts = await db().chart.findMany({ where: { status: "published" }, orderBy: { position: "desc" } });
      const items = charts.map(({ slug, version }) => ({ key: slug, version }));
      expect((await api("POST", "charts/order", { body: { items } })).status).toBe(200);
    },
    forgets: ["dashboard as of today", "north as of today", ...DASHBOARDS, ...REGION_PAGES],
    changes: ["dashboard"],
  },
  {
    what: "a number in a chart is corrected, which the page of another region shows",
    write: () => change("figures", made.H1 ?? "", { value: "705", ...changeReason }),
    forgets: [
      "new apples",
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      "apples compared",
      ...ANY,
      "apples",
      "north",
      "hill",
      "herald",
    ],
    changes: [...CORRECTIONS, "dashboard", "apples", "north", "hill", "herald"],
  },
  {
    what: "a chart is retracted",
    write: () => retract("charts", made.chart ?? ""),
    forgets: ["dashboard as of today", "north as of today", ...DASHBOARDS, ...REGION_PAGES],
    changes: ["dashboard", "north", "hill"],
  },
  {
    what: "two drafts are published at once",
    write: async () => {
      const keys = [
        await create("figures", figure({ period: "2015" })),
        await create("figures", figure({ period: "2016" })),
      ];
      const items = keys.map((key) => ({ key, version: 1 }));
      expect((await api("POST", "figures/bulk", { body: { action: "publish", items } })).status).toBe(200);
    },
    forgets: [
      "new apples",
      "new figures",
      ...DATED,
      ...COUNTS,
      "apples",
      "north",
      "hill",
      "herald",
      "gazette",
      ...A1,
      "A2",
    ],
    changes: ["metrics", "apples", "north", "gazette", "A1"],
  },
  {
    what: "a file is imported: a figure that is new and one that is changed",
    write: async () => {
      const rows = [
        "metric,region,wording,value,period,source,locator,phrase",
        "pears,XV-NO,about,44,2020,herald,para 9,about 44 baskets",
        "pears,XW,about,701,2020,herald,para 2,about 700 baskets",
      ];
      const file = readableFile(new TextEncoder().encode(rows.join("\n")));
      const { batch } = await runImport(
        db(),
        {
          ...{ ...file, label: "test.csv", changeReason: { cause: "typo", reason: "Read again" }, author: AUTHOR },
          options: { overrides: new Map(), format: undefined, status: "published" },
        },
        "import",
        { row: () => undefined, again: () => undefined, step: async () => undefined },
      );
      made.batch = String(batch);
    },
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "pears",
      "north",
      "hill",
      "herald",
      "P1",
    ],
    changes: [...CORRECTIONS, "metrics", "pears", "north", "hill", "herald", "P1"],
  },
  {
    what: "an import is undone",
    write: () =>
      undoImport(db(), Number(made.batch), {
        author: AUTHOR,
        changeReason: { cause: "other", reason: "The wrong file" },
      }),
    forgets: [
      "new figures",
      "new in the herald",
      ...CORRECTIONS,
      ...DATED,
      ...COUNTS,
      "pears",
      "north",
      "hill",
      "herald",
      "P1",
    ],
    changes: [...CORRECTIONS, "metrics", "pears", "north", "hill", "herald", "P1"],
  },
];

describe("this write forgets these pages and no others", () => {
  test.each(WRITES)("$what", async ({ write, forgets, changes = [] }) => {
    const { forgotten, stale, changed } = await forgottenBy(write);
    expect.soft(stale).toEqual([]);
    expect.soft(forgotten).toEqual([...forgets].sort());
    expect(changes.filter((name) => !changed.includes(name))).toEqual([]);
  });
});

describe("the publication version", () => {
  const changes = async (since: number) => (await readNewChanges(since)).changes;

  test("rises by one for each of many saves at once, and tells of each", async () => {
    const before = await publicationVersion();
    const keys = [made.A1, made.A2, made.P1, made.O1] as string[];
    const saves = Array.from({ length: 24 }, (_, index) =>
      withWriteTransaction((tx) => {
        const key = keys[index % keys.length] ?? "";
        return raisePublication(tx, [`figure:${key}`]);
      }),
    );
    await Promise.all(saves);
    const told = await changes(before);
    expect(told.map(({ version }) => version)).toEqual(saves.map((_, index) => before + 1 + index));
    expect(new Set(told.flatMap(({ scopes }) => scopes))).toEqual(new Set(keys.map((key) => `figure:${key}`)));
  });

  test("does not rise where the save that raised it is undone, alone or among others", async () => {
    const before = await publicationVersion();
    const failing = () =>
      withWriteTransaction(async (tx) => {
        await raisePublication(tx, ["topic:lost"]);
        throw new Error("too late");
      }).catch(() => "undone");
    expect(await failing()).toBe("undone");
    const others = [failing(), withWriteTransaction((tx) => raisePublication(tx, ["topic:kept"])), failing()];
    await Promise.all(others);
    expect(await changes(before)).toEqual([{ version: before + 1, scopes: ["topic:kept"] }]);
  });

  test("names families in place of very many members, and keeps what it told only for so long", async () => {
    const before = await publicationVersion();
    const figures = Array.from({ length: 5000 }, (_, index): Scope => `figure:${index}`);
    await db().$transaction((tx) => raisePublication(tx, [...figures, "metric:apples"]));
    expect((await changes(before)).map(({ scopes }) => scopes)).toEqual([["figure", "metric:apples"]]);
    await db().$transaction(
      async (tx) => {
        for (let time = 0; time < 1300; time += 1) await raisePublication(tx, ["topic:often"]);
      },
      { timeout: 30_000 },
    );
    expect(await db().publishedChange.count()).toBeLessThanOrEqual(1100);
    expect(await changes(before)).toEqual([]);
    expect(await changes((await publicationVersion()) - 1000)).toHaveLength(1000);
  });
});
