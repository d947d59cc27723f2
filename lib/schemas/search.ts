import { firstValue, type SearchParams } from "@/lib/schemas/view";

/** The text that a search asks for: trimmed, composed (NFC), at most 200 characters; "" when there is none. */
export function parseSearch(params: SearchParams): string {
  return (firstValue(params, "q") ?? "").normalize("NFC").replace(/\s+/gu, " ").slice(0, 200);
}
