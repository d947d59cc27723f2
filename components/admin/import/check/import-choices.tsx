"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { TextField } from "@/components/admin/fields/text-field";
import type { Decisions } from "@/components/admin/import/state/decisions";
import { LOCALE } from "@/components/ui/locale";
import { formatCount } from "@/lib/format/words";

/** Ways of writing numbers, each by an example. */
export const FORMATS = {
  en: "1,234.5 as in English",
  de: "1.234,5 as in German",
  fr: "1 234,5 as in French",
  plain: "1234.5 without groups",
} as const;
const STATUSES = { draft: "Drafts, to be looked at", published: "Published at once" } as const;
const CAUSES = {
  typo: "Our own slip",
  source_corrected: "The source corrected itself",
  newer_figure: "A newer figure",
  other: "Something else",
} as const;

type Change = (part: Partial<Decisions>) => void;

/** How the file writes numbers, and what its figures become. */
export function FileChoices({
  decisions,
  asksFormat = true,
  onChange,
}: {
  readonly decisions: Decisions;
  /** Not where that was asked in a step before. */
  readonly asksFormat?: boolean;
  readonly onChange: Change;
}) {
  const { recipe, status } = decisions;
  return (
    <div className="field-row">
      {asksFormat ? (
        <ChoiceField
          path="import.numberFormat"
          label="The file writes numbers like"
          hint="What could be read in two ways is refused until you say."
          choices={FORMATS}
          none="I cannot tell"
          value={recipe.numberFormat}
          onChange={(format) => onChange({ recipe: { ...recipe, numberFormat: format } })}
        />
      ) : null}
      <ChoiceField
        path="import.status"
        label="New figures become"
        choices={STATUSES}
        value={status}
        onChange={(next) => onChange({ status: next ?? "draft" })}
      />
    </div>
  );
}

/** Why published figures change: asked for only where some do. */
export function ImportReason({
  count,
  decisions,
  onChange,
}: {
  readonly count: number;
  readonly decisions: Decisions;
  readonly onChange: Change;
}) {
  return (
    <div className="fields">
      <p>
        {count === 1 ? "One published figure changes" : `${formatCount(count, LOCALE)} published figures change`}.
        Readers see why.
      </p>
      <div className="field-row wide-second">
        <ChoiceField
          path="import.cause"
          label="Why they change"
          choices={CAUSES}
          none="Choose one"
          value={(decisions.cause || null) as keyof typeof CAUSES | null}
          onChange={(cause) => onChange({ cause: cause ?? "" })}
        />
        <TextField
          path="import.reason"
          label="In a sentence"
          value={decisions.reason}
          onChange={(reason) => onChange({ reason })}
        />
      </div>
    </div>
  );
}
