import { LOCALE } from "@/components/ui/locale";
import type { ChartSpec, Figure, SpeakerKind } from "@/lib/figures/figure";
import { numberText, wordingAsStated } from "@/lib/format/quantity";
import { paths } from "@/lib/paths";

/** What a reader should know about who says so; nothing where the source itself does. */
const TAGS: Readonly<Record<SpeakerKind, { readonly text: string; readonly tone: string } | null>> = {
  company: { text: "Claimed by the company", tone: "warn" },
  unnamed: { text: "Speaker not named", tone: "warn" },
  official_statement: { text: "Said by officials", tone: "mute" },
  official_statistic: { text: "Official statistic", tone: "ok" },
  outlet: null,
};

/** A fact in its parts: the source's wording ("" for none), the number with a percent sign, its unit, what it is about, who claims it. */
export function factText(figure: Figure, label: string | null) {
  const { number, unit } = numberText(figure, figure.metric.counted ?? figure.metric.unit, LOCALE);
  const about = label ?? figure.metric.name;
  return {
    words: wordingAsStated(figure),
    number: unit === "%" ? `${number}\u2009%` : number,
    unit: unit === "%" ? "" : unit,
    tag: TAGS[figure.speakerKind],
    about: figure.outlook === "target" ? `${about} (target)` : about,
  };
}

/** A few figures side by side: the source's wording, the number, its unit, and who claims it. Links lead to the day that is given, null for today. */
export function Facts({ figures, asOf }: Pick<ChartSpec, "figures"> & { readonly asOf: string | null }) {
  return (
    <ul className={`chart-facts${figures.length === 4 ? " is-pairs" : ""}`}>
      {figures.map(({ figure, label }) => (
        <Fact key={figure.id} figure={figure} label={label} asOf={asOf} />
      ))}
    </ul>
  );
}

interface FactProps {
  readonly figure: Figure;
  readonly label: string | null;
  readonly asOf: string | null;
}

function Fact({ figure, label, asOf }: FactProps) {
  const { words, number, unit, about, tag } = factText(figure, label);
  return (
    <li>
      <a href={paths.figure(figure.id, { asOf })}>
        {/* An exact number keeps the line of its wording empty, so that the numbers stand in one row. */}
        <em>{words || "\u00a0"}</em>
        <b>{number}</b>
        {unit === "" ? null : <span>{unit}</span>}
      </a>
      <p>{about}</p>
      {tag === null ? null : <span className={`tag ${tag.tone}`}>{tag.text}</span>}
    </li>
  );
}
