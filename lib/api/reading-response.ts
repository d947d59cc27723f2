import "server-only";
import type { BesideReading } from "@/lib/api/read-beside";
import { spanText } from "@/lib/dates/date-text";

/** What was read, as the API says it: figures in order of place, units and times as text. `cut` tells that there were too many. */
export function readingResponse({ paragraphs, sentences, candidates, isCut }: BesideReading) {
  return {
    cut: isCut,
    paragraphs: paragraphs.map(({ start, end }) => ({ start, end })),
    sentences: sentences.map(({ start, end, paragraph }) => ({ start, end, paragraph })),
    candidates: candidates.map(({ unit, period, multiplier, ...rest }) => ({
      ...rest,
      digits: multiplier === null ? rest.digits : `${rest.digits} ${multiplier}`,
      unit: unit === null ? null : unit.text,
      unitKind: unit === null ? null : unit.kind,
      currency: unit?.kind === "currency" ? unit.text : null,
      period: period?.kind === "during" ? spanText(period.start, period.end) : null,
      asOf: period?.kind === "as_of" ? spanText(period.start, period.end) : null,
    })),
  };
}
