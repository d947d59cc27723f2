import type { RequestListener, ServerResponse } from "node:http";
import inject from "light-my-request";
import { errorBody } from "@/lib/http/answers";

/** What programs ask; everything else is a page. */
const API = /^\/api(?:[/?]|$)/;

/** Why the front does not give a request to the app, or does not give its answer back. The message names the cause and the cure. */
export interface FrontRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether an address is one of the interface, where errors have one shape. */
export function isApi(address: string): boolean {
  return API.test(address);
}

/** Begins the answer to a refused request: in the shape of errors to whoever asks the interface, else as a line of text. It is not ended. */
export function beginRefusal(response: ServerResponse, address: string, refusal: FrontRefusal): void {
  const { status, code, message, headers } = refusal;
  const [type, text] = isApi(address)
    ? ["application/json", JSON.stringify(errorBody(code, message))]
    : ["text/plain; charset=utf-8", `${message}\n`];
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...headers,
  });
  response.write(text);
}

/** 405 with the methods that the app offers at an address; 404 where it has none. */
export async function refuseMethod(handle: RequestListener, url: string): Promise<FrontRefusal> {
  const { headers } = await inject(handle, { method: "OPTIONS", url, headers: { host: "localhost" } });
  if (headers.allow === undefined) return NOTHING_HERE;
  const allow = String(headers.allow);
  return { status: 405, code: "not_offered", message: `This address offers ${allow}.`, headers: { allow } };
}

export const NOTHING_HERE: FrontRefusal = {
  status: 404,
  code: "not_found",
  message: "There is nothing here: check the address.",
};
