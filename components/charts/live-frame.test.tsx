import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import { ChartFrame } from "@/components/charts/chart-frame";
import { DotMark } from "@/components/charts/marks";
import { metricChart } from "@/lib/charts/metric-chart";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

test("a dot that stands more than a step aside is tied to its place", async () => {
  const mark = {
    ids: ["a"],
    figures: [],
    slot: 1,
    series: 0,
    run: "a",
    target: false,
    wording: "exactly",
    value: 1,
    high: null,
    claims: 1,
    text: "1",
    time: 2020.5,
  };
  const host = document.createElement("div");
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const drawn = async (dx: number) => {
    const placed = { mark, x: 0.5, y: 10, base: null, low: null, high: null, before: 0, dx, isSmall: false };
    await act(async () =>
      createRoot(host).render(
        <svg>
          <title>A dot</title>
          <DotMark placed={placed as never} x="50%" y={10} isUpright rangeEnd={null} />
        </svg>,
      ),
    );
    return [...host.querySelectorAll(".chart-tether")].map((path) => path.getAttribute("d"));
  };
  expect(await drawn(0)).toEqual([]);
  expect(await drawn(13)).toEqual([]);
  expect(await drawn(-39)).toEqual(["M0 9v4H-39v-4"]);
});

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
