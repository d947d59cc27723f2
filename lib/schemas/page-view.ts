import { z } from "zod";
import { firstValue, type SearchParams } from "@/lib/schemas/view";

/** The page of a list that an address asks for, from 1; nonsense is the first. */
export function parsePage(params: SearchParams): number {
  const asked = z.coerce.number().int().min(1).max(100_000);
  return asked.catch(1).parse(firstValue(params, "page") ?? 1);
}

/** Which part of a region an address asks for: all of it (null), or one page of a topic. */
export function parseRegionView(params: SearchParams): { readonly topic: string | null; readonly page: number } {
  const topic = z.string().max(200).nullable().catch(null).parse(firstValue(params, "topic"));
  return { topic, page: parsePage(params) };
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
