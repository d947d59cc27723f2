import "server-only";
import { isoDay } from "@/lib/dates/edtf";
import { siteAddress } from "@/lib/env";

/** An address of the site (path and query) as it is written elsewhere. */
export function absoluteAddress(path: string): string {
  return new URL(path, siteAddress()).href;
}

/** What is drawn into what leaves the site: its address, and the day of today in UTC (yyyy-mm-dd). */
export function readOrigin(): { readonly site: string; readonly today: string } {
  return { site: siteAddress(), today: isoDay(new Date()) };
}
