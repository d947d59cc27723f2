import "server-only";
import { changeRow } from "@/lib/data/commands/change";
import { retractRow } from "@/lib/data/commands/retract";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { invalidInput, staleRows, within } from "@/lib/data/errors";
import type { Stored } from "@/lib/data/revisions/record";
import { DomainError } from "@/lib/schemas/domain-error";
import type { ChangeReasonFields, InputIssue, Resource, ResourceInput } from "@/lib/schemas/resources";

/** What is to be done to several rows, each with the version that the person has seen. */
export interface BulkChanges<N extends Resource> {
  readonly resource: N;
  /** The fields to change, of all alike or by the place in the list (from 0); null to retract. */
  readonly changes: Partial<ResourceInput<N>> | ((index: number) => Partial<ResourceInput<N>>) | null;
  readonly items: readonly { readonly key: string; readonly version: number }[];
  readonly changeReason: ChangeReasonFields;
}

/** Does the same to several rows: to all of them or, where one refuses, to none. The refusal names every row that refused. */
export async function bulkUpdate<N extends Resource>(
  tx: Tx,
  { resource, changes, items, changeReason }: BulkChanges<N>,
  author: Author,
): Promise<readonly Stored<N>[]> {
  const done: Stored<N>[] = [];
  const stale: string[] = [];
  const issues: InputIssue[] = [];
  for (const [index, item] of items.entries()) {
    const target = { resource, ...item };
    const path = `items.${index}`;
    const own = typeof changes === "function" ? changes(index) : changes;
    try {
      done.push(
        await within(path, () =>
          own === null
            ? retractRow(tx, target, changeReason, author)
            : changeRow(tx, target, own, changeReason, author),
        ),
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { status, code, message } = error;
      if (status === 412) stale.push(item.key);
      else if (status === 404) issues.push({ path, code: "unknown", message: `There is no “${item.key}”` });
      else if (error.issues.length === 0) issues.push({ path, code, message });
      else issues.push(...error.issues);
    }
  }
  if (stale.length > 0) throw staleRows(stale);
  if (issues.length > 0) throw invalidInput(issues);
  return done;
}
