/** A cause is told at most once in this time, in milliseconds. */
const PAUSE_MS = 1000;
const LONGEST_LINE = 500;
/** Causes that are remembered at most. */
const MOST_CAUSES = 100;

const told = new Map<string, { readonly at: number; left: number }>();

/** One line in the log, at most one a second for each cause; the next one says how many were left out. */
export function logOnce(cause: string, details: string): void {
  const now = performance.now();
  const last = told.get(cause);
  if (last !== undefined && now - last.at < PAUSE_MS) {
    last.left += 1;
    return;
  }
  if (told.size >= MOST_CAUSES) told.clear();
  told.set(cause, { at: now, left: 0 });
  const more = last !== undefined && last.left > 0 ? ` (and ${last.left} more like it)` : "";
  console.error(JSON.stringify(`${cause}${more}: ${details}`.slice(0, LONGEST_LINE)).slice(1, -1));
}
