import type { SavedRecord } from "@/components/admin/saving/send";

/** A record by its name or title, else its key. */
export function recordName({ name, title, key }: SavedRecord): string {
  return [name, title].find((text) => typeof text === "string") ?? key;
}
