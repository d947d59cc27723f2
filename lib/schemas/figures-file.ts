import { z } from "zod";
import type { SearchParams } from "@/lib/schemas/view";

const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === "string" ? [value] : value))
  .transform((values) => values.flatMap((value) => value.split(",")).filter((value) => value !== ""))
  .pipe(z.array(z.string().max(200)).max(500, "ask for at most 500"));

/** What a download may ask for: figures by key, or those of a metric (with regions), a region or a source. Unknown parameters are refused. */
export const figuresFileQuery = z.strictObject({
  id: list,
  metric: z.string().max(200).optional(),
  region: list,
  source: z.string().max(200).optional(),
});

/** Reads the query of a download; the error names the parameter. */
export function parseFiguresFile(params: SearchParams) {
  return figuresFileQuery.safeParse(params);
}
