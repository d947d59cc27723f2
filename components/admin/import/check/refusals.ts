import type { ImportJob } from "@/lib/importing/job";

/** How many things keep a file from being imported. That a reason is missing is asked for, not refused. */
export function refusals({ summary }: ImportJob): number {
  return (summary?.problems ?? []).filter(({ code }) => code !== "reason_missing").length;
}

/** Whether the rows that are not refused can be imported without the others: nothing is wrong with the file as a whole. */
export function mayBePartial({ summary }: ImportJob): boolean {
  if (summary === null || summary.totals.refused === 0) return false;
  const isWhole = summary.problems.some(({ row, code }) => row === null && code !== "reason_missing");
  return !isWhole && summary.totals.added + summary.totals.changed > 0;
}
