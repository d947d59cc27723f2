import "server-only";
import { z } from "zod";
import { json, LIST_REFUSALS, type Operation, RECORD_REFUSALS } from "@/lib/api/operations/operation";
import { ENUMS } from "@/lib/enums";
import { paths } from "@/lib/paths";
import {
  correction,
  dataOf,
  figurePage,
  oneFigure,
  pageOf,
  revision,
  searchResults,
  verdict,
} from "@/lib/schemas/api/answers";
import {
  correctionsQuery,
  figureQuery,
  figuresQuery,
  metricDataQuery,
  noQuery,
  recordQuery,
  recordsQueries,
  revisionsQuery,
  searchQuery,
  verdictsQuery,
} from "@/lib/schemas/api/parameters";
import { recordSchema } from "@/lib/schemas/api/record-schema";
import { RESOURCES, type Resource } from "@/lib/schemas/resources";

const LIST = "/api/v1/[resource]";
const RECORD = "/api/v1/[resource]/[key]";
const LISTED = RESOURCES.filter((resource) => resource !== "figures");

const get = (
  operation: Omit<Operation, "method" | "refusals"> & { readonly refusals?: readonly number[] },
): Operation => ({
  method: "GET",
  refusals: LIST_REFUSALS,
  ...operation,
});

/** Records as editors and readers are told them, each made once: a schema is a component of the document. */
export const RECORDS = Object.fromEntries(RESOURCES.map((name) => [name, recordSchema(name)])) as Readonly<
  Record<Resource, z.ZodObject>
>;

const figures: readonly Operation[] = [
  get({
    ...{ id: "listFigures", path: paths.api.records("figures"), route: LIST, group: "Figures", query: figuresQuery },
    summary:
      "Published figures, in the order in which they were recorded. An answer may hold fewer than “limit”, or none, and the list still go on.",
    answers: { 200: json("A page of figures", figurePage) },
    example: `${paths.api.records("figures")}?limit=1&fields=metric,region,value`,
  }),
  get({
    ...{ id: "getFigure", path: "/api/v1/figures/{key}", route: RECORD, group: "Figures", query: figureQuery },
    summary:
      "One figure, as it was known on a day with “as-of”. People with an account are answered its newest version, drafts included, in the form in which it is written.",
    answers: { 200: json("The figure", dataOf(z.union([oneFigure, RECORDS.figures]))) },
    refusals: RECORD_REFUSALS,
    example: "/api/v1/figures/{key}",
  }),
];

const records = LISTED.flatMap((resource): readonly Operation[] => [
  get({
    ...{ id: `list-${resource}`, path: paths.api.records(resource), route: LIST, group: titleOf(resource) },
    summary: `Public ${resource} as they are today, in the order in which they were made; one of them is told as of a day.`,
    query: recordsQueries[resource],
    answers: { 200: json(`A page of ${resource}`, pageOf(RECORDS[resource])) },
    example: `${paths.api.records(resource)}?limit=1`,
  }),
  get({
    ...{ id: `get-${resource}`, path: `/api/v1/${resource}/{key}`, route: RECORD, group: titleOf(resource) },
    summary: `One of the ${resource}, as it was known on a day with “as-of”; for people with an account drafts, too.`,
    query: recordQuery,
    answers: { 200: json("The record", dataOf(RECORDS[resource])) },
    refusals: RECORD_REFUSALS,
    example: `/api/v1/${resource}/{key}`,
  }),
]);

const citations = (["figures", "sources"] as const).map((resource) =>
  get({
    ...{ id: `cite-${resource}`, path: `/api/v1/${resource}/{key}/{file}`, group: titleOf(resource) },
    route: "/api/v1/[resource]/[key]/[file]",
    summary: "The citation for a reference manager: citation.bib, citation.ris or citation.json (CSL-JSON).",
    answers: {
      200: {
        what: "The citation",
        types: ["application/x-bibtex", "application/x-research-info-systems", "application/json"],
      },
    },
    refusals: [404, 410, 503],
  }),
);

