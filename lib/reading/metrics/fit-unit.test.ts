import { expect, test } from "vitest";
import type { MetricKind } from "@/lib/figures/figure";
import { type Counted, fitUnit, isOfChange, isOtherUnit } from "@/lib/reading/metrics/fit-unit";
import { readText } from "@/lib/reading/read-text";

const metric = (name: string, unit: string, counted: string | null = null, kind?: MetricKind, definition = "") => ({
  name,
  unit,
  counted,
  definition,
  kind: kind ?? (unit === "percent" ? "share" : /^[A-Z]{3}$/.test(unit) ? "money" : "count"),
});
const COMPANIES = metric("Companies attracted", "companies");
const STARTUPS = metric("Start-ups", "companies", "start-ups");
const UNICORNS = metric("Unicorns", "companies", "unicorns");
const JOBS = metric("Tech jobs", "people", "workers");
const STATIONS = metric("5G base stations", "base stations");
const DENSITY = metric("5G base stations per 10,000 people", "base stations per 10000 people", null, "rate");
const SHARE = metric("High-tech in exports", "percent");
const GROWTH = metric("Growth of IT exports", "percent", null, "rate");
const INFLATION = metric("Consumer prices", "percent", null, "rate", "Change of consumer prices on the year before.");
const UNEMPLOYMENT = metric("Unemployment", "percent", null, "rate", "People without work, of the labour force.");
const YUAN = metric("Funding raised", "CNY");
const DOLLARS = metric("High-tech exports", "USD");
const BANDWIDTH = metric("Outbound bandwidth", "Gbps");
const HOSPITALS = metric("Internet hospitals", "hospitals");
const VISITS = metric("Consultations a day", "consultations");

/** The first figure that is read in a sentence. */
function counted(sentence: string): Counted {
  const [first] = readText(sentence).candidates;
  if (first === undefined) throw new Error(`nothing is read in “${sentence}”`);
  return first;
}

test.each([
  // The same thing, in the metric's own word or one for the same.
  ["more than 9,500 companies moved in", COMPANIES, "same"],
  ["more than 9,500 firms moved in", COMPANIES, "same"],
  ["超过9500家企业", COMPANIES, "same"],
  ["1,250 start-ups", STARTUPS, "same"],
  ["1,250 startups", STARTUPS, "same"],
  ["14 unicorns", UNICORNS, "same"],
  ["14家独角兽企业", UNICORNS, "same"],
  ["10,000 base stations", STATIONS, "same"],
  ["26 base stations per 10,000 people", DENSITY, "same"],
  ["raised 70 million yuan", YUAN, "same"],
  ["exports of 3 billion dollars", DOLLARS, "same"],
  ["exports rose 23 percent", GROWTH, "same"],
  ["exports fell 23 percent", GROWTH, "same"],
  ["prices rose 2.1 percent", INFLATION, "same"],
  ["20 percent of exports", SHARE, "same"],
  ["450 consultations a day", VISITS, "same"],
  // Another noun, which may mean the same: somebody has to say so.
  ["212 resident firms", STARTUPS, "doubtful"],
  ["nearly 185,000 people worked there", JOBS, "doubtful"],
  ["240,000 jobs", JOBS, "doubtful"],
  ["450 incubators", UNICORNS, "doubtful"],
  ["孵化器450个", UNICORNS, "doubtful"],
  ["120 hospital beds", HOSPITALS, "doubtful"],
  ["300 start-up founders", STARTUPS, "doubtful"],
  ["50 company directors", COMPANIES, "doubtful"],
  ["5,000 base stations per 10,000 people", STATIONS, "doubtful"],
  ["26 base stations", DENSITY, "doubtful"],
  ["450 consultations", DENSITY, "clash"],
  ["exports rose 23 percent", SHARE, "doubtful"],
  ["nearly 185,000 people", DENSITY, "clash"],
  // What it counts is not said beside it.
  ["there were 9500 in all", COMPANIES, "unsaid"],
  ["fewer than 40 of the state's 254 counties", YUAN, "unsaid"],
  // Never the same.
  ["nearly 185,000 people", YUAN, "clash"],
  ["20 percent", COMPANIES, "clash"],
  ["9,500 companies", SHARE, "clash"],
  ["70 million yuan", DOLLARS, "clash"],
  ["70 million yuan", COMPANIES, "clash"],
  ["20 percent", YUAN, "clash"],
  ["3.2 percentage points", SHARE, "clash"],
  ["40 Mbps", BANDWIDTH, "clash"],
  ["12 hours", metric("Years in a row", "years", null, "duration"), "clash"],
  ["three times as many", SHARE, "clash"],
  ["Exports fell 3.2 percent", SHARE, "clash"],
  ["同比下降4.2%", SHARE, "clash"],
  ["unemployment fell 0.4 percent", UNEMPLOYMENT, "clash"],
] as const)("%s under %j: %s", (sentence, under, fit) => {
  expect(fitUnit(counted(sentence), under)).toBe(fit);
});

test.each([
  [GROWTH, true],
  [INFLATION, true],
  [metric("Change of the informatisation index", "points", null, "rate"), true],
  [SHARE, false],
  [UNEMPLOYMENT, false],
  [metric("Contribution of big data to economic growth", "percent"), false],
  [STARTUPS, false],
  [metric("Growth companies", "companies"), false],
] as const)("%j is of a change: %s", (one, expected) => {
  expect(isOfChange(one)).toBe(expected);
});

test.each([
  ["nearly 185,000 people", JOBS, false],
  ["212 resident firms", STARTUPS, false],
  ["孵化器450个", UNICORNS, false],
  ["26 base stations", DENSITY, false],
  ["450 incubators", UNICORNS, true],
  ["20 percent", COMPANIES, true],
  ["70 million yuan", DOLLARS, true],
  ["9,500 companies", SHARE, true],
  ["9,500 companies", COMPANIES, false],
] as const)("“%s” is another unit than that of %j: %s", (sentence, under, expected) => {
  const { unit } = counted(sentence);
  expect(unit !== null && isOtherUnit(unit, under)).toBe(expected);
});
