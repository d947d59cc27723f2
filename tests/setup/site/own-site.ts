import { copyFile } from "node:fs/promises";
import { inject } from "vitest";
import type { Role } from "@/lib/auth/person";
import { openClient } from "@/lib/data/db/client";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { copyDatabase } from "@/tests/setup/data/postgresql";
import { type RunningSite, startSite } from "./start-site";

/**
 * Starts a site for one test file or one test, on the kind of database of its project. It has an account of each role (signed-in.ts)
 * unless it is to be a `seeded` one, with none. `fill` adds to its database before.
 */
export async function startOwnSite(
  database: "seeded" | "withPeople" = "withPeople",
  settings: Readonly<Record<string, string>> = {},
  fill: (client: PrismaClient) => Promise<void> = async () => undefined,
): Promise<RunningSite> {
  const templates = inject("templates");
  const all = { FOOTNOTE_SECRET: templates.secret, ...settings };
  const postgresql = inject("postgresql") ?? null;
  if (postgresql !== null) {
    const url = await copyDatabase(postgresql, postgresql[database]);
    await fillBy(url, fill);
    return startSite(undefined, { DATABASE_URL: url, ...all });
  }
  return startSite(async (file) => {
    await copyFile(templates[database], file);
    await fillBy(`file:${file}`, fill);
  }, all);
}

async function fillBy(databaseUrl: string, fill: (client: PrismaClient) => Promise<void>): Promise<void> {
  const client = openClient(databaseUrl);
  await fill(client);
  await client.$disconnect();
}

/** Headers of a request that a page of a site would send for a person of a role. */
export function headersAt(site: string, role: Role): { cookie: string; origin: string } {
  const { name, value } = inject("templates").sessions[role];
  return { cookie: `${name}=${value}`, origin: site };
}
