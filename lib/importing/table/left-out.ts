/** Why cells or rows of a table become no rows of an import. */
export type LeftOut = "no_figure" | "by_choice" | "group" | "total" | "section" | "below";

/** Nothing left out. */
export const NOTHING_LEFT: Readonly<Record<LeftOut, number>> = {
  no_figure: 0,
  by_choice: 0,
  group: 0,
  total: 0,
  section: 0,
  below: 0,
};

const TOLD: Readonly<Record<LeftOut, readonly [one: string, more: string]>> = {
  no_figure: ["cell without a figure", "cells without a figure"],
  by_choice: ["figure left out by choice", "figures left out by choice"],
  group: ["figure of a group of places", "figures of groups of places"],
  total: ["row that sums up others", "rows that sum up others"],
  section: ["row of words alone", "rows of words alone"],
  below: ["row below the table", "rows below the table"],
};

/** What was left out and how much of it, in a sentence; "" for nothing. */
export function leftSentence(left: Readonly<Record<LeftOut, number>>): string {
  const parts = (Object.keys(TOLD) as LeftOut[]).flatMap((why) => {
    const [one, more] = TOLD[why];
    return left[why] === 0 ? [] : [`${left[why].toLocaleString("en")} ${left[why] === 1 ? one : more}`];
  });
  return parts.length === 0 ? "" : `Not taken: ${parts.join(", ")}.`;
}
