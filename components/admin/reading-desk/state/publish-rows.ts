import type { FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import { draftOf } from "@/components/admin/figure-form/state/figure-record";
import { questionOf, saidBy } from "@/components/admin/figure-form/state/metric-question";
import { phraseWarningOf } from "@/components/admin/figure-form/state/phrase-warning";
import { previewFigure } from "@/components/admin/figure-form/state/preview-figure";
import type { DeskDraft } from "@/components/admin/reading-desk/state/desk-state";
import { LOCALE } from "@/components/ui/locale";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { edtfShort, periodText } from "@/lib/format/period";
import { wordedQuantity } from "@/lib/format/quantity";

/** A draft as it is listed before it is published: what its source says, what readers will see, and what may be wrong between them. */
export interface PublishRow {
  readonly draft: DeskDraft;
  /** "" where the draft has none. */
  readonly phrase: string;
  /** "Tech jobs, Texas, 2018" */
  readonly about: string;
  /** "nearly 185,000 workers" */
  readonly reads: string;
  readonly warnings: readonly string[];
  /** Whether it is published unless the person says so: what clashes with its metric is not. */
  readonly isMeant: boolean;
}

/** The drafts as they are listed, those with warnings first, else in the order of the article. A draft without a record is left out. */
export function publishRows(
  drafts: readonly DeskDraft[],
  records: ReadonlyMap<string, FigureRecord>,
  choices: FigureChoices,
): readonly PublishRow[] {
  const rows = drafts.flatMap((draft): readonly PublishRow[] => {
    const record = records.get(draft.key);
    return record === undefined ? [] : [rowOf(draft, record, choices)];
  });
  return rows.toSorted((a, b) => Number(b.warnings.length > 0) - Number(a.warnings.length > 0));
}

function rowOf(draft: DeskDraft, record: FigureRecord, choices: FigureChoices): PublishRow {
  const form = draftOf(record);
  const figure = previewFigure(form, choices, record.key);
  const said = saidBy(form);
  const question = questionOf(form, said, choices);
  const [citation] = form.citations;
  const warning = citation === undefined ? null : phraseWarningOf({ draft: form, choices }, citation);
  const place = record.labels.organisation ?? record.labels.region ?? record.region;
  const period = figure === null ? "" : periodText(figure, LOCALE, edtfShort);
  return {
    draft,
    phrase: citation?.phrase ?? "",
    about: [record.labels.metric ?? record.metric, place, period].filter((part) => part !== "").join(", "),
    reads: figure === null ? `${record.wording} ${record.value}` : wordedQuantity(figure, LOCALE),
    warnings: [question?.text, warning].filter((text) => text != null),
    isMeant: question === null || question.agree !== null,
  };
}
