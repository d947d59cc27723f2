/** A file to keep: its name is plain ASCII (RFC 6266), its type says its character set. */
export function fileAnswer(body: string, name: string, type: string): Response {
  const safe = name.replace(/[^A-Za-z0-9._-]/g, "-");
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${safe}"`,
    },
  });
}

/** The one shape of an error: {"error": {"code", "message"}}; the message names the cause and the cure. */
export function errorAnswer(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status, headers: { "cache-control": "no-store" } });
}
