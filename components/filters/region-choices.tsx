"use client";

interface Props {
  readonly choices: readonly { readonly code: string; readonly name: string; readonly figureCount: number }[];
  readonly chosen: readonly string[];
}

/** Regions to choose from, with how many figures each has: as data for the reason that `ChartRows` gives. */
export function RegionChoices({ choices, chosen }: Props) {
  return choices.map(({ code, name, figureCount }) => (
    <label key={code}>
      <input
        type="checkbox"
        name="region"
        value={code}
        defaultChecked={chosen.includes(code)}
        data-shown={chosen.includes(code)}
      />{" "}
      {name} <small>{figureCount}</small>
    </label>
  ));
}
