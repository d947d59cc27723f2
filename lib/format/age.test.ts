import { expect, test } from "vitest";
import { ageText } from "@/lib/format/age";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

const { metric } = sampleFigure();
const aged = (period: { periodStart?: string; periodEnd?: string; asOf?: string }, shelfLifeMonths: number | null) =>
  sampleFigure({
    ...{ periodStart: null, periodEnd: null, asOf: null, metric: { ...metric, shelfLifeMonths } },
    ...period,
  });

test.each([
  // Of a year, the years between; of a month or a day, how long ago it was over.
  [{ periodStart: "2018", periodEnd: "2018" }, 36, 20261130, "As of 2018, 8 years old"],
  [{ periodStart: "2024", periodEnd: "2024" }, 6, 20260102, "As of 2024, 2 years old"],
  [{ periodStart: "2024", periodEnd: "2024" }, 6, 20250801, "As of 2024, 1 year old"],
  [{ asOf: "2018-12-31" }, 36, 20261130, "As of 31 Dec 2018, 7 years old"],
  [{ asOf: "2018-11-30" }, 36, 20261130, "As of 30 Nov 2018, 8 years old"],
  [{ asOf: "2025-02" }, 12, 20261130, "As of Feb 2025, 21 months old"],
  [{ asOf: "2024-11" }, 12, 20261130, "As of Nov 2024, 2 years old"],
  [{ periodStart: "2014", periodEnd: "2019-02" }, 12, 20261130, "As of Feb 2019, 7 years old"],
  [{ periodStart: "2018", periodEnd: "2018" }, 120, 20261130, null],
  [{ periodStart: "2018", periodEnd: "2018" }, null, 20261130, null],
  [{}, 36, 20261130, null],
] as const)("%o with a shelf life of %s months, on %d: %s", (period, shelfLife, today, expected) => {
  expect(ageText(aged(period, shelfLife), today, "en-GB")).toBe(expected);
});
