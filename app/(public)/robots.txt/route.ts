import { absoluteAddress } from "@/lib/data/public/origin";
import { paths } from "@/lib/paths";
import { noteReads } from "@/lib/publication/reads";

// With the address of the site, and what is recorded, as they are when it is asked for.
export const dynamic = "force-dynamic";

/** What is of editors alone (a test compares it with who may do what). */
const CLOSED = [
  "/admin",
  "/login",
  "/setup",
  "/invite/",
  "/api/auth/",
  "/api/v1/backups",
  "/api/v1/charts/preview",
  "/api/v1/choices/",
  "/api/v1/edit-links",
  "/api/v1/figures/find",
  "/api/v1/figures/likely",
  "/api/v1/imports",
  "/api/v1/invitations",
  "/api/v1/people",
  "/api/v1/read",
  "/api/v1/tokens",
] as const;

/** Programs may read everything that readers may (RFC 9309). What is not to be found by itself says so in its page. */
export function GET(): Response {
  noteReads([]);
  const lines = [
    "User-agent: *",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "Allow: /",
    "",
    `Sitemap: ${absoluteAddress(paths.sitemap())}`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
