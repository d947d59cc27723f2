import type { TableUses } from "@/lib/importing/table/propose-uses";

/** Longest text of a shape that is kept. */
const LONGEST = 2000;

/** The header of a table without what changes from file to file of one series: names of columns, and for those that become rows what their headers say. */
export function shapeOf({ roles, levels }: TableUses): string {
  const isSpread = roles.some(({ use }) => use === "across");
  const names = roles.flatMap(({ column, use }) => {
    if (use !== "across") return [column.name];
    const said = column.levels.filter((_, level) => levels[level] === "metric" || levels[level] === "organisation");
    return said.length === 0 ? [] : [said.join(" › ")];
  });
  const across = isSpread ? [`× ${levels.filter((says) => says !== "ignore").join(" × ")}`] : [];
  return [...new Set([...names, ...across])].join(" | ").slice(0, LONGEST);
}
