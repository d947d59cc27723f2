import type { TestProject } from "vitest/node";
import type { Role } from "@/lib/auth/person";
import { makePeople, type SessionCookie, signInEach } from "./signed-in";
import { startSite } from "./start-site";

declare module "vitest" {
  interface ProvidedContext {
    site: string;
    sessions: Readonly<Record<Role, SessionCookie>>;
  }
}

/** Starts the built site with an account of each role; tells the tests its address and a session of each. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await startSite(makePeople);
  project.provide("site", site.address);
  project.provide("sessions", await signInEach(site.address));
  return site.stop;
}
