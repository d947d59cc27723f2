import "server-only";
import { z } from "zod";
import { CHANGE_REFUSALS, json, type Operation, OWN_REFUSALS } from "@/lib/api/operations/operation";
import { RECORDS, titleOf } from "@/lib/api/operations/readers";
import { paths } from "@/lib/paths";
import { dataOf } from "@/lib/schemas/api/answers";
import { figuresBulk, metricsBulk, orderRequest, restoreRequest, retractRequest } from "@/lib/schemas/requests";
import { changeSchema, INPUTS, RESOURCES, type Resource } from "@/lib/schemas/resources";

const warnings = z
  .array(z.looseObject({ path: z.string(), code: z.string(), message: z.string() }))
  .optional()
  .describe("What is to be looked at in it.");
const saved = (resource: Resource) => z.strictObject({ data: RECORDS[resource], warnings });
const several = (resource: Resource) => z.strictObject({ data: z.array(RECORDS[resource]), warnings });
const text = z.string().nullable();
const history = z.array(
  z.strictObject({
    ...{
      version: z.int(),
      revision: z.int(),
      kind: z.string(),
      cause: text,
      reason: text,
      who: z.string(),
      at: z.string(),
    },
    changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  }),
);

/** New records that are accepted where the figures are that come with the project. */
const NEW: Readonly<Record<Resource, object>> = {
  figures: {
    metric: "companies-attracted",
    region: "CN-GZ",
    wording: "more_than",
    value: "9,500",
    period: "2014 – Feb 2019",
    speakerKind: "outlet",
    citations: [{ source: "china-daily-2019-guizhou-looms", phrase: "more than 9,500 companies" }],
  },
  metrics: {
    name: "Data centres",
    unit: "data centres",
    kind: "count",
    definition: "Data centres in use.",
    topic: "companies",
  },
  regions: { code: "CN-GZ-example", name: "Example", level: "zone", parent: "CN-GZ" },
  organisations: { name: "Example Holdings" },
  topics: { name: "Example" },
  sources: {
    kind: "report",
    title: "Example",
    publisher: "Example Press",
    language: "en",
    url: "https://example.org/report",
  },
  milestones: { date: "2019-02", title: "Example", region: "CN-GZ" },
  charts: {
    title: "Example",
    subtitle: "By year",
    topic: "companies",
    kind: "dot",
    rows: "period",
    metrics: ["companies-attracted"],
  },
};

const written = RESOURCES.flatMap((resource): readonly Operation[] => {
  const group = titleOf(resource);
  const record = "/api/v1/[resource]/[key]";
  const path = `/api/v1/${resource}/{key}`;
  return [
    {
      ...{
        id: `create-${resource}`,
        method: "POST",
        path: paths.api.records(resource),
        route: "/api/v1/[resource]",
        group,
      },
      summary: "Makes a record, once for each Idempotency-Key.",
      headers: ["Idempotency-Key"],
      body: INPUTS[resource],
      answers: { 201: json("The new record; ETag is its version, Location its address", saved(resource)) },
      refusals: CHANGE_REFUSALS,
      exampleBody: NEW[resource],
    },
    {
      ...{ id: `change-${resource}`, method: "PATCH", path, route: record, group },
      summary:
        "Changes the fields that are named, over the version that If-Match names. What is published changes with a reason.",
      headers: ["If-Match"],
      body: changeSchema(resource),
      answers: { 200: json("The record as it is now", saved(resource)) },
      refusals: CHANGE_REFUSALS,
    },
    {
      ...{ id: `retract-${resource}`, method: "DELETE", path, route: record, group },
      summary: "Retracts a record: it stays, and can be restored.",
      headers: ["If-Match"],
      body: retractRequest,
      answers: { 200: json("The record as it is now", dataOf(RECORDS[resource])) },
      refusals: CHANGE_REFUSALS,
    },
    {
      ...{ id: `history-of-${resource}`, method: "GET", path: `${path}/history`, route: `${record}/history`, group },
      summary: "Every change of a record, newest first, drafts included; at most 1,000.",
      answers: { 200: json("The changes", dataOf(history)) },
      refusals: OWN_REFUSALS,
    },
    {
      ...{ id: `restore-${resource}`, method: "POST", path: `${path}/restore`, route: `${record}/restore`, group },
      summary: "Makes an earlier version the newest one again.",
      headers: ["If-Match"],
      body: restoreRequest,
      answers: { 200: json("The record as it is now", dataOf(RECORDS[resource])) },
      refusals: CHANGE_REFUSALS,
    },
  ];
});

const together: readonly Operation[] = [
  ...(["figures", "metrics"] as const).map(
    (resource): Operation => ({
      ...{ id: `bulk-${resource}`, method: "POST", path: paths.api.bulk(resource), route: paths.api.bulk(resource) },
      group: titleOf(resource),
      summary: "Changes several at once, all or none.",
      body: resource === "figures" ? figuresBulk : metricsBulk,
      answers: { 200: json("The records as they are now", several(resource)) },
      refusals: CHANGE_REFUSALS,
    }),
  ),
  ...(["charts", "topics"] as const).map(
    (resource): Operation => ({
      ...{
        id: `order-${resource}`,
        method: "POST",
        path: paths.api.order(resource),
        route: "/api/v1/[resource]/order",
      },
      group: titleOf(resource),
      summary: "Puts all of them into the order given.",
      body: orderRequest,
      answers: { 200: json("The records as they are now", dataOf(z.array(RECORDS[resource]))) },
      refusals: CHANGE_REFUSALS,
    }),
  ),
];

/** What editors do with records. */
export const RECORD_OPERATIONS: readonly Operation[] = [...written, ...together];
