/** Once, when the server begins: while there is no account, says where to make the first. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { firstRunPath } = await import("@/lib/auth/first-run");
  const path = await firstRunPath();
  const shared = globalThis as { footnoteFirstRun?: string | null };
  shared.footnoteFirstRun = path;
  // Behind the front, scripts/serve.ts prints it, since it knows the port.
  if (path !== null && process.env.NODE_ENV !== "production") {
    console.log(`No account yet: make the first one at http://localhost:${process.env.PORT ?? 3000}${path}`);
  }
}
