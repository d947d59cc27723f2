import "server-only";
import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { readExamples } from "@/lib/api/operations/examples";
import { type Answered, type Operation, PROBLEM } from "@/lib/api/operations/operation";
import { OPERATIONS, whoMay } from "@/lib/api/operations/operations";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { siteAddress } from "@/lib/env";

const HEADERS = {
  "If-Match": z.string().describe('The version that was seen, from ETag: "1".'),
  "Idempotency-Key": z.string().describe("The same for every try of one attempt."),
} as const;
/** Parts of paths that are one of a few words. */
const FILES = z.enum(["citation.bib", "citation.ris", "citation.json"]);

/** The description of the API (OpenAPI 3.1) as text, kept until an example changes. */
export function readDocument(): Promise<string> {
  return cacheUntilChange("description of the API", async () => {
    const answers = [...(await readExamples())].map(([id, { answer }]) => [id, answer] as const);
    return JSON.stringify(openApiDocument(siteAddress(), new Map(answers)));
  });
}

/** The description, made from the schemas that requests are read by. `examples` are answers by the id of an operation. */
function openApiDocument(site: string, examples: ReadonlyMap<string, object>) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] ??= {};
    (paths[operation.path] as Record<string, unknown>)[operation.method.toLowerCase()] = described(operation, examples);
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Footnote",
      version: "1",
      description:
        "Figures with their sources and the sources' own wording. Reads need no key; writes need a session or an API token. Errors are problem details (RFC 9457).",
    },
    servers: [{ url: site }],
    paths: paths as ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token of an account." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "footnote.session_token",
          description: "A browser that is signed in.",
        },
      },
    },
  });
}

function described(operation: Operation, examples: ReadonlyMap<string, object>): ZodOpenApiOperationObject {
  const { id, summary, group, query, body, files, headers = [], answers, refusals, exampleBody } = operation;
  const { who, rule } = whoMay(operation);
  const parts = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [
    name,
    name === "file" && !operation.path.includes("backups") ? FILES : z.string(),
  ]);
  const named = headers.map((name) => [name, HEADERS[name]]);
  const example = examples.get(id);
  const sent =
    files !== undefined
      ? Object.fromEntries(files.map((type) => [type, {}]))
      : body && { "application/json": { schema: body, ...(exampleBody && { example: exampleBody }) } };
  return {
    operationId: id,
    summary,
    tags: [group],
    security: who === "anyone" ? [] : [...(rule.browserOnly ? [] : [{ token: [] }]), { session: [] }],
    requestParams: {
      ...(parts.length > 0 ? { path: z.object(Object.fromEntries(parts)) } : {}),
      ...(query === undefined ? {} : { query }),
      ...(named.length > 0 ? { header: z.object(Object.fromEntries(named)) } : {}),
    },
    ...(sent && { requestBody: { required: operation.method !== "DELETE", content: sent } }),
    responses: Object.fromEntries([
      ...Object.entries(answers).map(([status, answer]) => [status, responseOf(answer, example)]),
      ...refusals.map((status) => [
        status,
        { ...responseOf(PROBLEM), description: STATUS_CODES[status] ?? "An error" },
      ]),
    ]),
  };
}

function responseOf({ what, schema, types = ["application/json"] }: Answered, example?: object) {
  const isEmpty = schema === undefined && types.includes("application/json") && types.length === 1 && what === "Done";
  if (isEmpty) return { description: what };
  const content = types.map((type) => [type, { ...(schema && { schema }), ...(example && { example }) }]);
  return { description: what, content: Object.fromEntries(content) };
}
