import { ClaimsTag } from "@/components/figure/claims-tag";
import { BigFigure } from "@/components/figure/worded-figure";
import { SourceLine, type SourceNumbers } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { Tag } from "@/components/ui/tag";
import { today } from "@/components/ui/today";
import { firstDayOf } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import { ageText } from "@/lib/format/age";
import { edtfShort, periodText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

/** One figure as a card: what, whose and when, the number as worded, where from. */
function FigureCard({
  figure,
  numbers,
  asOf,
}: {
  readonly figure: Figure;
  readonly numbers?: SourceNumbers | undefined;
  readonly asOf: string | null;
}) {
  const whose = figure.organisation?.name ?? figure.region.name;
  return (
    <li className="card">
      <p className="label">
        <a href={paths.metric(figure.metric.slug, { region: [figure.region.code], asOf })}>{figure.metric.name}</a>
      </p>
      <p className="sub">
        {whose}, {periodText(figure, LOCALE, edtfShort)}
      </p>
      <FigureTags figure={figure} isNewest asOf={asOf} />
      <BigFigure figure={figure} asOf={asOf} />
      <SourceLine figure={figure} {...(numbers ? { numbers } : {})} asOf={asOf} />
    </li>
  );
}

/**
 * Remarks that change how a figure is to be read: a target, a company speaking about itself, what others say of the same, and where it `isNewest` of what the page has about
 * its subject, an age past the shelf life of its metric. Age and others are those of the day `asOf`; null for today.
 */
export function FigureTags({
  figure,
  isNewest = false,
  asOf = null,
}: {
  readonly figure: Figure;
  readonly isNewest?: boolean;
  readonly asOf?: string | null;
}) {
  const age = isNewest ? ageText(figure, asOf === null ? today() : firstDayOf(asOf), LOCALE) : null;
  const { outlook, speakerKind, flags, claims } = figure;
  if (outlook !== "target" && speakerKind !== "company" && flags === null && age === null && !claims) return null;
  return (
    <span className="tags">
      <ClaimsTag figure={figure} asOf={asOf} />
      {outlook === "target" ? <Tag>Target</Tag> : null}
      {flags === null ? null : <Tag>Marked {flags}</Tag>}
      {speakerKind === "company" ? <Tag tone="warn">Claimed by the company</Tag> : null}
      {age === null ? null : <Tag tone="warn">{age}</Tag>}
    </span>
  );
}

/** A row of cards, of the day `asOf`; null for today. */
export function FigureCards({
  figures,
  numbers,
  asOf,
}: {
  readonly figures: readonly Figure[];
  readonly numbers?: SourceNumbers;
  readonly asOf: string | null;
}) {
  return (
    <ul className="cards">
      {figures.map((figure) => (
        <FigureCard key={figure.id} figure={figure} numbers={numbers} asOf={asOf} />
      ))}
    </ul>
  );
}
