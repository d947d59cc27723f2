import type { NumberText } from "@/components/admin/fields/number-field";
import {
  type CitationDraft,
  EMPTY_CITATION,
  EMPTY_FIGURE,
  type FigureDraft,
  type FigureRecord,
} from "@/components/admin/figure-form/state/figure-draft";
import { LOCALE } from "@/components/ui/locale";
import { byName } from "@/lib/figures/by-name";
import { CITATION_TEXTS } from "@/lib/figures/citation-fields";
import { TYPED_FIELDS } from "@/lib/figures/figure-fields";
import { exactNumber } from "@/lib/format/number";
import { readNumber } from "@/lib/numbers/read-number";

/** Plain digits as a person would have typed them: grouped, unless that could be read as another number. */
export function numberTextOf(digits: string | null): NumberText {
  if (digits === null) return "";
  const text = exactNumber(digits, LOCALE).replace("−", "-");
  const reading = readNumber(text);
  return reading.ok && reading.digits === digits ? text : { digits };
}

/** A record as a draft to edit. */
export function draftOf(record: FigureRecord): FigureDraft {
  const citations = record.citations.map(
    (citation): CitationDraft => ({
      source: citation.source,
      ...byName(CITATION_TEXTS, (name) => citation[name] ?? ""),
      role: citation.role,
    }),
  );
  return {
    ...EMPTY_FIGURE,
    words: citations[0]?.phrase ?? "",
    metric: record.metric,
    region: record.region,
    organisation: record.organisation,
    wording: record.wording,
    value: numberTextOf(record.value),
    valueHigh: numberTextOf(record.valueHigh),
    qualifier: record.qualifier,
    alternative: numberTextOf(record.alternative),
    ...byName(TYPED_FIELDS, (name) => record[name] ?? ""),
    speakerKind: record.speakerKind,
    outlook: record.outlook,
    release: record.release,
    citations: citations.length > 0 ? citations : [EMPTY_CITATION],
    base: record,
  };
}
