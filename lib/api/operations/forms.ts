import "server-only";
import { z } from "zod";
import { CHANGE_REFUSALS, json, type Operation, OWN_REFUSALS } from "@/lib/api/operations/operation";
import { CHOICE_RESOURCES } from "@/lib/figures/figure-choices";
import { dataOf } from "@/lib/schemas/api/answers";

const GROUP = "Forms";
const word = (what: string) => z.string().optional().describe(what);
const words = (what: string) => z.array(z.string()).optional().describe(what);
const rows = z.array(z.looseObject({}));

const asked = (operation: Pick<Operation, "id" | "path" | "route" | "summary" | "query" | "answers">): Operation =>
  ({ method: "GET", group: GROUP, refusals: OWN_REFUSALS, ...operation }) as Operation;

/** What the forms of the editors ask beside records. */
export const FORM_OPERATIONS: readonly Operation[] = [
  ...CHOICE_RESOURCES.map((resource) =>
    asked({
      ...{ id: `choose-${resource}`, path: `/api/v1/choices/${resource}`, route: "/api/v1/choices/[resource]" },
      summary: `Records of ${resource} to choose from: by words, page by page, or by keys.`,
      query: z.strictObject({ q: word("Words."), page: z.int().min(1).optional(), key: words("Keys.") }),
      answers: { 200: json("The records, of how many", dataOf(z.looseObject({ records: rows, total: z.int() }))) },
    }),
  ),
  asked({
    ...{ id: "findFigures", path: "/api/v1/figures/find", route: "/api/v1/figures/find" },
    summary: "Figures to choose from: published ones with the words of q, or those with the keys of id.",
    query: z.strictObject({ q: word("Words."), id: words("Keys.") }),
    answers: { 200: json("The figures", dataOf(rows)) },
  }),
  asked({
    ...{ id: "likelyFigures", path: "/api/v1/figures/likely", route: "/api/v1/figures/likely" },
    summary: "Figures near one that is being typed, each part as far as it is known.",
    query: z.strictObject(
      Object.fromEntries(
        "metric region organisation period asOf value valueHigh wording outlook release basis"
          .split(" ")
          .map((name) => [name, word("As it is typed.")]),
      ),
    ),
    answers: { 200: json("The figures", z.strictObject({ rows })) },
  }),
  asked({
    ...{ id: "previewChart", path: "/api/v1/charts/preview", route: "/api/v1/charts/preview" },
    summary: "What a chart of these metrics, regions and figures would show to readers.",
    query: z.strictObject({ metric: words("Slugs."), region: words("Codes."), figure: words("Keys.") }),
    answers: { 200: json("The parts of the chart", dataOf(z.looseObject({}))) },
  }),
  asked({
    ...{ id: "editLinks", path: "/api/v1/edit-links", route: "/api/v1/edit-links" },
    summary: "What the one who asks can do about a public page.",
    query: z.strictObject({ of: word("Address of the page.") }),
    answers: { 200: json("The links", dataOf(z.unknown())) },
  }),
  {
    ...{
      id: "checkLink",
      method: "POST",
      path: "/api/v1/sources/{key}/link-check",
      route: "/api/v1/sources/[key]/link-check",
    },
    group: GROUP,
    summary: "Looks at the address of a source now; 409 where the site contacts nobody.",
    answers: { 200: json("What was found", dataOf(z.looseObject({}))) },
    refusals: CHANGE_REFUSALS,
  },
];
