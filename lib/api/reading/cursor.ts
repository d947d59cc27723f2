import "server-only";
import { z } from "zod";
import { DomainError } from "@/lib/schemas/domain-error";

/** Writes where a list goes on as text without a meaning for whoever reads it. */
export function writeCursor(list: string, place: unknown): string {
  return Buffer.from(JSON.stringify([list, place])).toString("base64url");
}

/** Reads where a list goes on; refuses (400) what this list has not given. */
export function readCursor<Schema extends z.ZodType>(list: string, text: string, place: Schema): z.output<Schema> {
  const result = z.tuple([z.literal(list), place]).safeParse(parsed(Buffer.from(text, "base64url").toString()));
  if (result.success) return result.data[1] as z.output<Schema>;
  const message = "This cursor does not belong here: take it from `next` of the answer before, with the same list.";
  throw new DomainError(400, "bad_cursor", message, {
    issues: [{ path: "cursor", code: "bad_cursor", message }],
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An internal key, as cursors have it. */
export const keyPlace = z.int().min(1).max(2_147_483_647);
