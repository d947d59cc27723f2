import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { claimDueLink, findLinkedSource, recordLinkCheck } from "@/lib/data/commands/link-check";
import { env } from "@/lib/env";
import { type Allowed, fetchPage } from "@/lib/jobs/fetch-page";
import { logEvent } from "@/lib/log";
import { findingOf, type LinkFinding } from "@/lib/reading/article/link-finding";
import { DomainError } from "@/lib/schemas/domain-error";

const HOUR_MS = 3_600_000;
/** How often it is looked whether it is night, and how long between two pages: no server is asked oftener. */
const LOOK_MS = 600_000;
const BETWEEN_MS = 2000;
const NIGHT = { from: 1, until: 5 };
/** A page is looked at once in a night. */
const DUE_MS = 20 * HOUR_MS;

/** Whether this site may look at addresses: it contacts nobody unless it is told to. */
export function mayCheckLinks(): boolean {
  return env().LINK_CHECKS !== "off";
}

/** Looks at the address of a source for an editor; null when there is no such source in use. Refused (409) where the site contacts nobody. */
export async function checkLinkOnRequest(slug: string): Promise<LinkFinding | null> {
  if (mayCheckLinks()) return checkLink(slug);
  throw new DomainError(
    409,
    "links_off",
    "This site contacts nobody: set LINK_CHECKS=request in .env and start it anew",
  );
}

/** Looks at the address of a source and writes down what is there; null when there is no such source in use. */
export async function checkLink(slug: string, allowed: Allowed = {}): Promise<LinkFinding | null> {
  const source = await findLinkedSource(slug);
  if (source === null) return null;
  const finding = findingOf(source.url, await fetchPage(source.url, allowed), source.phrases);
  await recordLinkCheck(source, finding, new Date());
  return finding;
}

/** Looks at all addresses that were not looked at since a moment, one after another, as long as `goesOn` says so; how many. */
export async function checkDueLinks(
  before: Date,
  goesOn: () => boolean,
  allowed: Allowed = {},
  betweenMs = BETWEEN_MS,
): Promise<number> {
  let count = 0;
  while (goesOn()) {
    const slug = await claimDueLink(before, new Date());
    if (slug === null) break;
    await checkLink(slug, allowed);
    count += 1;
    await pause(betweenMs, undefined, { ref: false });
  }
  return count;
}

/** Looks at the addresses of sources every night (between 1 and 5 by the clock of this machine), as long as the process runs. */
export function checkLinksNightly(): void {
  const isNight = () => {
    const hour = new Date().getHours();
    return hour >= NIGHT.from && hour < NIGHT.until;
  };
  let isLooking = false;
  const look = async () => {
    if (isLooking || !isNight()) return;
    isLooking = true;
    try {
      await checkDueLinks(new Date(Date.now() - DUE_MS), isNight);
    } catch (error) {
      logEvent("error", "Addresses of sources could not be looked at", { detail: error });
    } finally {
      isLooking = false;
    }
  };
  setInterval(() => void look(), LOOK_MS).unref();
}
