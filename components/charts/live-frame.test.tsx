import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import { ChartFrame } from "@/components/charts/chart-frame";
import { metricChart } from "@/lib/charts/metric-chart";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

test("the keys go to a mark that stands for several claims, and it opens every one with its wording, speaker and source", async () => {
  const said = (year: number, value: number) =>
    sampleFigure({
      id: `f${year}-${value}`,
      periodStart: `${year}`,
      periodEnd: `${year}`,
      value,
      speaker: `Speaker ${value}`,
    });
  const claims = [42_000, 42_010, 42_020, 42_030, 42_040, 42_050, 42_060, 42_070];
  const figures = [said(2021, 30_000), said(2022, 35_000), ...claims.map((value) => said(2023, value))];
  const spec = metricChart(sampleFigure().metric, figures, { title: "Example", locale: "en-GB" });
  const host = document.createElement("div");
  document.body.append(host);
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  await act(async () => createRoot(host).render(<ChartFrame spec={spec} numbers={new Map()} />));

  const stage = host.querySelector<HTMLElement>('[role="application"]');
  const press = (key: string) =>
    act(async () => stage?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
  await press("Home");
  expect(host.querySelectorAll(".chart-claim")).toHaveLength(0);
  await press("End");
  const opened = [...host.querySelectorAll(".chart-claim")].map(({ textContent }) => textContent);
  expect(opened).toEqual(
    claims.map((value) => `${value.toLocaleString("en-GB")}\u00a0things, 2023, says Speaker ${value}`),
  );
  expect(host.querySelector(".chart-tip b")?.textContent).toBe("8 claims: 42,000 to 42,070");
  expect(host.querySelectorAll(".chart-tip a")).toHaveLength(8);
  host.remove();
});
