import { llmsText } from "@/components/method/llms-text";
import { absoluteAddress } from "@/lib/data/public/origin";
import { noteReads } from "@/lib/publication/reads";

// With the address of the site, and what is recorded, as they are when it is asked for.
export const dynamic = "force-dynamic";

/** What the site is, for programs that read for people. */
export function GET(): Response {
  noteReads([]);
  return new Response(llmsText(absoluteAddress), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
