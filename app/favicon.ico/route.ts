import { SITE_ICON } from "@/components/layout/site-icon";

export const dynamic = "force-static";

/** The icon for whoever asks by the customary name. Pages carry it inside themselves, which costs less than a request. */
export function GET(): Response {
  return new Response(SITE_ICON, { headers: { "content-type": "image/svg+xml" } });
}
