import * as citationFile from "@/app/api/v1/[noun]/[key]/[file]/route";
import * as history from "@/app/api/v1/[noun]/[key]/history/route";
import * as restore from "@/app/api/v1/[noun]/[key]/restore/route";
import * as record from "@/app/api/v1/[noun]/[key]/route";
import * as order from "@/app/api/v1/[noun]/order/route";
import * as records from "@/app/api/v1/[noun]/route";
import * as choices from "@/app/api/v1/choices/[noun]/route";
import * as figuresBulk from "@/app/api/v1/figures/bulk/route";
import * as figuresLikely from "@/app/api/v1/figures/likely/route";
import * as metricsBulk from "@/app/api/v1/metrics/bulk/route";
import * as readAddress from "@/app/api/v1/read/address/route";
import * as readMetrics from "@/app/api/v1/read/metrics/route";
import * as readRecords from "@/app/api/v1/read/records/route";
import * as read from "@/app/api/v1/read/route";

type Handlers = Readonly<Record<string, unknown>>;
type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** Route files by the shape of the address, the more exact first, as the framework chooses them. */
const ROUTES: readonly (readonly [RegExp, Handlers])[] = [
  [/^figures\/bulk$/, figuresBulk],
  [/^metrics\/bulk$/, metricsBulk],
  [/^figures\/likely$/, figuresLikely],
  [/^read$/, read],
  [/^read\/address$/, readAddress],
  [/^read\/metrics$/, readMetrics],
  [/^read\/records$/, readRecords],
  [/^choices\/(?<noun>[^/]+)$/, choices],
  [/^(?<noun>[^/]+)\/order$/, order],
  [/^(?<noun>[^/]+)$/, records],
  [/^(?<noun>[^/]+)\/(?<key>[^/]+)$/, record],
  [/^(?<noun>[^/]+)\/(?<key>[^/]+)\/history$/, history],
  [/^(?<noun>[^/]+)\/(?<key>[^/]+)\/restore$/, restore],
  [/^(?<noun>[^/]+)\/(?<key>[^/]+)\/(?<file>citation\.[^/]+)$/, citationFile],
];

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly body: any;
}

export interface Sending {
  readonly body?: unknown;
  /** Sent as it is, in place of a body made JSON. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly version?: number | string;
  readonly attempt?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A way to ask the handlers of /api/v1 as somebody, without a server in between. */
export function apiAs(who: Readonly<Record<string, string>>) {
  return async (method: string, path: string, sending: Sending = {}): Promise<Answer> => {
    const { body, raw, version, attempt, headers } = sending;
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(`http://localhost/api/v1/${path}`, {
      method,
      headers: {
        ...who,
        ...(payload === undefined ? {} : { "content-type": "application/json" }),
        ...(version === undefined ? {} : { "if-match": typeof version === "number" ? `"${version}"` : version }),
        ...(attempt === undefined ? {} : { "idempotency-key": attempt }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    for (const [shape, handlers] of ROUTES) {
      const match = shape.exec(path.split("?")[0] ?? "");
      if (!match) continue;
      const params = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
      const response = await (handlers[method] as Handler)(request, { params: Promise.resolve(params) });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
    }
    throw new Error(`No route for ${path}`);
  };
}
