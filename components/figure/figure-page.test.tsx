import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FigurePage } from "@/components/figure/figure-page";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const ageing = { ...sampleFigure().metric, shelfLifeMonths: 24 };
const html = (figure: ReturnType<typeof sampleFigure>, today: string) => {
  vi.setSystemTime(today);
  const place = document.createElement("div");
  const root = createRoot(place);
  flushSync(() =>
    root.render(<FigurePage citable={null} view={{ figure, claims: null, others: [], othersInAll: 0, history: [] }} />),
  );
  return place.innerHTML;
};

test("a figure is called old from the day on which it is past its shelf life", () => {
  const figure = sampleFigure({ metric: ageing });
  expect(html(figure, "2022-12-31")).not.toContain("years old");
  expect(html(figure, "2023-01-01")).toContain("As of 2020, 3 years old");
});

test("two places of one source are two quotations, each with a key of its own", () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const citations = [sampleCitation(), sampleCitation({ locator: "para 9", phrase: "2,000 in all", role: "repeat" })];
  const page = html(sampleFigure({ citations }), "2022-12-31");
  expect(page).toContain("some 2,000 things");
  expect(page).toContain("2,000 in all");
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
