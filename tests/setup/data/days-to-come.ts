import { vi } from "vitest";
import { changeRow } from "@/lib/data/commands/change";
import { createRow } from "@/lib/data/commands/create";
import { retractRow } from "@/lib/data/commands/retract";
import { db } from "@/lib/data/db/client";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { storeOf } from "@/lib/data/resources/registry";
import { parseNew, type Resource } from "@/lib/schemas/resources";

/** The record of changes cannot be dated back, so tests of what was known on a day live in days that are yet to come. */
export const DAYS = { first: "2031-01-10", second: "2031-02-10", third: "2031-03-10", today: "2031-04-10" };
export const author = { id: null, name: "A test" };
export const why = { cause: "typo", reason: "Read again" } as const;

/** Makes it noon of a day (after `vi.useFakeTimers({ toFake: ["Date"] })`). */
export const on = (day: string) => vi.setSystemTime(new Date(`${day}T12:00:00Z`));

/** Makes a record; answers its key. */
export async function create(resource: Resource, body: object): Promise<string> {
  const parsed = parseNew(resource, body);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const context = { author, changeReason: { cause: null, reason: null }, batchId: null };
  return (await withWriteTransaction((tx) => createRow(tx, resource, parsed.data, context))).key;
}

/** A record in its newest version, to be changed. */
export async function newest(resource: Resource, key: string) {
  const stored = await storeOf(resource).find(db(), key);
  return { resource, key, version: stored?.version ?? 0 };
}

/** Corrects a record. */
export async function change(resource: Resource, key: string, changes: object): Promise<void> {
  const target = await newest(resource, key);
  await withWriteTransaction((tx) => changeRow(tx, target, changes as never, why, author));
}

/** Retracts a figure. */
export async function retract(key: string): Promise<void> {
  const target = await newest("figures", key);
  await withWriteTransaction((tx) => retractRow(tx, target, { cause: null, reason: "Never said" }, author));
}
