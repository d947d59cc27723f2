import "server-only";
import { changeRow } from "@/lib/data/writing/change";
import type { Stored } from "@/lib/data/writing/record";
import { invalidInput, staleRows, within } from "@/lib/data/writing/refusal";
import { retractRow } from "@/lib/data/writing/retract";
import type { Author, Tx } from "@/lib/data/writing/transaction";
import { DomainError } from "@/lib/schemas/domain-error";
import type { InputIssue, Noun, NounInput, Why } from "@/lib/schemas/nouns";

/** What is to be done to several rows, each with the version that the person has seen. */
export interface SeveralChanges<N extends Noun> {
  readonly noun: N;
  /** The fields to change, of all alike or by the place in the list (from 0); null to retract. */
  readonly changes: Partial<NounInput<N>> | ((index: number) => Partial<NounInput<N>>) | null;
  readonly items: readonly { readonly key: string; readonly version: number }[];
  readonly why: Why;
}

/** Does the same to several rows: to all of them or, where one refuses, to none. The refusal names every row that refused. */
export async function changeSeveral<N extends Noun>(
  tx: Tx,
  { noun, changes, items, why }: SeveralChanges<N>,
  author: Author,
): Promise<readonly Stored<N>[]> {
  const done: Stored<N>[] = [];
  const stale: string[] = [];
  const issues: InputIssue[] = [];
  for (const [index, item] of items.entries()) {
    const target = { noun, ...item };
    const path = `items.${index}`;
    const own = typeof changes === "function" ? changes(index) : changes;
    try {
      done.push(
        await within(path, () =>
          own === null ? retractRow(tx, target, why, author) : changeRow(tx, target, own, why, author),
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
