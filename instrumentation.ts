/** Once, when the server begins: while there is no account, says where to make the first. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { parentPort } = await import("node:worker_threads");
  const { db } = await import("@/lib/data/client");
  const shared = globalThis as { footnoteClose?: () => Promise<void> };
  shared.footnoteClose = () => db().$disconnect();
  const { firstRunPath } = await import("@/lib/auth/first-run");
  const path = await firstRunPath();
  if (path === null) return;
  // Behind the front, scripts/serve.ts prints it, since it knows the port.
  if (process.env.NODE_ENV === "production") parentPort?.postMessage({ firstRun: path });
  else console.log(`No account yet: make the first one at http://localhost:${process.env.PORT ?? 3000}${path}`);
}
