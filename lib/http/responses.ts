import type { ErrorParts } from "@/lib/schemas/domain-error";
import type { InputIssue } from "@/lib/schemas/resources";

/**
 * A file to keep: its name is plain ASCII (RFC 6266), its type says its character set. Parts are asked for one by one as they are sent; a
 * reader who leaves ends them, and one that fails breaks the answer off, so that half a file never looks like a whole one.
 */
export function fileResponse(content: string | AsyncGenerator<string>, name: string, type: string): Response {
  const safe = name.replace(/[^A-Za-z0-9._-]/g, "-");
  return new Response(typeof content === "string" ? content : streamOf(content), {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${safe}"`,
    },
  });
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    // Nothing is read before it is asked for: an answer without a body (HEAD) never asks.
    { highWaterMark: 0 },
  );
}

/** The one shape of an error; the message names the cause and the cure. */
export function errorBody(code: string, message: string, issues: readonly InputIssue[] = []) {
  return { error: { code, message, ...(issues.length > 0 ? { issues } : {}) } };
}

/** An error of a status, with what else there is to say. */
export function errorResponse(status: number, code: string, message: string, parts: ErrorParts = {}): Response {
  const { issues, beside, headers } = parts;
  const body = { ...errorBody(code, message, issues), ...beside };
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}

/** Something that was asked for: {"data": …}. Never kept by a cache, since what it holds depends on who asks. */
export function jsonResponse(data: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ data }, { status, headers: { "cache-control": "no-store", ...headers } });
}
