/** Once, when the server begins: what is done by night is begun, and while there is no account it says where to make the first. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { parentPort, workerData } = await import("node:worker_threads");
  const { db } = await import("@/lib/data/db/client");
  const { readingAsOf } = await import("@/lib/data/db/replica");
  const shared = globalThis as { footnoteClose?: () => Promise<void>; footnoteReadingAsOf?: typeof readingAsOf };
  shared.footnoteClose = () => db().$disconnect();
  shared.footnoteReadingAsOf = readingAsOf;
  // Of several processes one does what follows (server/workers.ts).
  if (workerData?.isFirst === false) return;
  const { env } = await import("@/lib/env");
  if (env().LINK_CHECKS === "nightly") (await import("@/lib/jobs/link-checks")).checkLinksNightly();
  const { setupLink } = await import("@/lib/auth/accounts/setup-link");
  const path = await setupLink();
  if (path === null) return;
  // Behind the proxy, server/serve.ts prints it, since it knows the port.
  if (process.env.NODE_ENV === "production") parentPort?.postMessage({ firstRun: path });
  else console.log(`No account yet: make the first one at http://localhost:${process.env.PORT ?? 3000}${path}`);
}
