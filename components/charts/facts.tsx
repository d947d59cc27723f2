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

/** A few figures side by side: the source's wording, the number, its unit, and who claims it. */
export function Facts({ figures }: Pick<ChartSpec, "figures">) {
  return (
    <ul className={`chart-facts${figures.length === 4 ? " is-pairs" : ""}`}>
      {figures.map(({ figure, label }) => (
        <Fact key={figure.id} figure={figure} label={label ?? figure.metric.name} />
      ))}
    </ul>
  );
}

function Fact({ figure, label }: { readonly figure: Figure; readonly label: string }) {
  const { number, unit } = numberText(figure, figure.metric.counted ?? figure.metric.unit, LOCALE);
  const tag = TAGS[figure.speakerKind];
  return (
    <li>
      <a href={paths.figure(figure.id)}>
        {/* An exact number keeps the line of its wording empty, so that the numbers stand in one row. */}
        <em>{wordingAsStated(figure) || "\u00a0"}</em>
        <b>
          {number}
          {unit === "%" ? "\u2009%" : ""}
        </b>
        {unit === "%" || unit === "" ? null : <span>{unit}</span>}
      </a>
      <p>{figure.outlook === "target" ? `${label} (target)` : label}</p>
      {tag === null ? null : <span className={`tag ${tag.tone}`}>{tag.text}</span>}
    </li>
  );
}
