import type { MetricRef } from "@/lib/figures/figure";
import type { Unit } from "@/lib/reading/candidate";
import { headsOf } from "@/lib/reading/chinese/meanings";
import { stems } from "@/lib/reading/english/stems";
import { countsAs } from "@/lib/reading/quantities/noun-units";

/** What a source says that a number counts. */
export interface Counted {
  readonly unit: Unit | null;
  /** What it is counted by ("day", "10,000 people"); null without one. */
  readonly per: string | null;
  /** What a percentage is of; null without one. */
  readonly whole: string | null;
  /** Whether the number is by how much something rose or fell; null where it is a level. */
  readonly change: "up" | "down" | null;
}

/** What tells how a metric measures. */
export type Measure = Pick<MetricRef, "name" | "unit" | "counted" | "kind"> & { readonly definition: string };

/**
 * How what a source counts stands to a metric. "same": unit and noun are the metric's. "unsaid": the source names no unit beside
 * the number. "doubtful": another noun, or a change under a level; it may mean the same, which a person has to say. "clash": it
 * cannot be the same (percent and companies, yuan and dollars, a fall under a level).
 */
export type UnitFit = "same" | "unsaid" | "doubtful" | "clash";

const CHANGE_NAME =
  /^(?:(?:annual|yearly|monthly|quarterly|real|nominal|year-on-year|net) )*(?:growth|change|increase|decrease|rise|fall|decline)\b|增长|增速|增幅|变化/i;
const CHANGE_END = /\b(?:growth|inflation)(?: rate)?$/i;
const NO_CHANGE = /\b(?:contribution|share|part|role)\b.*\bgrowth\b/i;
const CHANGE_TOLD = /\b(?:growth|change|increase|decrease|rise|fall|decline|inflation)\b/i;
/** Units that are measured and not counted: one is never another. */
const MEASURED =
  /(?:^|[\s/])(?:(?:kilo|centi|milli)?met(?:re|er)s?|miles?|hectares?|acres?|tonn?es?|tons?|kg|lit(?:re|er)s?|barrels?|(?:kilo|mega|giga|tera|peta|exa)?(?:watts?|watt-hours?|bytes?|bits?|hertz)|[kMGTPE]?(?:bps|bit\/s|FLOPS|Wh?|Hz|B|m|g|l)|seconds?|minutes?|hours?|days?|weeks?|months?|years?|degrees?)$/i;

/** Whether the numbers of a metric are by how much something rose or fell ("Growth of GDP"), negative for a fall. */
export function isOfChange({ name, unit, kind, definition }: Measure): boolean {
  if (!/^(?:percent|(?:percentage )?points|times)$/.test(unit) || NO_CHANGE.test(name)) return false;
  return CHANGE_NAME.test(name) || CHANGE_END.test(name) || (kind === "rate" && CHANGE_TOLD.test(definition));
}

/** How what a source counts stands to a metric: see UnitFit. */
export function fitUnit(said: Counted, metric: Measure): UnitFit {
  const { unit, change, whole } = said;
  if (unit === null) return "unsaid";
  const fit = compareUnits(unit, metric);
  if (fit === "clash") return fit;
  const ofChange = isOfChange(metric);
  if (change !== null && !ofChange) return change === "down" ? "clash" : "doubtful";
  if (whole !== null && ofChange) return "doubtful";
  return fitPer(said, metric) ? fit : "doubtful";
}

/** How a unit as a source writes it stands to that of a metric, whatever else is said; never "unsaid". A metric without a kind counts. */
function compareUnits(unit: Unit, metric: Pick<Measure, "unit" | "counted"> & Partial<Pick<Measure, "kind">>): UnitFit {
  return unit.kind === "noun" ? fitNoun(unit.text, metric) : fitKind(unit, metric);
}

/**
 * Whether a unit as a source writes it is surely another than that of a metric, where nobody can be asked: a noun that names one of what the
 * metric's unit counts is not ("people" under workers), nor one that shares a word with it or is of a language that cannot be compared.
 */
export function isOtherUnit(unit: Unit, metric: Pick<Measure, "unit" | "counted">): boolean {
  const fit = compareUnits(unit, metric);
  if (fit !== "doubtful" || unit.kind !== "noun") return fit === "clash" || fit === "doubtful";
  if (counts(unit.text, metric.unit) || /[^\p{Script=Latin}\p{N}\s'’-]/u.test(unit.text)) return false;
  const own = new Set(stems(`${metric.unit} ${metric.counted ?? ""}`));
  return !stems(unit.text).some((stem) => own.has(stem));
}

function fitKind({ kind, text }: Unit, { unit }: Pick<Measure, "unit">): UnitFit {
  if (kind === "points") return unit === "points" || unit === "percentage points" ? "same" : "clash";
  if (kind === "times" && unit === "ratio") return "doubtful";
  return unit === text ? "same" : "clash";
}

function fitNoun(noun: string, { unit, counted, kind = "count" }: Parameters<typeof compareUnits>[1]): UnitFit {
  const [base = unit] = unit.split(" per ");
  const own = counted ?? base;
  if (counts(noun, own)) return "same";
  if (/^(?:percent|(?:percentage )?points|times|ratio|[A-Z]{3})$/.test(unit)) return "clash";
  const isMeasured = MEASURED.test(noun) || MEASURED.test(own);
  return isMeasured || kind !== "count" ? "clash" : "doubtful";
}

/** A noun of the source counts what a noun of ours names: in English by its own word or one for the same, in Chinese by what it means. */
function counts(noun: string, own: string): boolean {
  return countsAs(noun, own) || headsOf(noun).some((head) => countsAs(head, own));
}

/** Times are left out for percentages: growth is by the year. */
function fitPer({ per, unit }: Counted, metric: Measure): boolean {
  const [, own = null] = metric.unit.split(" per ");
  if (own !== null || per === null) return own === null ? per === null : per !== null && plain(per) === plain(own);
  const time = /^(?:an? |one )?(second|minute|hour|day|week|month|quarter|year)$/i.exec(per)?.[1];
  if (time === undefined) return false;
  if (unit?.kind === "percent" || unit?.kind === "points") return true;
  const named = { day: "daily|a day|per day", year: "year|annual", month: "month" }[time.toLowerCase()] ?? time;
  return new RegExp(named, "i").test(`${metric.name} ${metric.definition}`);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[,\s]/g, "");
}
