import { copyFile } from "node:fs/promises";
import { inject } from "vitest";
import type { Role } from "@/lib/auth/person";
import { type RunningSite, startSite } from "./start-site";

/** Starts a site for one test file or one test. It has an account of each role (signed-in.ts) unless it is to be a `seeded` one, with none. */
export function startOwnSite(
  database: "seeded" | "withPeople" = "withPeople",
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningSite> {
  const templates = inject("templates");
  return startSite((file) => copyFile(templates[database], file), { FOOTNOTE_SECRET: templates.secret, ...settings });
}

/** Headers of a request that a page of a site would send for a person of a role. */
export function headersAt(site: string, role: Role): { cookie: string; origin: string } {
  const { name, value } = inject("templates").sessions[role];
  return { cookie: `${name}=${value}`, origin: site };
}
