import { readDateSpan } from "@/lib/dates/date-text";
import { daysCovered } from "@/lib/dates/edtf";
import { ENUMS } from "@/lib/enums";
import type { Figure, Outlook, Wording } from "@/lib/figures/figure";
import { readNumber } from "@/lib/numbers/read-number";

/** A figure as far as it has been typed. Null parts are not typed yet, or make no sense yet. */
export interface SimilarQuestion {
  readonly metric: string;
  readonly region: string;
  readonly organisation: string | null;
  readonly value: number | null;
  /** Upper end of a range; null for anything but "between". */
  readonly valueHigh: number | null;
  /** "between" only with both ends: half a range is known from its lower end on ("at_least"). */
  readonly wording: Wording;
  readonly outlook: Outlook;
  readonly release: Figure["release"];
  readonly basis: string | null;
  /** Days (yyyymmdd) that its time covers. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** Reads what is asked for while a figure is typed; null until there is a metric and a region. Never refuses. */
export function parseSimilar(parameters: URLSearchParams): SimilarQuestion | null {
  const read = (name: string) => parameters.get(name)?.trim().slice(0, 200) || null;
  const [metric, region] = [read("metric"), read("region")];
  if (metric === null || region === null) return null;
  const wording = ENUMS.Wording.find((wording) => wording === read("wording")) ?? "exactly";
  const [value, high] = [numberOf(read("value") ?? ""), numberOf(read("valueHigh") ?? "")];
  const valueHigh = wording === "between" && value !== null && high !== null && high > value ? high : null;
  return {
    metric,
    region,
    organisation: read("organisation"),
    value,
    valueHigh,
    wording: wording === "between" && valueHigh === null ? "at_least" : wording,
    outlook: read("outlook") === "target" ? "target" : "outcome",
    release: ENUMS.Release.find((release) => release === read("release")) ?? null,
    basis: read("basis"),
    ...daysOf(read("period") ?? "", read("asOf") ?? ""),
  };
}

function numberOf(text: string): number | null {
  const [plain, typed] = [readNumber(text, "plain"), readNumber(text)];
  return plain.ok ? Number(plain.digits) : typed.ok ? Number(typed.digits) : null;
}

function daysOf(period: string, asOf: string) {
  const [span, moment] = [readDateSpan(period), readDateSpan(asOf)];
  return daysCovered(span.ok ? span.start : null, span.ok ? span.end : null, moment.ok ? moment.start : null);
}
