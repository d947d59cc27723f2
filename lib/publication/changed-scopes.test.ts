import { describe, expect, test } from "vitest";
import { changedScopes } from "@/lib/publication/changed-scopes";

const figure = (status: string, more: object = {}) => ({
  metric: "robots",
  region: "CN-GZ",
  organisation: null,
  value: "7",
  period: "2019",
  asOf: null,
  citations: [{ source: "daily" }],
  status,
  ...more,
});
const [draft, published, retracted] = [figure("draft"), figure("published"), figure("retracted")];
const content = [
  "claims:robots",
  "figure:f",
  "figures-of-metric:robots",
  "figures-of-region:CN-GZ",
  "figures-of-series:robots CN-GZ ",
];
const counted = [...content, "figures-of-source:daily", "figure-count:robots"].sort();
const appeared = [...counted, "figure-wording:robots"].sort();
/** The same of what readers had seen before. */
const corrected = (scopes: readonly string[]) => ["corrections", ...scopes].sort();

describe("a change of a figure raises", () => {
  test.each<[string, object | null, object, readonly string[]]>([
    ["a draft made", null, draft, []],
    ["a draft changed", draft, figure("draft", { value: "8" }), []],
    ["a draft withdrawn", draft, retracted, []],
    ["published at once", null, published, appeared],
    ["published", draft, published, appeared],
    ["retracted", published, retracted, corrected(appeared)],
    ["restored", retracted, published, corrected(appeared)],
    ["made a draft again from retracted", retracted, draft, ["figure:f"]],
    ["its number corrected", published, figure("published", { value: "8" }), corrected(["claims:robots", "figure:f"])],
    [
      "said to be preliminary",
      published,
      figure("published", { release: "preliminary" }),
      corrected([...content, "figures-of-source:daily"]),
    ],
    ["its note corrected", published, figure("published", { note: "in words" }), corrected(["figure:f"])],
    [
      "its wording corrected",
      published,
      figure("published", { wording: "about" }),
      corrected(["claims:robots", "figure-wording:robots", "figure:f"]),
    ],
    [
      "a target found to be an outcome",
      figure("published", { outlook: "target" }),
      published,
      corrected([...content, "figures-of-source:daily"]),
    ],
    [
      "its place in the source corrected, by which that is put in order",
      published,
      figure("published", { citations: [{ source: "daily", locator: "para 7" }] }),
      corrected(["figure:f", "figures-of-source:daily"]),
    ],
    [
      "its phrase corrected",
      published,
      figure("published", { citations: [{ source: "daily", phrase: "seven" }] }),
      corrected(["figure:f"]),
    ],
    ["its period corrected", published, figure("published", { period: "2018" }), corrected(counted)],
    [
      "moved to another metric, region and source, and given a subject",
      published,
      figure("published", { metric: "drones", region: "CN", organisation: "dji", citations: [{ source: "post" }] }),
      corrected([
        ...counted,
        "claims:drones",
        "figure-count:drones",
        "figures-of-metric:drones",
        "figures-of-region:CN",
        "figures-of-series:drones CN dji",
        "figures-of-source:post",
      ]),
    ],
  ])("%s", (_what, before, after, scopes) => {
    const raised = changedScopes({ resource: "figures", key: "f", before: before as never, after: after as never });
    expect([...new Set(raised)].sort()).toEqual(scopes);
  });
});

describe("a change of another record raises", () => {
  const milestone = { region: "CN-GZ", citations: [{ source: "daily" }] };
  test.each([
    ["metrics", null, { retracted: false }, ["metric:k"]],
    ["metrics", { name: "A", retracted: false }, { name: "B", retracted: false }, ["metric:k"]],
    ["regions", { retracted: false }, { retracted: true }, ["region:k"]],
    ["sources", { retracted: true }, { retracted: false }, ["source:k"]],
    ["topics", { position: 1, retracted: false }, { position: 2, retracted: false }, ["topic:k"]],
    ["organisations", { name: "A", retracted: true }, { name: "B", retracted: true }, []],
    ["charts", { status: "draft" }, { status: "draft" }, []],
    ["charts", { status: "draft" }, { status: "published" }, ["chart:k"]],
    ["charts", { status: "published" }, { status: "retracted" }, ["chart:k"]],
    ["milestones", null, { ...milestone, status: "draft" }, []],
    [
      "milestones",
      { ...milestone, status: "published" },
      { ...milestone, region: "CN", status: "published" },
      ["milestone:k", "milestones-of-region:CN", "milestones-of-region:CN-GZ", "milestones-of-source:daily"],
    ],
  ] as const)("%s: %j, then %j", (resource, before, after, scopes) => {
    expect([...new Set(changedScopes({ resource, key: "k", before, after }))].sort()).toEqual(scopes);
  });
});
