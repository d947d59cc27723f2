import { AsyncLocalStorage } from "node:async_hooks";
import { coarsened, type Scope } from "@/lib/publication/scopes";

/** Most members of one family that are told apart in what something was read from: the figures of a page, above all. */
const MOST_OF_A_FAMILY = 700;

/** What was noted so far; null before anything was, be it that nothing of the database is shown. */
interface Notes {
  scopes: Set<Scope> | null;
}

// In the process, not in the module: the server and the app within it are built apart.
const shared = globalThis as { footnoteReads?: AsyncLocalStorage<Notes | null> };

function recorder(): AsyncLocalStorage<Notes | null> {
  shared.footnoteReads ??= new AsyncLocalStorage();
  return shared.footnoteReads;
}

/** Begins work; `scopes` tells from what it has read until then, null where it has noted nothing. */
export function recorded<Result>(work: () => Result): {
  readonly result: Result;
  readonly scopes: () => ReadonlySet<Scope> | null;
} {
  const notes: Notes = { scopes: null };
  const result = recorder().run(notes, work);
  return { result, scopes: () => notes.scopes && coarsened(notes.scopes, MOST_OF_A_FAMILY) };
}

/** Notes what the work under way reads, which may be nothing; does nothing outside of such work. */
export function noteReads(scopes: Iterable<Scope>): void {
  const notes = recorder().getStore();
  if (!notes) return;
  notes.scopes ??= new Set();
  for (const scope of scopes) notes.scopes.add(scope);
}

/** Does work of whose reads only these matter to what is shown: the caller takes no more of its result. */
export function readingOnly<Result>(scopes: readonly Scope[], work: () => Result): Result {
  noteReads(scopes);
  return recorder().run(null, work);
}
