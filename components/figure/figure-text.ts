import { sourceLineText } from "@/components/source/source-line";
import { RELEASES } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { Figure } from "@/lib/figures/figure";
import { periodText } from "@/lib/format/period";
import { wordedQuantity } from "@/lib/format/quantity";

/** A figure as a headline: "Companies attracted, Guizhou: more than 9,500 companies". */
export function figureHeadline(figure: Figure): string {
  return `${figure.metric.name}, ${whose(figure)}: ${wordedQuantity(figure, LOCALE)}`;
}

/** The same with its time, where it stands by itself: "Companies attracted, Guizhou, 2018: more than 9,500 companies". A target says that it is one. */
export function figureTitle(figure: Figure): string {
  const about = `${figure.metric.name}, ${whose(figure)}, ${periodText(figure, LOCALE)}`;
  return `${figure.outlook === "target" ? "Target: " : ""}${about}: ${wordedQuantity(figure, LOCALE)}`;
}

/** Where and when a figure was said, in one sentence for search engines. */
export function figureDescription(figure: Figure): string {
  const origin = figure.citations[0];
  const words = origin?.phrase ? `“${origin.phrase}”: ` : "";
  return `${words}${origin ? sourceLineText(origin) : figure.metric.name}.`;
}

/** The same with what else decides how it is to be read. */
export function figureSummary(figure: Figure): string {
  const { basis, release, flags, speaker, note } = figure;
  const remarks = [
    speaker === null ? null : `Said by ${speaker}`,
    basis === null ? null : `What is counted: ${basis}`,
    release === null ? null : RELEASES[release],
    flags === null ? null : `Marked by the source: ${flags}`,
    note,
  ];
  return [figureDescription(figure), ...remarks.flatMap((remark) => (remark === null ? [] : sentence(remark)))].join(
    " ",
  );
}

const whose = ({ organisation, region }: Figure) => organisation?.name ?? region.name;

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
