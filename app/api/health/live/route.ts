/** Answers while the site runs, whatever its database does: who gets no answer starts it again. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { "Cache-Control": "no-store" } });
}
