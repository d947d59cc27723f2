import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AffectedFigures } from "@/components/admin/record-form/affected-figures";

const FIGURE = {
  key: "f1",
  about: "Guizhou",
  status: "published",
  wording: "exactly",
  value: "12",
  valueHigh: null,
  otherUnit: null,
} as const;

test.each([
  [5, 1, "1 of 5 figures quotes another unit"],
  [5, 3, "3 of 5 figures quote another unit"],
  [1, 1, "1 of 1 figure quotes another unit"],
])("of %i figures that are listed it says how many contradict the new unit: %i", (count, contradicted, expected) => {
  const affected = { count, contradicted, figures: [{ ...FIGURE, phrase: "12 firms" }] };
  const notice = (
    <AffectedFigures affected={affected} now={null} then={null} busy={false} onConfirm={() => undefined} />
  );
  expect(renderToStaticMarkup(notice)).toContain(expected);
});
