import "server-only";
import type { FigureDraft } from "@/lib/data/figure-writes";
import { toCitations } from "@/lib/data/writing/citations";
import type { Content, State } from "@/lib/data/writing/record";
import type { References } from "@/lib/data/writing/references";
import { readDateSpan, spanText } from "@/lib/figures/date-text";

/** Columns of a figure that say what an editor has said, but for what they refer to. */
export interface SaidColumns {
  readonly id: number;
  readonly publicId: string;
  readonly version: number;
  readonly status: State;
  readonly digits: string;
  readonly digitsHigh: string | null;
  readonly wording: Content<"figures">["wording"];
  readonly qualifier: string | null;
  readonly alternativeDigits: string | null;
  readonly alternativeUnit: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly asOf: string | null;
  readonly speaker: string | null;
  readonly speakerKind: Content<"figures">["speakerKind"];
  readonly outlook: Content<"figures">["outlook"];
  readonly note: string | null;
}

/** A row with the keys of what it refers to. */
export interface FigureRow extends SaidColumns {
  readonly metric: { readonly slug: string };
  readonly region: { readonly code: string };
  readonly organisation: { readonly slug: string } | null;
  readonly citations: Parameters<typeof toCitations>[0];
}

/** A database row as an editor has said it. */
export function contentOf(row: FigureRow): Content<"figures"> {
  return {
    metric: row.metric.slug,
    region: row.region.code,
    organisation: row.organisation?.slug ?? null,
    wording: row.wording,
    value: row.digits,
    valueHigh: row.digitsHigh,
    qualifier: row.qualifier === "record" ? row.qualifier : null,
    alternative: row.alternativeDigits,
    alternativeUnit: row.alternativeUnit,
    period: spanText(row.periodStart, row.periodEnd) || null,
    asOf: row.asOf,
    speaker: row.speaker,
    speakerKind: row.speakerKind,
    outlook: row.outlook,
    note: row.note,
    citations: toCitations(row.citations),
  };
}

/** Columns of a figure as an editor has said it, without its days. */
export function columnsOf(content: Content<"figures">, references: Pick<References, "idOf">) {
  const period = readDateSpan(content.period ?? "");
  const number = (digits: string | null) => (digits === null ? null : Number(digits));
  return {
    metricId: references.idOf("metrics", content.metric),
    regionId: references.idOf("regions", content.region),
    organisationId: content.organisation === null ? null : references.idOf("organisations", content.organisation),
    value: Number(content.value),
    digits: content.value,
    valueHigh: number(content.valueHigh),
    digitsHigh: content.valueHigh,
    wording: content.wording,
    qualifier: content.qualifier,
    alternative: number(content.alternative),
    alternativeDigits: content.alternative,
    alternativeUnit: content.alternativeUnit,
    periodStart: period.ok ? period.start : null,
    periodEnd: period.ok ? period.end : null,
    asOf: content.asOf,
    speaker: content.speaker,
    speakerKind: content.speakerKind,
    outlook: content.outlook,
    note: content.note,
  } satisfies Omit<FigureDraft, "status" | "citations">;
}
