import { routeAt } from "@/tests/setup/data/app-routes";

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
  return apiBy(who, "http://localhost", async (request, method, path) => {
    const { module, params } = await routeAt(new URL(request.url).pathname);
    if (!(method in module)) throw new Error(`${path} does not offer ${method}`);
    return module[method](request, { params: Promise.resolve(params) });
  });
}

/** A way to ask a running site as somebody. */
export function apiAt(site: string, who: Readonly<Record<string, string>>) {
  return apiBy(who, site, (request) => fetch(request));
}

function apiBy(
  who: Readonly<Record<string, string>>,
  site: string,
  answer: (request: Request, method: string, path: string) => Promise<Response>,
) {
  return async (method: string, path: string, sending: Sending = {}): Promise<Answer> => {
    const { body, raw, version, attempt, headers } = sending;
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(`${site}/api/v1/${path}`, {
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
    const response = await answer(request, method, path);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
  };
}
