import type { ChartSpec } from "@/lib/figures/figure";

/** The day as of which a chart's figures are known, yyyy-mm-dd, as its file is asked for; null for today. */
export function chartDay({ file }: Pick<ChartSpec, "file">): string | null {
  const day = file?.["as-of"];
  return typeof day === "string" ? day : null;
}
