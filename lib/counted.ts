/** What the app counts for the metrics of the site, which the proxy keeps (server/metrics.ts). */
export type CountedEvent =
  | { readonly name: "import"; readonly outcome: string }
  | { readonly name: "database-error"; readonly kind: string };

// Set where the app runs behind the proxy (server/next-worker.mjs).
const shared = globalThis as { footnoteCount?: (event: CountedEvent) => void };

/** Counts an event; does nothing where nobody keeps metrics. */
export function countEvent(event: CountedEvent): void {
  shared.footnoteCount?.(event);
}
