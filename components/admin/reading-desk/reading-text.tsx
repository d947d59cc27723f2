"use client";

import { digitsOf } from "@/components/admin/fields/number-field";
import type { FigureDraft } from "@/components/admin/figure-form/state/figure-draft";
import type { ReadFigure } from "@/components/admin/reading-desk/state/desk-state";
import { LOCALE } from "@/components/ui/locale";
import { wordingInPhrase } from "@/lib/figures/wording";
import { readableNumber, readableRange } from "@/lib/format/number";
import { unitText } from "@/lib/format/unit";

/** The figure in large type, in the words of the source, with what is unsure about it. */
export function ReadingText({ figure, draft }: { readonly figure: ReadFigure; readonly draft: FigureDraft }) {
  const digits = digitsOf(draft.value);
  const high = draft.wording === "between" ? digitsOf(draft.valueHigh) : null;
  const wording = draft.wording === "exactly" ? (draft.qualifier ?? "") : wordingInPhrase(figure.text, draft.wording);
  const alternative = conversionOf(draft);
  return (
    <div className="reading">
      <p className="reading-figure" lang={/\p{Script=Han}/u.test(figure.unit ?? "") ? "zh" : undefined}>
        {figure.wording === null || wording === "" ? null : <em>{wording}</em>}
        <b>{digits === null ? figure.digits : numberText(digits, high)}</b> {unitOf(figure)}
        {alternative === null ? null : <span>({alternative})</span>}
      </p>
      {figure.change == null ? null : (
        <p className="tag">{figure.change === "down" ? "By how much it fell" : "By how much it rose"}</p>
      )}
      {draft.outlook === "target" ? <p className="tag">Plan, target or forecast</p> : null}
      {figure.reason === null ? null : <p className="warned">{figure.reason}</p>}
    </div>
  );
}

function numberText(digits: string, high: string | null): string {
  return high === null ? readableNumber(digits, LOCALE) : readableRange(digits, high, LOCALE);
}

/** The source's own conversion, as it will be recorded: "10.5 million dollars". */
function conversionOf({ alternative, alternativeUnit }: FigureDraft): string | null {
  const digits = digitsOf(alternative);
  return digits === null ? null : `${readableNumber(digits, LOCALE)} ${unitText(alternativeUnit, digits)}`.trim();
}

function unitOf({ unit, whole, per, value }: ReadFigure): string {
  if (unit === null) return "";
  const parts = [
    unitText(unit, value ?? ""),
    whole === null ? null : `of ${whole}`,
    per === null ? null : `per ${per}`,
  ];
  return parts.filter((part) => part !== null).join(" ");
}
