import { BODY_BYTES } from "@/lib/schemas/body-limits";
import { DomainError } from "@/lib/schemas/domain-error";

/** What a body says, and the text in which it says it. */
export interface JsonBody {
  readonly value: unknown;
  readonly text: string;
}

/**
 * Reads a JSON body: 415 for another type or a compressed body, 413 as soon as it is too long, 400 for what is no JSON, is no
 * UTF-8, holds a NUL, or names a key twice. An empty body is `whenEmpty`, or 400 without one.
 */
export async function readJson(
  request: Request,
  { mostBytes = BODY_BYTES.json, whenEmpty }: { readonly mostBytes?: number; readonly whenEmpty?: unknown } = {},
): Promise<JsonBody> {
  const bytes = await readBytes(request, mostBytes);
  if (bytes.length === 0 && whenEmpty !== undefined) return { value: whenEmpty, text: "" };
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(request.headers.get("content-type") ?? "")) {
    throw new DomainError(415, "not_json", "Send JSON, with Content-Type: application/json.");
  }
  const text = decode(bytes);
  return { value: parse(text), text };
}

/** Reads a body of at most so many bytes: 415 for a compressed one, 413 as soon as it is longer, without reading on; 400 where it breaks off. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  if ((request.headers.get("content-encoding") ?? "identity") !== "identity") {
    throw new DomainError(415, "compressed", "Send the body as it is, without Content-Encoding.");
  }
  const tooLong = () =>
    new DomainError(413, "too_long", `At most ${most.toLocaleString("en-GB")} bytes can be sent at once.`, {
      headers: { connection: "close" },
    });
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLong();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  const next = () =>
    reader.read().catch(() => {
      throw new DomainError(400, "broken_off", "The body broke off before its end: send it again.");
    });
  for (let chunk = await next(); !chunk.done; chunk = await next()) {
    length += chunk.value.length;
    if (length > most) {
      // Not awaited: what is still under way is nobody's concern any more.
      void reader.cancel();
      throw tooLong();
    }
    chunks.push(chunk.value);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError(400, "not_utf8", "The body is not UTF-8: send it in that encoding.");
  }
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DomainError(400, "bad_json", "The body is not JSON: check its quotes, commas and brackets.");
  }
  const fault = faultOf(text);
  if (fault !== null) throw new DomainError(400, fault.code, fault.message);
  return value;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}:]/g;

/** What JSON.parse lets pass in JSON text: a key named twice, a NUL in a string. */
function faultOf(text: string): { readonly code: string; readonly message: string } | null {
  const open: Set<string>[] = [];
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (token === ":") {
      const key = String(JSON.parse(last));
      const keys = open.at(-1);
      if (keys?.has(key)) return { code: "key_twice", message: `“${key.slice(0, 60)}” is named twice: name it once.` };
      keys?.add(key);
    } else if (token.includes("\\u0000") && String(JSON.parse(token)).includes("\0")) {
      return { code: "nul", message: "A text holds the NUL character: take it away." };
    }
    last = token;
  }
  return null;
}
