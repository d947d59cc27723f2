import "server-only";
import { db } from "@/lib/data/db/client";
import { figureSelect, NEWEST_FIRST, toFigure } from "@/lib/data/public/figure-row";
import { toStored } from "@/lib/data/resources/figure-store";
import { type ResourceRecord, toRecord } from "@/lib/data/revisions/record";
import { saysSame, type Verdict, type VerdictKind, verdict } from "@/lib/figures/claims/verdict";
import type { Figure } from "@/lib/figures/figure";
import { plainDecimal } from "@/lib/numbers/decimal";
import type { SimilarQuestion } from "@/lib/schemas/similar";

/** Figures of one metric that are compared, the newest; and how many of them are told. */
const MOST_COMPARED = 200;
const MOST_TOLD = 20;

/** A figure that stands near one that is being typed. `same`: see saysSame; `verdict` null until there is a number. */
export type SimilarFigure = ResourceRecord & { readonly same: boolean; readonly verdict: Verdict | null };

/**
 * Drafts and published figures of the same metric that are about the same region and subject, or the same subject elsewhere, or
 * have the same number in the same region: the same first, then those that differ, of each the nearest in number first.
 */
export async function listSimilarFigures(question: SimilarQuestion): Promise<readonly SimilarFigure[]> {
  const { metric, region, organisation, value } = question;
  const here = { region: { code: region } };
  const subject = organisation === null ? { organisationId: null } : { organisation: { slug: organisation } };
  const rows = await db().figure.findMany({
    where: {
      metric: { slug: metric },
      status: { not: "retracted" },
      OR: [
        { ...here, ...subject },
        ...(organisation === null ? [] : [subject]),
        ...(value === null ? [] : [{ ...here, value }]),
      ],
    },
    select: { id: true, status: true, ...figureSelect },
    orderBy: [...NEWEST_FIRST],
    take: MOST_COMPARED,
  });
  return rows
    .map((row) => ({ ...toRecord("figures", toStored(row)), ...compare(question, toFigure(row)) }))
    .sort((a, b) => rank(a) - rank(b) || distance(a, value) - distance(b, value))
    .slice(0, MOST_TOLD);
}

function compare(question: SimilarQuestion, figure: Figure): Pick<SimilarFigure, "same" | "verdict"> {
  const { value, region, organisation, ...said } = question;
  if (value === null) return { same: false, verdict: null };
  const subject = organisation === null ? null : { slug: organisation, name: organisation };
  const typed = {
    ...said,
    ...{ value, metric: figure.metric, region: { code: region, name: region }, organisation: subject },
    digits: plainDecimal(value),
  };
  return { same: saysSame(typed, figure), verdict: verdict(typed, figure) };
}

/** How far a number lies from the one typed; 0 where none is typed. */
function distance({ value }: ResourceRecord & { readonly value?: unknown }, typed: number | null): number {
  return typed === null ? 0 : Math.abs(Number(value) - typed);
}

const ORDER: readonly VerdictKind[] = ["differ", "cannot_tell", "vaguer", "agree", "not_comparable"];

function rank({ same, verdict }: SimilarFigure): number {
  return same ? -1 : verdict === null ? ORDER.length : ORDER.indexOf(verdict.kind);
}
