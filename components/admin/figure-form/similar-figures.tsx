"use client";

import { draftOf } from "@/components/admin/figure-form/state/figure-record";
import { previewFigure } from "@/components/admin/figure-form/state/preview-figure";
import type { SimilarFigure } from "@/components/admin/figure-form/state/use-similar-figures";
import { VERDICTS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { Tag } from "@/components/ui/tag";
import { publisherName } from "@/lib/citation/short-reference";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { edtfShort, periodText } from "@/lib/format/period";
import { wordedQuantity } from "@/lib/format/quantity";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Most figures listed; and how many the site tells of at most (lib/data/admin/similar-figures.ts). */
const MOST = 5;
const MOST_TOLD = 20;
const COMPARED = ["differ", "cannot_tell", "vaguer", "agree"];

/** Figures that say the same or something else of the same thing: shown, not forbidden. Announced when they appear. */
export function SimilarFigures({
  likely,
  choices,
}: {
  readonly likely: readonly SimilarFigure[];
  readonly choices: FigureChoices;
}) {
  const near = likely.filter((row) => row.same || COMPARED.includes(verdictOf(row)?.kind ?? ""));
  return (
    <div role="status">
      {near.length === 0 ? null : (
        <div className={near.some((row) => verdictOf(row)?.kind === "differ") ? "notice alert" : "notice warn"}>
          <h3>{titleOf(near)}</h3>
          <ul className="plain">
            {near.slice(0, MOST).map((row) => (
              <LikelyRow key={row.key} row={row} choices={choices} />
            ))}
          </ul>
          {near.length > MOST ? (
            <p>
              The {MOST} nearest of {likely.length < MOST_TOLD ? near.length : `${near.length} or more`}: all stand in
              the list of figures.
            </p>
          ) : null}
          <p>If both are true, keep both.</p>
        </div>
      )}
    </div>
  );
}

function titleOf(near: readonly SimilarFigure[]): string {
  const same = near.filter((row) => row.same);
  if (same.length === 1) return "One figure like this exists";
  if (same.length > 1) return `${countText(same.length, "figure", "figures", LOCALE)} like this exist`;
  return near.length === 1 ? "One claim about the same thing" : "Other claims about the same thing";
}

function LikelyRow({ row, choices }: { readonly row: SimilarFigure; readonly choices: FigureChoices }) {
  const figure = previewFigure(draftOf(row), choices, row.key);
  const verdict = verdictOf(row);
  if (figure === null) return null;
  const [origin] = figure.citations;
  const href = row.status === "published" ? paths.figure(row.key) : paths.admin.edit("figures", row.key);
  return (
    <li>
      {figure.organisation?.name ?? figure.region.name}, {periodText(figure, LOCALE, edtfShort)}: “
      {wordedQuantity(figure, LOCALE)}”{origin ? `, ${publisherName(origin.source)}` : ""}.{" "}
      <a href={href} target="_blank" rel="noreferrer">
        Compare
      </a>{" "}
      {row.status === "draft" ? <Tag>Draft</Tag> : null}{" "}
      {verdict === null ? null : (
        <Tag {...(verdict.kind === "differ" ? { tone: "alert" as const } : {})}>
          {VERDICTS[verdict.kind].name}
          {verdict.reason === "" ? "" : `: ${verdict.reason}`}
        </Tag>
      )}
    </li>
  );
}

function verdictOf({ verdict }: SimilarFigure) {
  return typeof verdict === "string" ? { kind: verdict, reason: "" } : verdict;
}
