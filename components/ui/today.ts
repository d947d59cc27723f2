import { utcDay } from "@/lib/dates/edtf";

/** Today in UTC as yyyymmdd. What is made with it holds for the day: pages are made anew on the next (server/pages/page-cache.ts). */
export function today(): number {
  return utcDay(new Date());
}
