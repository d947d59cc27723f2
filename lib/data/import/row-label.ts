import "server-only";
import type { Match } from "@/lib/data/import/matches";
import type { FigureContent } from "@/lib/figures/figure-fields";
import type { Evaluation } from "@/lib/importing/evaluate-row";
import type { RowReading } from "@/lib/importing/read-row";

/** What a figure that is written is marked with, as readers see it; "" for nothing. */
export function marksOf(judgement: Evaluation): string {
  if (judgement.fate !== "added" && judgement.fate !== "changed") return "";
  const { outlook, flags } = judgement.content;
  return [outlook === "target" ? "a target" : "", flags === null ? "" : `marked ${flags}`].filter(Boolean).join(", ");
}

/** Metric, region, period and value, as they would be stored where that is known. */
export function labelOf(reading: RowReading, judgement: Evaluation, match: Match): string {
  if (judgement.fate === "added" || judgement.fate === "changed") return labelOfContent(judgement.content);
  if (match !== null && match !== "several") return labelOfContent(match.content);
  const value = reading.parts.value as { readonly digits: string } | undefined;
  return [reading.metric, reading.region, reading.parts.period, value?.digits].filter(Boolean).join(", ");
}

function labelOfContent({
  metric,
  region,
  organisation,
  period,
  asOf,
  wording,
  value,
  valueHigh,
}: FigureContent): string {
  const number = valueHigh === null ? value : `${value} and ${valueHigh}`;
  const words = wording === "exactly" ? "" : `${wording.replaceAll("_", " ")} `;
  return [metric, region, organisation, period ?? asOf, `${words}${number}`].filter(Boolean).join(", ");
}
