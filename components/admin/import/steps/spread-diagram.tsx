import type { Spread } from "@/lib/importing/look/table-look";
import { LEVEL_NAMES, levelSentence } from "@/lib/importing/look/use-names";
import type { LevelSays } from "@/lib/importing/table/recipe";

/** How columns of numbers become rows, in words and as a small diagram; what their header says can be changed. */
export function SpreadDiagram({
  spread: { count, levels },
  figures,
  onLevels,
}: {
  readonly spread: Spread;
  readonly figures: number;
  readonly onLevels: (levels: readonly LevelSays[]) => void;
}) {
  const told = levels.filter(({ says, texts }) => says !== "ignore" && texts > 0);
  return (
    <figure className="import-spread">
      <Drawing />
      <figcaption>
        <b>
          {count} {count === 1 ? "column is" : "columns are"} {told.map(levelSentence).join("; ") || "numbers"}
        </b>
        <span>Each of their cells with a number becomes a figure: {figures.toLocaleString("en-GB")} in all.</span>
        {levels.map(({ says, first }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a header have no other name
          <label key={index}>
            {levels.length === 1 ? "Their header says" : `Row ${index + 1} of their header (“${first}” …) says`}{" "}
            <select
              className="import-select"
              value={says}
              onChange={(event) =>
                onLevels(
                  levels.map((level, at) => (at === index ? (event.currentTarget.value as LevelSays) : level.says)),
                )
              }
            >
              {(Object.keys(LEVEL_NAMES) as LevelSays[]).map((one) => (
                <option key={one} value={one}>
                  {LEVEL_NAMES[one]}
                </option>
              ))}
            </select>
          </label>
        ))}
      </figcaption>
    </figure>
  );
}

/** A wide table on the left, the same cells below each other on the right. */
function Drawing() {
  const cell = (x: number, y: number, name: string) => (
    <rect key={`${x} ${y}`} className={name} x={x} y={y} width="11" height="7" rx="1" />
  );
  return (
    <svg viewBox="0 0 132 52" width="132" height="52" aria-hidden="true">
      {[0, 1, 2].map((row) => cell(2, 14 + row * 9, "is-name"))}
      {[0, 1, 2].map((column) => cell(15 + column * 13, 5, "is-head"))}
      {[0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => cell(15 + column * 13, 14 + row * 9, "is-number")))}
      <path d="M62 26 h14 m-4 -4 l4 4 l-4 4" />
      {[0, 1, 2, 3, 4].flatMap((row) => [
        cell(86, 4 + row * 9, "is-name"),
        cell(99, 4 + row * 9, "is-head"),
        cell(112, 4 + row * 9, "is-number"),
      ])}
    </svg>
  );
}
