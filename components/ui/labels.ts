import type { EnumValue } from "@/lib/enums";
import type { VerdictKind } from "@/lib/figures/claims/verdict";
import type { MetricKind, Outlook, RegionLevel, SpeakerKind, Wording } from "@/lib/figures/figure";
import type { MetricRecord } from "@/lib/figures/view-models";

export const SPEAKER_KINDS: Readonly<Record<SpeakerKind, string>> = {
  official_statistic: "Official statistic",
  official_statement: "Official statement",
  company: "Company",
  outlet: "The outlet itself",
  unnamed: "Not named",
};

export const LEVELS: Readonly<Record<RegionLevel, string>> = {
  country: "Country",
  province: "Province or state",
  city: "City",
  district: "District",
  zone: "Zone",
};

export const WORDINGS_SHOWN: Readonly<Record<Wording, string>> = {
  exactly: "Exactly",
  about: "About",
  more_than: "More than",
  at_least: "At least",
  nearly: "Nearly",
  less_than: "Less than",
  up_to: "Up to",
  between: "Between",
};

export const OUTLOOKS: Readonly<Record<Outlook, string>> = { outcome: "Outcomes", target: "Targets" };

export const RELEASES: Readonly<Record<EnumValue<"Release">, string>> = {
  preliminary: "Preliminary",
  final: "Final",
};

/** What the choices of a figure's fields are called, by field and value. */
export const FIGURE_CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wording: WORDINGS_SHOWN,
  speakerKind: SPEAKER_KINDS,
  outlook: OUTLOOKS,
  release: RELEASES,
};

export const METRIC_KINDS: Readonly<Record<MetricKind, string>> = {
  share: "Share",
  count: "Count",
  money: "Money",
  rate: "Rate",
  duration: "Duration",
  index: "Index",
};

export const SOURCE_KINDS: Readonly<Record<string, string>> = {
  news: "News article",
  government: "Government page",
  statistics: "Statistics",
  report: "Report",
  "press-release": "Press release",
};

export const VERDICTS: Readonly<Record<VerdictKind, { readonly name: string; readonly tone: string }>> = {
  agree: { name: "Claims agree", tone: "ok" },
  vaguer: { name: "One is vaguer", tone: "mute" },
  differ: { name: "Claims differ", tone: "alert" },
  cannot_tell: { name: "Cannot tell", tone: "mute" },
  not_comparable: { name: "Not comparable", tone: "mute" },
};

/** Why a published figure was changed, within a sentence. */
export const CAUSES: Readonly<Record<string, string>> = {
  typo: "our slip",
  source_corrected: "the source corrected it",
  newer_figure: "a newer figure",
  retracted: "withdrawn",
  other: "another reason",
};

/** How a metric adds up over time, in words; null when it is not known. */
export function accumulationText({ accumulation }: Pick<MetricRecord, "accumulation">): string | null {
  if (accumulation === null) return null;
  return { stock: "Stock: as it stands on a day", flow: "Flow: over a period", ratio: "Ratio" }[accumulation];
}
