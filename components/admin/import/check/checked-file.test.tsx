import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CheckedFile } from "@/components/admin/import/check/checked-file";
import { NO_DECISIONS } from "@/components/admin/import/state/decisions";
import { MantineFrame } from "@/components/admin/shell/mantine-frame";
import type { ImportJob } from "@/lib/importing/job";
import type { PlanSummary } from "@/lib/importing/plan";
import { NOTHING_LEFT } from "@/lib/importing/table/left-out";

const column = (header: string, field: "value" | null) => ({ header, field, by: "name", samples: ["1"] }) as const;
const SUMMARY: PlanSummary = {
  columns: [column("value", "value"), column("OBS_STATUS", null), column("lower_bound", null)],
  rows: 40,
  totals: { refused: 40, added: 0, changed: 0, unchanged: 0 },
  read: [],
  left: NOTHING_LEFT,
  newRecords: [],
  publishedChanged: 0,
  problems: [{ row: 2, column: "Metric", code: "missing", message: "No column is matched to “Metric”" }],
  problemKinds: [
    {
      column: "Metric",
      code: "missing",
      count: 40,
      rows: [2, 3, 4, 5, 6, 7],
      messages: ["No column is matched to “Metric”"],
    },
    { column: "value", code: "ambiguous", count: 1, rows: [9], messages: ["“1.234” may mean two things"] },
  ],
  warningKinds: [
    { column: null, code: "phrase_without_number", count: 2, rows: [3, 5], messages: ["The phrase says 1"] },
  ],
  warned: 2,
};
const JOB = { id: "job1", label: "a.csv", mode: "dry-run", state: "checked", summary: SUMMARY } as ImportJob;

function shown(job = JOB): string {
  const props = { job, decisions: NO_DECISIONS, isOutdated: false, isAtHand: true, hasSteps: false };
  const nothing = () => undefined;
  const html = renderToStaticMarkup(
    <MantineFrame>
      <CheckedFile {...props} onChange={nothing} onCheck={nothing} onImport={nothing} onGo={nothing} />
    </MantineFrame>,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

test("what is not taken and the columns stand before the errors, each kind of error once with its rows", () => {
  const text = shown();
  const places = ["Not taken from the file:", "Columns of the file", "What is refused", "To be looked at in 2 figures"];
  const found = places.map((part) => text.indexOf(part));
  expect(found).not.toContain(-1);
  expect([...found].sort((a, b) => a - b)).toEqual(found);
  expect(text).toContain("Not taken from the file: OBS_STATUS. Match");
  expect(text.split("No column is matched to “Metric”")).toHaveLength(2);
  expect(text).toContain("40 figures, the first of them in the rows 2, 3, 4, 5, 6 …");
  expect(text).toContain("“1.234” may mean two things Row 9");
  expect(text).toContain("The phrase says 1 2 figures in the rows 3, 5");
});

test.each([
  [
    { refused: 40, added: 0, changed: 0, unchanged: 0 },
    "Of 40 figures, 0 would be added, 0 changed, 0 are there already and 40 are refused.",
  ],
  [
    { refused: 1, added: 37, changed: 1, unchanged: 1 },
    "Of 40 figures, 37 would be added, 1 changed, 1 is there already and 1 is refused.",
  ],
])("%j is told in sentences that agree with their numbers", (totals, expected) => {
  expect(shown({ ...JOB, summary: { ...SUMMARY, totals } })).toContain(expected);
});
