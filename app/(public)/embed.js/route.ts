import { EMBED_SCRIPT } from "@/components/embed/embed-script";

export const dynamic = "force-static";

/** The script that gives an embed the height of what it shows, on both sides of the frame. */
export function GET(): Response {
  return new Response(EMBED_SCRIPT, { headers: { "content-type": "text/javascript; charset=utf-8" } });
}
