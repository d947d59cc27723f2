// The app in a thread of its own, so that rendering a page never keeps the proxy from answering: Next behind a socket.
import { createServer } from "node:http";
import { format } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import next from "next";
import { register } from "tsx/esm/api";

// As in lean.ts, for this thread.
process.setSourceMapsEnabled(false);
const { socketPath, internalSecret } = workerData;
// Read by lib/http/internal-header.ts, which is built into the app.
globalThis.footnoteInternalSecret = internalSecret;
// In a thread, nothing translates TypeScript unless it is told to.
const unregister = register();
const { tellingScopes } = await import("../lib/http/scope-trailer.ts");
const { askedAsOf } = await import("../lib/http/internal-header.ts");
const { logEvent } = await import("../lib/log.ts");
await unregister();
// Read by lib/counted.ts.
globalThis.footnoteCount = (counted) => parentPort?.postMessage({ counted });
// What the framework prints, stacks in many lines among it, becomes events of the log.
for (const [name, level] of Object.entries({ error: "error", warn: "warn", log: "debug", info: "debug" })) {
  console[name] = (...said) => {
    const detail = format(...said);
    if (detail.trim() !== "") logEvent(level, "The framework said", { detail });
  };
}
const app = next({ dev: false });
const handle = app.getRequestHandler();
await app.prepare();

// How long a connection may last is the proxy's to say.
const limits = { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 };
/** What is asked for as of a publication version may come from a replica. `footnoteReadingAsOf` is left here by instrumentation.ts. */
function answer(request, response) {
  const version = askedAsOf(request.headers);
  if (version === null) void handle(request, response);
  else void globalThis.footnoteReadingAsOf(version, () => handle(request, response));
}
const server = createServer(limits, tellingScopes(answer));
server.once("error", (error) => {
  logEvent("error", "The app cannot listen", { detail: error.message });
  process.exit(1);
});
server.listen(socketPath, () => parentPort?.postMessage({ ready: true }));

parentPort?.once("message", async () => {
  // Left here by instrumentation.ts, too.
  await globalThis.footnoteClose?.();
  process.exit();
});
