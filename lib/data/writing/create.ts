import "server-only";
import { newKey } from "@/lib/data/writing/keys";
import { refuseDrafts } from "@/lib/data/writing/no-drafts";
import { type Content, hasDrafts, type State, type Stored } from "@/lib/data/writing/record";
import { findReferences } from "@/lib/data/writing/references";
import { within } from "@/lib/data/writing/refusal";
import type { ChangeContext } from "@/lib/data/writing/revisions";
import { refuseSameAddress } from "@/lib/data/writing/same-address";
import { storeOf } from "@/lib/data/writing/stores";
import type { Tx } from "@/lib/data/writing/transaction";
import type { Noun, NounInput } from "@/lib/schemas/nouns";

/** Makes a row, and whatever is to be made with it: a metric, topic, region, organisation or source given as a whole. */
export async function createRow<N extends Noun>(
  tx: Tx,
  noun: N,
  input: NounInput<N>,
  context: ChangeContext,
): Promise<Stored<N>> {
  const store = storeOf(noun);
  const key = await newKey(tx, noun, input);
  const { slug: _, status, ...rest } = input as NounInput<N> & { slug?: string; status?: State };
  const state = hasDrafts(noun) ? (status ?? "draft") : "published";
  const within = state === "draft" ? { ...context, listed: false } : context;
  const content = (await withNewRows(tx, rest, within)) as Content<N>;
  const references = await findReferences(tx, store.references(content));
  await store.check?.(tx, null, content);
  await refuseSameAddress(tx, noun, key, content);
  await refuseDrafts(tx, noun, content, state);
  const made = await store.insert(tx, { key, content, state, references }, context);
  return { ...made, key, version: 1, state, content, labels: references.labels };
}

/** Fields that may hold a whole new row, and its noun. Citations hold sources. */
const NESTED = { metric: "metrics", topic: "topics", region: "regions", organisation: "organisations" } as const;

/** The same fields with keys in place of new rows, which are made. */
export async function withNewRows(
  tx: Tx,
  fields: Readonly<Record<string, unknown>>,
  context: ChangeContext,
): Promise<Readonly<Record<string, unknown>>> {
  const result: Record<string, unknown> = { ...fields };
  for (const [field, noun] of Object.entries(NESTED)) {
    const value = fields[field];
    if (isNewRow(value)) result[field] = await keyOfNew(tx, noun, value, field, context);
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

async function keyOfNew(tx: Tx, noun: Noun, input: object, path: string, context: ChangeContext): Promise<string> {
  const { key } = await within(path, () => createRow(tx, noun, input as NounInput<Noun>, context));
  return key;
}
