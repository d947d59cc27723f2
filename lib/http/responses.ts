import { PROBLEM_JSON, problemOf } from "@/lib/http/problem";
import type { ErrorParts } from "@/lib/schemas/domain-error";

type FileContent = string | AsyncGenerator<string | Uint8Array>;

/**
 * A file to keep: its name is plain ASCII (RFC 6266), the type of a text says its character set. Parts are asked for one by one as they are
 * sent; a reader who leaves ends them, and one that fails breaks the answer off, so that half a file never looks like a whole one.
 */
export function fileResponse(
  content: FileContent,
  name: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const safe = name.replace(/[^A-Za-z0-9._-]/g, "-");
  return new Response(typeof content === "string" ? content : streamOf(content), {
    headers: {
      "content-type": BINARY.test(type) ? type : `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${safe}"`,
      ...headers,
    },
  });
}

/** Types of files that are no text. */
const BINARY = /^application\/(?:zip|vnd\.(?:openxmlformats|apache))/;

/** What is sent as it is read, to be shown and not kept. */
export function streamedResponse(parts: AsyncGenerator<string>, type: string): Response {
  return new Response(streamOf(parts), { headers: { "content-type": `${type}; charset=utf-8` } });
}

function streamOf(parts: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    // Nothing is read before it is asked for: an answer without a body (HEAD) never asks.
    { highWaterMark: 0 },
  );
}

/** An error of a status (RFC 9457), with what else there is to say. */
export function errorResponse(status: number, code: string, message: string, parts: ErrorParts = {}): Response {
  const { issues, beside, headers } = parts;
  const body = { ...problemOf(status, code, message, issues), ...beside };
  return Response.json(body, {
    status,
    headers: { "content-type": PROBLEM_JSON, "cache-control": "no-store", ...headers },
  });
}

/** Something that was asked for: {"data": …}. Never kept by a cache, since what it holds depends on who asks. */
export function jsonResponse(data: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ data }, { status, headers: { "cache-control": "no-store", ...headers } });
}
