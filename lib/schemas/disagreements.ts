import { z } from "zod";
import { parsePage } from "@/lib/schemas/page-view";
import { firstValue, type SearchParams } from "@/lib/schemas/view";

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
