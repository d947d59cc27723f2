import type { SavedRecord } from "@/components/admin/saving/send";

/** A record by its name or title; a figure by its metric and region; else its key. */
export function recordName({ name, title, labels, key }: SavedRecord): string {
  const named = [name, title].find((text) => typeof text === "string");
  const { metric, region } = (labels ?? {}) as Readonly<Record<string, string | undefined>>;
  return named ?? (metric === undefined ? key : `${metric}, ${region}`);
}
