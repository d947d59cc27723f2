import { AsyncLocalStorage } from "node:async_hooks";
import { coarsened, type Scope } from "@/lib/publication/scopes";

/** Most members of one family that are told apart in what something was read from. */
const MOST_OF_A_FAMILY = 100;

// In the process, not in the module: the front and the app behind it are built apart.
const shared = globalThis as { footnoteReads?: AsyncLocalStorage<Set<Scope> | null> };

function recorder(): AsyncLocalStorage<Set<Scope> | null> {
  shared.footnoteReads ??= new AsyncLocalStorage();
  return shared.footnoteReads;
}

/** Does work and tells from what it was read; `scopes` is null where nothing was noted on the way. */
export async function recordingReads<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly scopes: ReadonlySet<Scope> | null }> {
  const noted = new Set<Scope>();
  const result = await recorder().run(noted, work);
  return { result, scopes: noted.size === 0 ? null : coarsened(noted, MOST_OF_A_FAMILY) };
}

/** Notes from what the work under way reads; nothing outside of such work. */
export function noteReads(scopes: Iterable<Scope>): void {
  const noted = recorder().getStore();
  if (noted) for (const scope of scopes) noted.add(scope);
}

/** Does work of whose reads only these matter to what is shown: the caller takes no more of its result. */
export function readingOnly<Result>(scopes: readonly Scope[], work: () => Promise<Result>): Promise<Result> {
  noteReads(scopes);
  return recorder().run(null, work);
}
