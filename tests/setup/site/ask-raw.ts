import { type IncomingHttpHeaders, request as open } from "node:http";

/** After how long without a byte a request is given up, in milliseconds: a test that waits for ever does not say for what. */
const SILENT_MS = 60_000;

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly body: string;
}

/** Asks a site with an address and headers just as they are given: nothing is put right on the way. */
export function askRaw(
  site: string,
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? headers : { "content-length": String(Buffer.byteLength(body)), ...headers };
    const request = open({ hostname, port, path, method, headers: sent, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, body: bytes.toString() });
      });
    });
    request.on("error", reject);
    request.setTimeout(SILENT_MS, () => request.destroy(new Error(`${method} ${path} was not answered`)));
    request.end(body);
  });
}
