import { publicationVersion } from "@/lib/data/version";

/** Answers once the database has answered. */
export async function GET(): Promise<Response> {
  await publicationVersion();
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
