import "server-only";
import { refuseDrafts } from "@/lib/data/commands/refuse-drafts";
import { refuseSameAddress } from "@/lib/data/commands/same-address";
import type { Tx } from "@/lib/data/db/transaction";
import { within } from "@/lib/data/errors";
import { newKey } from "@/lib/data/resources/keys";
import { findReferences } from "@/lib/data/resources/references";
import { storeOf } from "@/lib/data/resources/registry";
import { type Content, hasDrafts, type State, type Stored } from "@/lib/data/revisions/record";
import type { ChangeContext } from "@/lib/data/revisions/revisions";
import type { Resource, ResourceInput } from "@/lib/schemas/resources";

/** Makes a row, and whatever is to be made with it: a metric, topic, region, organisation or source given as a whole. */
export async function createRow<N extends Resource>(
  tx: Tx,
  resource: N,
  input: ResourceInput<N>,
  context: ChangeContext,
): Promise<Stored<N>> {
  const store = storeOf(resource);
  const key = await newKey(tx, resource, input);
  const { slug: _, status, ...rest } = input as ResourceInput<N> & { slug?: string; status?: State };
  const state = hasDrafts(resource) ? (status ?? "draft") : "published";
  const within = state === "draft" ? { ...context, listed: false } : context;
  const content = (await withNewRows(tx, rest, within)) as Content<N>;
  const references = await findReferences(tx, store.references(content));
  await store.check?.(tx, null, content);
  await refuseSameAddress(tx, resource, key, content);
  await refuseDrafts(tx, resource, content, state);
  const made = await store.insert(tx, { key, content, state, references }, context);
  return { ...made, key, version: 1, state, content, labels: references.labels };
}

/** Fields that may hold a whole new row, and its resource. Citations hold sources. */
const NESTED = { metric: "metrics", topic: "topics", region: "regions", organisation: "organisations" } as const;

/** The same fields with keys in place of new rows, which are made. */
export async function withNewRows(
  tx: Tx,
  fields: Readonly<Record<string, unknown>>,
  context: ChangeContext,
): Promise<Readonly<Record<string, unknown>>> {
  const result: Record<string, unknown> = { ...fields };
  for (const [field, resource] of Object.entries(NESTED)) {
    const value = fields[field];
    if (isNewRow(value)) result[field] = await keyOfNew(tx, resource, value, field, context);
  }
  if (Array.isArray(fields.citations)) {
    // One new source may be cited in several places: it is made once.
    const made = new Map<string, string>();
    const citations: unknown[] = [];
    for (const [index, citation] of fields.citations.entries()) {
      const text = JSON.stringify(citation.source);
      const key =
        made.get(text) ??
        (isNewRow(citation.source)
          ? await keyOfNew(tx, "sources", citation.source, `citations.${index}.source`, context)
          : citation.source);
      made.set(text, key);
      citations.push({ ...citation, source: key });
    }
    result.citations = citations;
  }
  return result;
}

function isNewRow(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

async function keyOfNew(
  tx: Tx,
  resource: Resource,
  input: object,
  path: string,
  context: ChangeContext,
): Promise<string> {
  const { key } = await within(path, () => createRow(tx, resource, input as ResourceInput<Resource>, context));
  return key;
}
