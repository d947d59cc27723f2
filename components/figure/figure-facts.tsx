import type { ReactNode } from "react";
import { RELEASES, SPEAKER_KINDS, WORDINGS_SHOWN } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { RecordList } from "@/components/ui/record-list";
import type { Figure } from "@/lib/figures/figure";
import { exactNumber, readableNumber } from "@/lib/format/number";
import { dayText, edtfText, periodText } from "@/lib/format/period";
import { boundsText } from "@/lib/format/quantity";
import { isCurrency, joinUnit, unitText } from "@/lib/format/unit";
import { paths } from "@/lib/paths";

/** What is known about one figure besides its words: who says so, when (dates kept apart), bounds, conversion, remarks. */
export function FigureFacts({ figure }: { readonly figure: Figure }) {
  const { metric, organisation, wording, qualifier, speaker, speakerKind } = figure;
  const bounds = boundsText(figure, metric.counted ?? metric.unit, LOCALE);
  return (
    <RecordList
      facts={[
        [
          "Who says so",
          <span key="speaker">
            {speaker === null ? null : `${speaker} `}
            <small>{SPEAKER_KINDS[speakerKind]}</small>
          </span>,
        ],
        ["Filed as", `${WORDINGS_SHOWN[wording]}${qualifier === null ? "" : `, “${qualifier}” in the source`}`],
        ["What the words bound", bounds.slice(0, 1).toUpperCase() + bounds.slice(1)],
        ["In full", fullText(figure)],
        ["Also given as", conversionText(figure)],
        ...dates(figure),
        [
          "About",
          organisation === null ? null : (
            <a key="about" href={paths.dashboard({ region: "all", organisation: organisation.slug })}>
              {organisation.name}
            </a>
          ),
        ],
        ["What is counted", figure.basis],
        ["Marked by the source", figure.flags],
        ["Release", figure.release === null ? null : RELEASES[figure.release]],
        [
          "Looked again",
          figure.lookedAgain === null ? null : `${edtfText(figure.lookedAgain, LOCALE)}, nothing newer found`,
        ],
        ["Note", figure.note],
      ]}
    />
  );
}

/** The dates of a figure, never turned into one another. */
function dates(figure: Figure): readonly (readonly [string, ReactNode])[] {
  const { periodStart, periodEnd, asOf, citations, recordedAt } = figure;
  const hasPeriod = periodStart !== null || periodEnd !== null;
  const published = citations[0]?.source.published ?? null;
  return [
    ["Period", hasPeriod ? periodText({ periodStart, periodEnd, asOf: null }, LOCALE) : null],
    ["As of", asOf !== null ? edtfText(asOf, LOCALE) : hasPeriod ? null : "Not stated"],
    ["Published", published === null ? "Not stated" : edtfText(published, LOCALE)],
    ["Recorded here", dayText(recordedAt, LOCALE)],
  ];
}

/** The number with all its digits, where the page shows a shorter form; null where it does not. */
function fullText({ digits, digitsHigh, metric }: Figure): string | null {
  const written = [digits, digitsHigh].filter((part) => part !== null);
  if (written.every((part) => readableNumber(part, LOCALE) === exactNumber(part, LOCALE))) return null;
  const unit = unitText(metric.counted ?? metric.unit, digits);
  return joinUnit(written.map((part) => exactNumber(part, LOCALE)).join("–"), unit);
}

/** The second amount that the source gives in the same breath, with the rate it implies between two currencies. */
function conversionText({ alternative, metric, value }: Figure): string | null {
  if (alternative === null) return null;
  const given = joinUnit(readableNumber(alternative.digits, LOCALE), unitText(alternative.unit, alternative.digits));
  if (!isCurrency(metric.unit) || !isCurrency(alternative.unit) || value <= 0 || alternative.value <= 0) return given;
  const [many, one] = value > alternative.value ? [metric.unit, alternative.unit] : [alternative.unit, metric.unit];
  const rate = Math.max(value, alternative.value) / Math.min(value, alternative.value);
  const rounded = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 4 }).format(rate);
  return `${given}, the source’s own conversion; the two imply ${rounded} ${many} to 1 ${one} (our division, rounded)`;
}
