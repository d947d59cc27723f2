"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/admin/fields/error-summary";
import { SimilarFigures } from "@/components/admin/figure-form/similar-figures";
import { EMPTY_FIGURE } from "@/components/admin/figure-form/state/figure-draft";
import { labelOf } from "@/components/admin/figure-form/state/figure-fields";
import { useSimilarFigures } from "@/components/admin/figure-form/state/use-similar-figures";
import { ChosenFields } from "@/components/admin/reading-desk/chosen-fields";
import { ReadingText } from "@/components/admin/reading-desk/reading-text";
import { type Standing, sentenceOf } from "@/components/admin/reading-desk/state/desk-state";
import { paragraphNumber } from "@/components/admin/reading-desk/state/figure-of-candidate";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";
import { paths } from "@/lib/paths";

/** The chosen figure as it was read, what is known of it, and the form of what it will become. */
export function ChosenFigure({ desk }: { readonly desk: Desk }) {
  const { state, figure, draft, choices, issues, standings, troubles } = desk;
  const standing: Standing = standings[state.chosen] ?? { kind: "open" };
  const isDecided = standing.kind === "kept" || standing.kind === "dismissed";
  // Nothing is asked for what is decided.
  const ownKey = standing.kind === "recorded" ? standing.record.key : null;
  const likely = useSimilarFigures(isDecided || draft === null ? EMPTY_FIGURE : draft, ownKey);
  if (figure === null) return <p className="meta">No figure was found in this text.</p>;
  if (draft === null) return <p className="meta">Looking up the places and metrics that it names …</p>;
  const { start, end } = sentenceOf(state, figure);
  const trouble = troubles[state.chosen];
  return (
    <>
      <p className="meta">
        Figure {state.chosen + 1} of {standings.length}, paragraph {paragraphNumber(state, figure.paragraph)}
      </p>
      <ReadingText figure={figure} draft={draft} />
      <blockquote className="reading-sentence">
        {state.text.slice(start, figure.start)}
        <b>{figure.text}</b>
        {state.text.slice(figure.end, end)}
      </blockquote>
      <StandingNotice standing={standing} />
      {desk.isWithoutRecords ? (
        <p className="warned">
          The site has not told which places and metrics on record the article names: choose them, or reload the page.
        </p>
      ) : null}
      {trouble === undefined ? null : (
        <p className="notice alert" role="alert">
          Not published. {trouble}
        </p>
      )}
      <SimilarFigures likely={likely} choices={choices} />
      <ErrorSummary issues={issues} labelOf={labelOf} />
      {isDecided ? null : <ChosenFields desk={desk} figure={figure} draft={draft} />}
    </>
  );
}

/** How the figure stands where it is not open, with the way to its record. */
function StandingNotice({ standing }: { readonly standing: Standing }): ReactNode {
  if (standing.kind === "open") return null;
  if (standing.kind === "dismissed") return <p className="notice">Dismissed: {standing.reason.toLowerCase()}.</p>;
  const { key, isPublished } = standing.kind === "kept" ? standing : standing.record;
  return (
    <p className="notice">
      {standing.kind === "kept" ? "Kept as a " : "Recorded from this source already, as a "}
      <a href={paths.admin.edit("figures", key)}>{isPublished ? "published figure" : "draft"}</a>
      {standing.kind === "kept" ? "." : `: “${standing.record.phrase}”`}
    </p>
  );
}
