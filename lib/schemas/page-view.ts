import { z } from "zod";
import { parseEdtf } from "@/lib/dates/edtf";
import { firstValue, type SearchParams } from "@/lib/schemas/view";

/** The page of a list that an address asks for, from 1; nonsense is the first. */
export function parsePage(params: SearchParams): number {
  const asked = z.coerce.number().int().min(1).max(100_000);
  return asked.catch(1).parse(firstValue(params, "page") ?? 1);
}

/** The revision before which corrections are asked for; null for the newest, also for nonsense. */
export function parseBefore(params: SearchParams): number | null {
  return z.coerce.number().int().min(1).max(2_147_483_647).nullable().catch(null).parse(firstValue(params, "before"));
}

/** Which new figures an address asks for: of a region, a metric, a source (null: of any), those published before a revision (null: the newest). */
export interface NewFiguresQuery {
  readonly region: string | null;
  readonly metric: string | null;
  readonly source: string | null;
  readonly before: number | null;
}

/** Reads what an address asks for; nonsense asks for nothing. */
export function parseNewFigures(params: SearchParams): NewFiguresQuery {
  const key = z.string().max(200).nullable().catch(null);
  return {
    region: key.parse(firstValue(params, "region")),
    metric: key.parse(firstValue(params, "metric")),
    source: key.parse(firstValue(params, "source")),
    before: parseBefore(params),
  };
}

/** Which part of a region an address asks for: all of it (null), or one page of a topic. */
export function parseRegionView(params: SearchParams): { readonly topic: string | null; readonly page: number } {
  const topic = z.string().max(200).nullable().catch(null).parse(firstValue(params, "topic"));
  return { topic, page: parsePage(params) };
}

/** Name of the parameter by which an address asks for what was known on a day. */
export const AS_OF = "as-of";

/** What an address asks to see as it was known: a day as it was written (at most 40 characters), checked by asOfProblem; null for today. */
export function parseAsOf(params: SearchParams): string | null {
  return firstValue(params, AS_OF)?.slice(0, 40) ?? null;
}

/** Why nothing can be shown as it was known on a day, in a sentence; null where it can. `today` is yyyy-mm-dd, as the day has to be. */
export function asOfProblem(day: string, today: string): string | null {
  if (parseEdtf(day)?.precision !== "day")
    return `“${day}” is no day: write it as year, month and day, such as 2019-03-01.`;
  return day > today ? `${day} has not come yet: ask for a day up to ${today}, in UTC.` : null;
}

/** Which disagreements an address asks for: of a topic and of a region with the places below it (null: of all), and the page from 1. */
export interface DisagreementsQuery {
  readonly topic: string | null;
  readonly region: string | null;
  readonly page: number;
}

/** Reads what an address asks for; nonsense asks for nothing. */
export function parseDisagreements(params: SearchParams): DisagreementsQuery {
  const key = z.string().max(200).nullable().catch(null);
  return {
    topic: key.parse(firstValue(params, "topic")),
    region: key.parse(firstValue(params, "region")),
    page: parsePage(params),
  };
}
