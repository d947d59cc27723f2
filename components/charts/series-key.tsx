import type { LinePlot } from "@/lib/charts/model";
import type { SeriesSlot } from "@/lib/charts/series";

interface Props extends Pick<LinePlot, "series"> {
  /** The colour that is picked out; null for none. */
  readonly chosen: SeriesSlot | null;
  /** Null as long as nothing can be picked out: the names are then plain text. */
  readonly onChoose: ((slot: SeriesSlot | null) => void) | null;
}

/** Names and colours of lines; pressing one picks it out. A single line needs none: the title names it. */
export function SeriesKey({ series, chosen, onChoose }: Props) {
  if (series.length < 2) return null;
  return (
    <ul className="chart-series">
      {series.map(({ name, slot }) => (
        <li key={name} className={`chart-s${slot}`}>
          {onChoose === null ? (
            <span>{name}</span>
          ) : (
            <button
              type="button"
              aria-pressed={slot === chosen}
              onClick={() => onChoose(slot === chosen ? null : slot)}
            >
              {name}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
