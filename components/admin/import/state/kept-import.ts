import { delMany, getMany, set } from "idb-keyval";
import type { Decisions } from "@/components/admin/import/state/decisions";
import type { TableLook } from "@/lib/importing/look/table-look";

/** The steps of an import. */
export const STEPS = ["file", "table", "columns", "matches", "check", "done"] as const;
export type Step = (typeof STEPS)[number];

/** How far an import is, as the browser keeps it beside its file until it is done. */
interface Progress {
  /** Shape of what is kept, so that what an older page kept is not taken for it. */
  readonly version: 1;
  readonly decisions: Decisions;
  readonly look: TableLook | null;
  readonly step: Step;
}

const keysOf = (personId: string) => [`footnote:import:${personId}:file`, `footnote:import:${personId}`] as const;

/** What this browser keeps of a person's import; null for nothing, and where the browser keeps nothing. */
export async function keptImport(personId: string): Promise<(Progress & { readonly file: File }) | null> {
  const [file, progress] = await getMany([...keysOf(personId)]).catch(() => []);
  return file instanceof File && progress?.version === 1 ? { file, ...(progress as Progress) } : null;
}

/** Keeps the file of an import, or forgets all of it (null). Where the browser refuses, it lives as long as the page. */
export async function keepFile(personId: string, file: File | null): Promise<void> {
  const [fileKey] = keysOf(personId);
  await (file === null ? delMany([...keysOf(personId)]) : set(fileKey, file)).catch(() => undefined);
}

/** Keeps how far an import is. */
export async function keepProgress(personId: string, progress: Omit<Progress, "version">): Promise<void> {
  await set(keysOf(personId)[1], { version: 1, ...progress } satisfies Progress).catch(() => undefined);
}
