import { ChartNotes } from "@/components/charts/chart-key";
import { StaticChart } from "@/components/charts/static-chart";
import { WordedFigure } from "@/components/figure/worded-figure";
import { Phrase, sourceLineText } from "@/components/source/source-line";
import { VERDICTS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { Tag } from "@/components/ui/tag";
import { chartModels } from "@/lib/charts/chart-models";
import { publisherName } from "@/lib/citation/short-reference";
import type { ClaimsView } from "@/lib/figures/claims/claims-view";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import { edtfShort } from "@/lib/format/period";
import { originsText, togetherText } from "@/lib/format/verdict-text";
import { countText } from "@/lib/format/words";

/** Where the strip of a figure's page is. */
const STRIP = "claims";

/**
 * What sources say of one thing: the verdict in words, one mark for each claim on one axis, and each with its phrase. `own` is the figure
 * whose page it is; elsewhere `about` says what it is about. All of it is of the day `asOf`; null for today.
 */
export function ClaimsStrip({
  claims,
  own = null,
  about = null,
  asOf,
}: {
  readonly claims: ClaimsView;
  readonly own?: string | null;
  readonly about?: string | null;
  readonly asOf: string | null;
}) {
  const { together, figures } = claims;
  const why = togetherText(together, figures, LOCALE);
  const { counted } = together;
  return (
    <section id={about === null ? STRIP : undefined} className="strip">
      {about === null ? <h2>What sources say of this</h2> : <h3>{about}</h3>}
      <p>
        <Tag tone={VERDICTS[together.kind].tone}>{VERDICTS[together.kind].name}</Tag> {why === null ? "" : `${why}. `}
        {counted === null ? "" : `${originsText(counted, LOCALE)}.`}
        {together.figures > figures.length
          ? ` The lowest and the highest, ${figures.length} of ${countText(together.figures, "claim", "claims", LOCALE)}.`
          : ""}
      </p>
      <ClaimsDrawing figures={figures} />
      <ol className="claims">
        {figures.map((figure) => (
          <ClaimLine key={figure.id} figure={figure} isOwn={figure.id === own} asOf={asOf} />
        ))}
      </ol>
    </section>
  );
}

/** One row for each claim, on one axis. The list below says the same in words. */
function ClaimsDrawing({ figures }: { readonly figures: readonly Figure[] }) {
  const [first] = figures;
  if (!first) return null;
  const spec: ChartSpec = {
    ...{
      slug: STRIP,
      title: "",
      subtitle: "",
      topic: first.metric.topic,
      kind: "dot",
      scale: "linear",
      rows: "period",
    },
    figures: figures.map((figure, index) => ({ figure, label: `${index + 1}. ${speakerText(figure)}` })),
    ...{ tableOnly: [], newest: null, milestones: [] },
  };
  const [model] = chartModels(spec, LOCALE);
  if (!model || model.plot === null) return null;
  return (
    <div className="chart is-dot">
      <StaticChart plot={model.plot} />
      <ChartNotes model={model} />
    </div>
  );
}

/** Who speaks, and when that was published: "The mayor, 5 May 2020". */
function speakerText(figure: Figure): string {
  const source = figure.citations[0]?.source;
  const speaker = figure.speaker ?? (source ? publisherName(source) : "");
  const date = source?.published == null ? "no date" : edtfShort(source.published, LOCALE);
  return `${speaker}, ${date}`;
}

function ClaimLine({
  figure,
  isOwn,
  asOf,
}: {
  readonly figure: Figure;
  readonly isOwn: boolean;
  readonly asOf: string | null;
}) {
  const { citations, preferredReason } = figure;
  return (
    <li>
      <WordedFigure figure={figure} asOf={asOf} /> {isOwn ? <Tag>This figure</Tag> : null}
      {preferredReason === null ? null : <Tag tone="ok">Preferred</Tag>}
      <span className="meta"> {speakerText(figure)}</span>
      {preferredReason === null ? null : <p className="meta">Preferred by the editors: {preferredReason}</p>}
      {citations.map((citation) => (
        <p key={`${citation.source.slug} ${citation.locator ?? ""}`} className="meta">
          <Phrase citation={citation} /> {sourceLineText(citation)}
          {citation.role === "repeat" ? ", repeats it" : ""}
        </p>
      ))}
    </li>
  );
}
