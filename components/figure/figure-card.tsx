import { ClaimsTag } from "@/components/figure/claims-tag";
import { BigFigure } from "@/components/figure/worded-figure";
import { SourceLine, type SourceNumbers } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { Tag } from "@/components/ui/tag";
import { today } from "@/components/ui/today";
import type { Figure } from "@/lib/figures/figure";
import { ageText } from "@/lib/format/age";
import { edtfShort, periodText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

/** One figure as a card: what, whose and when, the number as worded, where from. */
function FigureCard({ figure, numbers }: { readonly figure: Figure; readonly numbers?: SourceNumbers }) {
  const whose = figure.organisation?.name ?? figure.region.name;
  return (
    <li className="card">
      <p className="label">
        <a href={paths.metric(figure.metric.slug, { region: [figure.region.code] })}>{figure.metric.name}</a>
      </p>
      <p className="sub">
        {whose}, {periodText(figure, LOCALE, edtfShort)}
      </p>
      <FigureTags figure={figure} isNewest />
      <BigFigure figure={figure} />
      <SourceLine figure={figure} {...(numbers ? { numbers } : {})} />
    </li>
  );
}

/**
 * Remarks that change how a figure is to be read: a target, a company speaking about itself, what others say of the same, and where it `isNewest` of what the page has about
 * its subject, an age past the shelf life of its metric.
 */
export function FigureTags({ figure, isNewest = false }: { readonly figure: Figure; readonly isNewest?: boolean }) {
  const age = isNewest ? ageText(figure, today(), LOCALE) : null;
  if (figure.outlook !== "target" && figure.speakerKind !== "company" && age === null && !figure.claims) return null;
  return (
    <span className="tags">
      <ClaimsTag figure={figure} />
      {figure.outlook === "target" ? <Tag>Target</Tag> : null}
      {figure.speakerKind === "company" ? <Tag tone="warn">Claimed by the company</Tag> : null}
      {age === null ? null : <Tag tone="warn">{age}</Tag>}
    </span>
  );
}

/** A row of cards. */
export function FigureCards({
  figures,
  numbers,
}: {
  readonly figures: readonly Figure[];
  readonly numbers?: SourceNumbers;
}) {
  return (
    <ul className="cards">
      {figures.map((figure) => (
        <FigureCard key={figure.id} figure={figure} {...(numbers ? { numbers } : {})} />
      ))}
    </ul>
  );
}
