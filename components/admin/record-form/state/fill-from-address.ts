import type { FormValues } from "@/components/admin/record-form/state/values";
import { SOURCE_KINDS } from "@/components/ui/labels";
import { type AddressReading, type KnownSource, readSourceAddress } from "@/lib/reading/article/source-address";

/** From so many characters at once on, an address was pasted and not typed. */
const PASTED = 8;

/** Texts of a source that an address may tell. */
const TOLD = ["title", "publisher", "published", "archiveUrl", "archivedAt"] as const;

/**
 * The form of a source with a new address and what that tells. What the person wrote stays; what an address filled in before
 * follows the new one. An address is cleaned only where it was pasted whole, never under the fingers of a person who types it.
 * `knownBefore` are the sources that were known when it was filled in last, where more are known by now.
 */
export function withAddress(
  values: FormValues,
  typed: string,
  known: readonly KnownSource[],
  knownBefore: readonly KnownSource[] = known,
): FormValues {
  const last = textOf(values, "url");
  const before = readSourceAddress(last, knownBefore);
  const after = readSourceAddress(typed, known);
  const isPasted = typed.length - last.length >= PASTED;
  if (after === null) return { ...values, url: typed };
  const told = Object.fromEntries(TOLD.map((name) => [name, filled(values, name, before, after)]));
  const kind = after.kind !== null && after.kind in SOURCE_KINDS ? after.kind : values.kind;
  return {
    ...values,
    ...told,
    url: isPasted ? after.url : typed,
    kind: isUnchanged(values.kind, before?.kind, "news") ? (kind ?? null) : (values.kind ?? null),
    language: isUnchanged(values.language, before?.language, "en")
      ? (after.language ?? values.language ?? null)
      : (values.language ?? null),
  };
}

function filled(values: FormValues, name: (typeof TOLD)[number], before: AddressReading | null, after: AddressReading) {
  const text = textOf(values, name);
  return text === "" || text === before?.[name] ? (after[name] ?? "") : text;
}

/** Whether a choice is still what the form began with or what the last address told. */
function isUnchanged(value: unknown, told: string | null | undefined, initial: string): boolean {
  return value === initial || value === told || value === "";
}

function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : "";
}