const changes: readonly Operation[] = [
  get({
    ...{ id: "listCorrections", path: "/api/v1/corrections", route: "/api/v1/corrections", group: "Changes" },
    summary: "Corrections of published figures, newest first.",
    query: correctionsQuery,
    answers: { 200: json("A page of corrections", pageOf(correction)) },
    example: "/api/v1/corrections",
  }),
  get({
    ...{ id: "listRevisions", path: "/api/v1/revisions", route: "/api/v1/revisions", group: "Changes" },
    summary: "The public history of a figure, oldest first; of a withdrawn one, too.",
    query: revisionsQuery,
    answers: { 200: json("The history", dataOf(z.array(revision))) },
    refusals: RECORD_REFUSALS,
    example: "/api/v1/revisions?figure={key}",
  }),
  get({
    ...{ id: "getVersion", path: paths.version(), route: "/api/v1/version", group: "Changes" },
    summary: "Number of the last change that readers can see, for whoever keeps copies.",
    answers: { 200: json("The number", z.strictObject({ version: z.int() })) },
    refusals: [503],
    example: paths.version(),
  }),
];

const found: readonly Operation[] = [
  get({
    ...{ id: "listVerdicts", path: "/api/v1/verdicts", route: "/api/v1/verdicts", group: "Verdicts" },
    summary: "What published claims differ about today, the farthest apart first.",
    query: verdictsQuery,
    answers: { 200: json("A page of verdicts", pageOf(verdict)) },
    example: "/api/v1/verdicts?limit=1",
  }),
  get({
    ...{ id: "search", path: "/api/v1/search", route: "/api/v1/search", group: "Search", query: searchQuery },
    summary: "What has the words and numbers of a text, best first in each group.",
    answers: { 200: json("What was found", dataOf(searchResults)) },
    example: "/api/v1/search?q=companies&limit=1",
  }),
];

const files = (["csv", "json"] as const).map((format) =>
  get({
    ...{ id: `figures-${format}`, path: paths.figuresFile(format), route: paths.figuresFile(format), group: "Figures" },
    summary: `All figures that are asked for, as one file (${format.toUpperCase()}); the parameters are those of the list, and id and chart. Nothing is cut.`,
    answers: { 200: { what: "The file", types: [format === "csv" ? "text/csv" : "application/json"] } },
    refusals: [400, 404, 422, 503],
  }),
);

const statistics: readonly Operation[] = [
  get({
    ...{ id: "metric-sdmx", path: "/api/v1/metrics/{key}/sdmx.csv", route: "/api/v1/metrics/[key]/sdmx.csv" },
    ...{ group: "Metrics", query: metricDataQuery },
    summary: "All figures of a metric as SDMX-CSV 2.0: wording, bounds and source are attributes of each observation.",
    answers: { 200: { what: "The file", types: ["application/vnd.sdmx.data+csv"] } },
    refusals: RECORD_REFUSALS,
  }),
  get({
    ...{
      id: "metric-json-stat",
      path: "/api/v1/metrics/{key}/json-stat.json",
      route: "/api/v1/metrics/[key]/json-stat.json",
    },
    ...{ group: "Metrics", query: metricDataQuery },
    summary:
      "At most 5,000 figures of a metric as JSON-stat 2.0: the status of each value is its wording; of more the answer is 422.",
    answers: {
      200: json(
        "The dataset",
        z.looseObject({
          ...{ version: z.literal("2.0"), class: z.literal("dataset"), label: z.string() },
          ...{ id: z.array(z.string()), size: z.array(z.int()) },
          value: z.record(z.string(), z.number()),
          status: z.record(z.string(), z.enum(ENUMS.Wording)),
        }),
      ),
    },
    refusals: RECORD_REFUSALS,
  }),
];

const document = get({
  ...{ id: "getDocument", path: paths.openApi(), route: paths.openApi(), group: "This document", query: noQuery },
  summary: "This document (OpenAPI 3.1).",
  answers: { 200: json("The document", z.looseObject({ openapi: z.string(), paths: z.looseObject({}) })) },
});

/** What everyone may read, without a key. */
export const READERS_OPERATIONS = [
  ...figures,
  ...files,
  ...records,
  ...citations,
  ...changes,
  ...found,
  ...statistics,
  document,
];

/** The name of the group of a resource. */
export function titleOf(resource: Resource): string {
  return `${resource.charAt(0).toUpperCase()}${resource.slice(1)}`;
}
