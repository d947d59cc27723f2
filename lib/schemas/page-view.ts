import { z } from "zod";
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

/** Which part of a region an address asks for: all of it (null), or one page of a topic. */
export function parseRegionView(params: SearchParams): { readonly topic: string | null; readonly page: number } {
  const topic = z.string().max(200).nullable().catch(null).parse(firstValue(params, "topic"));
  return { topic, page: parsePage(params) };
}
