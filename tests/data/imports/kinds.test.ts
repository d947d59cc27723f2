import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { openImport } from "@/lib/data/import/open-import";
import { runImport } from "@/lib/data/import/run-import";
import type { PlannedRow } from "@/lib/importing/plan";
import { UnreadableFile } from "@/lib/importing/problem";
import type { LeftOut } from "@/lib/importing/table/left-out";
import { type Recipe, recipeSchema } from "@/lib/importing/table/recipe";
import { workbook, zip } from "@/tests/setup/data/hand-made-workbook";

/** Files as people have them, one of each kind, in tests/data/imports/kinds; what they come to was counted by hand before they were read. */
interface Kind {
  readonly bytes: () => Uint8Array;
  readonly said: Readonly<Record<string, unknown>>;
  /** How many figures it has, their sum in the metric's unit, and some of them: region, time, value. */
  readonly figures: number;
  readonly sum: number;
  readonly cells: readonly string[];
  readonly left?: Partial<Record<LeftOut, number>>;
  /** Codes of what is refused, by how many rows. */
  readonly refused?: Readonly<Record<string, number>>;
  /** Codes of what is to be looked at, by how many figures; left out where that is not what the file is about. */
  readonly warned?: Readonly<Record<string, number>>;
}

const GROWTH = "software-revenue-growth";
const SAID = { source: "china-daily-2019-guizhou-looms", wording: "exactly" };
const of = (metric: string) => ({ ...SAID, metric });

const file = (name: string) => () => new Uint8Array(readFileSync(`tests/data/imports/kinds/${name}`));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const lines =
  (...written: readonly string[]) =>
  () =>
    bytesOf(`${written.join("\n")}\n`);
const entry = (name: string, content: string) => ({ name, data: file(content)() });
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: number, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const row = (...cells: readonly string[]) => `<row>${cells.join("")}</row>`;

const KINDS: Readonly<Record<string, Kind>> = {
  "Eurostat's first column": {
    bytes: file("eurostat-bulk.tsv"),
    said: { constants: of(GROWTH), leavesGroups: true },
    figures: 4,
    sum: 34.85,
    cells: ["DE, 2019, 12.3", "DE, 2021, 5.1", "IE, 2019, 8.4", "IE, 2021, 9.05"],
    left: { no_figure: 2, group: 3 },
  },
  "a data package": {
    bytes: () =>
      zip([entry("datapackage.json", "package-datapackage.json"), entry("data/exports.csv", "package-exports.csv")]),
    said: { constants: { wording: "exactly", metric: "high-tech-exports-usd", source_language: "en" } },
    figures: 3,
    sum: 3_875_000,
    cells: ["DE, 2018, 1250000", "DE, 2019, 2125000", "IE, 2019, 500000"],
    left: { no_figure: 1 },
  },
  "JSON-stat": {
    bytes: file("jobs.jsonstat.json"),
    said: { constants: { wording: "exactly", source_language: "en" } },
    figures: 5,
    sum: 1_923_975,
    cells: ["DE, 2019, 812500", "DE, 2020, 820250", "IE, 2019, 96100", "IE, 2020, 97000", "IE, 2021, 98125"],
    left: { no_figure: 1 },
  },
  "SDMX-CSV with labels": {
    bytes: file("sdmx-labels.csv"),
    said: { constants: SAID, leavesGroups: true },
    figures: 3,
    sum: 131_875_000_000,
    cells: ["DE, 2019-01/2019-03, 45500000000", "DE, 2019-04/2019-06, 46250000000", "IE, 2019-01/2019-03, 40125000000"],
    left: { group: 1 },
  },
  "an archive with one table": {
    bytes: () =>
      zip([
        { name: "__MACOSX/data/._zipped.csv", data: Uint8Array.from([0, 5, 22, 7]) },
        { name: "README.txt", data: bytesOf("Read me first, please") },
        entry("data/zipped.csv", "zipped.csv"),
      ]),
    said: { constants: of(GROWTH) },
    figures: 4,
    sum: 12,
    cells: ["DE, 2019, 1.5", "DE, 2020, 2.5", "IE, 2019, 3.5", "IE, 2020, 4.5"],
  },
  "the World Bank's, in constant prices": {
    bytes: file("world-bank-constant-prices.csv"),
    said: {
      constants: SAID,
      leavesGroups: true,
      metrics: { "High-technology exports (constant 2015 US$)": "high-tech-exports-usd" },
    },
    figures: 5,
    sum: 533_833_000_000.5,
    cells: [
      "DE, 2018, 210083000000",
      "DE, 2019, 208000000000.5",
      "IE, 2018, 35500000000",
      "IE, 2019, 39000000000",
      "IE, 2020, 41250000000",
    ],
    left: { no_figure: 1, group: 6 },
  },
  "a Chinese line of units": {
    bytes: file("unit-line-chinese.csv"),
    said: { constants: of("big-data-revenue-cny") },
    figures: 4,
    sum: 516_875_000_000,
    cells: [
      "CN-GZ, 2018, 107650000000",
      "CN-GZ, 2019-01/2019-06, 61225000000",
      "CN-ZJ, 2018, 230000000000",
      "CN-ZJ, 2019-01/2019-06, 118000000000",
    ],
    left: { total: 1, below: 1 },
  },
  "a line that says thousands": {
    bytes: file("in-thousands.csv"),
    said: { constants: of("internet-users") },
    figures: 4,
    sum: 155_450_500,
    cells: ["DE, 2019, 72900000", "DE, 2020, 73800500", "IE, 2019, 4300000", "IE, 2020, 4450000"],
    left: { below: 1 },
  },
  "a unit in the header": {
    bytes: file("unit-in-header.csv"),
    said: { constants: of("tech-jobs") },
    figures: 3,
    sum: 4_457_500,
    cells: ["CN-BJ, 2018, 1055000", "CN-BJ, 2019, 1100000", "CN-GD, 2019, 2302500"],
  },
  "merged cells": {
    bytes: () =>
      workbook({
        rows:
          row(text("Region"), text("Year"), text("Growth")) +
          row(text("Guizhou"), number(2018), number(1.5)) +
          row("<c/>", number(2019), number(2.5)) +
          row(text("Beijing"), number(2019), number(3.5)),
        merged: ["A2:A3"],
      }),
    said: { constants: of(GROWTH) },
    figures: 3,
    sum: 7.5,
    cells: ["CN-GZ, 2018, 1.5", "CN-GZ, 2019, 2.5", "CN-BJ, 2019, 3.5"],
  },
  "times of many kinds": {
    bytes: file("dates.csv"),
    said: { constants: of(GROWTH) },
    figures: 8,
    sum: 42,
    cells: [
      "DE, 2019-02, 1.5",
      "DE, 2019-01/2019-03, 2.5",
      "DE, 2019-04/2019-06, 3.5",
      "DE, 2017, 4.5",
      "DE, 2018-01/2018-06, 5.5",
      "DE, 2015-12-31, 6.5",
      "DE, 2016-03, 8.5",
      "DE, 2016-07/2016-12, 9.5",
    ],
    refused: { ambiguous_time: 1 },
  },
  "codes of NUTS": {
    bytes: file("nuts.csv"),
    said: { constants: of(GROWTH), newPlaces: true },
    figures: 11,
    sum: 52.75,
    cells: [
      "DE-BY, 2020, 1.5",
      "DE-NW, 2021, 4.25",
      "AT-9, 2020, 5.5",
      "ES-CT, 2021, 8.5",
      "IT-25, 2020, 9.5",
      "LU, 2021, 2.25",
    ],
    left: { no_figure: 1 },
    refused: { unknown_region: 2 },
  },
  "groups of places by their codes": {
    bytes: file("groups-by-code.csv"),
    said: { constants: of(GROWTH), leavesGroups: true },
    figures: 3,
    sum: 11.5,
    cells: ["DE, 2019, 1.5", "IE, 2019, 2.5", "DE, 2020, 7.5"],
    left: { group: 4 },
  },
  "a workbook that counts from 1904 and writes “million” in its format": {
    bytes: () =>
      workbook({
        sheets: [
          { name: "Old", state: "hidden", rows: row(text("Country"), text("Year")) },
          {
            name: "New",
            rows:
              row(text("Country"), text("Day"), text("Users")) +
              row(text("Germany"), number(42004, 1), number(72.5, 2)) +
              row(text("Ireland"), number(42004, 1), number(4.5, 2)),
          },
        ],
        styles: ["yyyy", '0.0" million"'],
        is1904: true,
      }),
    said: { constants: of("internet-users") },
    figures: 2,
    sum: 77_000_000,
    cells: ["DE, 2019, 72500000", "IE, 2019, 4500000"],
  },
  "formulas without a result and errors": {
    bytes: () =>
      workbook({
        rows:
          row(text("Country"), text("2019"), text("2020")) +
          row(text("Germany"), number(1.5), "<c><f>B2*2</f></c>") +
          row(text("Ireland"), '<c t="e"><v>#DIV/0!</v></c>', number(2.5)),
      }),
    said: { constants: of(GROWTH) },
    figures: 2,
    sum: 4,
    cells: ["DE, 2019, 1.5", "IE, 2020, 2.5"],
    refused: { no_result: 1, cell_error: 1 },
  },
  "Indian grouping, brackets, lakh and crore": {
    bytes: file("indian.csv"),
    said: { constants: of("tech-jobs-net"), brackets: "minus" },
    figures: 6,
    sum: 32_592_943,
    cells: [
      "IN-KA, 2019, 12345678",
      "IN-KA, 2020, -250",
      "IN-KA, 2021, 150000",
      "IN-TS, 2019, 98765",
      "IN-TS, 2020, -1250",
      "IN-TS, 2021, 20000000",
    ],
  },
  "brackets that may be those of accounts": {
    bytes: file("indian.csv"),
    said: { constants: of("tech-jobs-net") },
    figures: 5,
    sum: 32_593_193,
    cells: ["IN-KA, 2019, 12345678", "IN-TS, 2020, -1250"],
    refused: { ambiguous: 1 },
  },
  "pairs of years that may be months": {
    bytes: file("pairs-of-years.csv"),
    said: { constants: of(GROWTH) },
    figures: 0,
    sum: 0,
    cells: [],
    refused: { ambiguous_time: 6 },
  },
  "pairs of years, said to be years": {
    bytes: file("pairs-of-years.csv"),
    said: { constants: of(GROWTH), yearPairs: "years" },
    figures: 6,
    sum: 24,
    cells: [
      "IN, 2009/2010, 1.5",
      "IN, 2010/2011, 2.5",
      "IN, 2011/2012, 3.5",
      "IE, 2009/2010, 4.5",
      "IE, 2011/2012, 6.5",
    ],
  },
  "units below the names of columns, a number among them": {
    bytes: lines("Jahr;Jobs;Anteil", ";1000;Prozent", "2018;44.866;1,5", "2019;45.276,5;0,25", "2020;.;x"),
    said: { constants: { ...SAID, region: "DE" }, metrics: { Jobs: "tech-jobs", Anteil: GROWTH } },
    figures: 4,
    sum: 90_142_501.75,
    cells: ["DE, 2018, 44866000", "DE, 2018, 1.5", "DE, 2019, 45276500", "DE, 2019, 0.25"],
    left: { no_figure: 2 },
  },
  "a unit below the only name": {
    bytes: lines("Year;Exports", ";million USD", "2018;1234.5", "2019;2500.25"),
    said: { constants: { ...of("high-tech-exports-usd"), region: "DE" } },
    figures: 2,
    sum: 3_734_750_000,
    cells: ["DE, 2018, 1234500000", "DE, 2019, 2500250000"],
  },
  "Statistics Canada's": {
    bytes: lines(
      '"REF_DATE","GEO","UOM","UOM_ID","SCALAR_FACTOR","SCALAR_ID","VALUE","STATUS"',
      '"2019-01","Canada","Persons","249","thousands","3","18984.5",""',
      '"2019-01","Ontario","Persons","249","thousands","3","7321.9","E"',
      '"2019-01","Yukon","Persons","249","thousands","3","","x"',
    ),
    said: { constants: of("tech-jobs"), newPlaces: true },
    figures: 2,
    sum: 26_306_400,
    cells: ["CA, 2019-01, 18984500", "CA-ON, 2019-01, 7321900"],
    left: { no_figure: 1 },
  },
  "the IMF's, with a column of scales": {
    bytes: lines(
      "ISO\tCountry\tSubject Descriptor\tUnits\tScale\t2018\t2019\tEstimates Start After",
      "DEU\tGermany\tExports, all\tU.S. dollars\tBillions\t3,977.25\t3,888.5\t2018",
      "IRL\tIreland\tExports, all\tU.S. dollars\tBillions\t386.5\tn/a\t2018",
    ),
    said: { constants: of("high-tech-exports-usd") },
    figures: 3,
    sum: 8_252_250_000_000,
    cells: ["DE, 2018, 3977250000000", "DE, 2019, 3888500000000 (marked estimated)", "IE, 2018, 386500000000"],
    left: { no_figure: 1 },
  },
  "the IMF's estimates beside a flag of the row": {
    bytes: lines(
      "Country,2018,2019,Flags,Estimates Start After",
      "Germany,1.5,2.5,b,2018",
      "Ireland,3.5,4.5,,2018",
      "India,5.5,6.5,p,2019",
    ),
    said: { constants: of(GROWTH) },
    figures: 6,
    sum: 24,
    cells: [
      "DE, 2018, 1.5 (marked break in series)",
      "DE, 2019, 2.5 (marked break in series; estimated)",
      "IE, 2019, 4.5 (marked estimated)",
      "IN, 2019, 6.5 (marked provisional)",
    ],
  },
  "a workbook with hidden rows and a hidden column": {
    bytes: () =>
      workbook({
        columns:
          '<col min="1" max="2" width="9"/><col min="3" max="3" hidden="1"/><col min="6" max="16384" hidden="1"/>',
        rows: [
          row(text("Country"), text("2018"), text("2019"), text("2020")),
          row(text("Germany"), number(1.5), number(2.5), number(3.5)),
          `<row hidden="1">${text("Ireland")}${number(4.5)}${text("5.5")}${number(6.5)}</row>`,
          `<row hidden="0">${text("India")}${number(7.5)}${number(8.5)}${number(9.5)}</row>`,
        ].join(""),
      }),
    said: { constants: of(GROWTH) },
    figures: 9,
    sum: 49.5,
    cells: ["DE, 2019, 2.5", "IE, 2018, 4.5", "IN, 2020, 9.5"],
    warned: { hidden: 5 },
  },
  "a workbook with numbers that are struck out": {
    bytes: () =>
      workbook({
        styles: [0, "0.0%"],
        fonts: ["<font><b/><strike/></font>", '<font><strike val="0"/></font>'],
        rows: [
          row(text("Country"), text("2018"), text("2019")),
          row(text("Germany"), number(1.5, 1), number(0.025, 2)),
          row(text("Ireland"), number(3.5), `<c s="1" t="inlineStr"><is><t>4.5</t></is></c>`),
        ].join(""),
      }),
    said: { constants: of(GROWTH) },
    figures: 4,
    sum: 12,
    cells: ["DE, 2018, 1.5", "DE, 2019, 2.5", "IE, 2019, 4.5"],
    warned: { struck: 2 },
  },
  "a workbook of our own with a hidden row": {
    bytes: () =>
      workbook({
        rows: [
          row(text("metric"), text("region"), text("period"), text("value"), text("source"), text("phrase")),
          `<row hidden="true">${[GROWTH, "DE", "2019", "1.5", SAID.source, "rose 1.5 percent"].map(text).join("")}</row>`,
          row(...[GROWTH, "DE", "2020", "2.5", SAID.source, "rose 2.5 percent"].map(text)),
        ].join(""),
      }),
    said: {},
    figures: 2,
    sum: 4,
    cells: ["DE, 2019, 1.5", "DE, 2020, 2.5"],
    warned: { hidden: 1, no_wording: 1 },
  },
  "a scale that some numbers of a column have and one lacks": {
    bytes: lines("Country,2018,2019", "Germany,1.2 bn,3.4 bn", "Ireland,7,750 million", 'India,0,"500,000"'),
    said: { constants: of("internet-users") },
    figures: 6,
    sum: 5_350_500_007,
    cells: ["DE, 2018, 1200000000", "IE, 2018, 7", "IE, 2019, 750000000"],
    warned: { no_scale: 1 },
  },
  "the same where other cells have it in their format": {
    bytes: () =>
      workbook({
        styles: ['0.0,,,"bn"'],
        rows: [
          row(text("Country"), text("2018")),
          row(text("Germany"), number(3_200_000_000, 1)),
          row(text("Ireland"), text("45")),
          row(text("India"), number(1_500_000_000)),
        ].join(""),
      }),
    said: { constants: of("internet-users") },
    figures: 3,
    sum: 4_700_000_045,
    cells: ["DE, 2018, 3200000000", "IE, 2018, 45"],
    warned: { no_scale: 1 },
  },
  "a title that says what formats leave out of most numbers": {
    bytes: () =>
      workbook({
        styles: ["#,##0,,", '0.0,,"M"', "#,##0,"],
        rows: [
          row(text("Exports (US$ million)")),
          row(text("Country"), text("2018"), text("2019")),
          row(text("Germany"), number(1_500_000_000, 1), number(2_500_000, 2)),
          row(text("Ireland"), number(750), number(1_250_000, 3)),
        ].join(""),
      }),
    said: { constants: of("high-tech-exports-usd") },
    figures: 3,
    sum: 2_252_500_000,
    cells: ["DE, 2018, 1500000000", "DE, 2019, 2500000", "IE, 2018, 750000000"],
    refused: { unit: 1 },
  },
  "a format that leaves digits out, and nothing says how many": {
    bytes: () =>
      workbook({
        styles: ["#,##0,,"],
        rows: [
          row(text("Country"), text("2018"), text("2019")),
          row(text("Germany"), number(1_500_000_000, 1), number(2_500_000, 1)),
          row(text("Ireland"), number(7), number(0, 1)),
        ].join(""),
      }),
    said: { constants: of("high-tech-exports-usd") },
    figures: 4,
    sum: 1_502_500_007,
    cells: ["DE, 2018, 1500000000", "IE, 2018, 7", "IE, 2019, 0"],
    warned: { scaled: 2, no_scale: 1 },
  },
  "a number without a scale that is as long as those with it": {
    bytes: () =>
      workbook({
        styles: ['0.00"亿元"'],
        rows: [
          row(text("地区"), text("2021"), text("2022")),
          row(text("北京市"), number(40_269.5, 1), number(41_610.25, 1)),
          row(text("贵州省"), number(19_586.5, 1), number(20_164.5)),
          row(text("上海市"), number(43_214.75, 1), number(4_465_280_000_000)),
        ].join(""),
      }),
    said: { constants: of("gdp-cny") },
    figures: 6,
    sum: 4_026_950_000_000 + 4_161_025_000_000 + 1_958_650_000_000 + 20_164.5 + 4_321_475_000_000 + 4_465_280_000_000,
    cells: ["CN-BJ, 2021, 4026950000000", "CN-GZ, 2022, 20164.5", "CN-SH, 2022, 4465280000000"],
    warned: { no_scale: 1 },
  },
  "a year of parts of one beside years of percentages": {
    bytes: lines(
      "Country,2021,2022,2023",
      "Germany,0.412,42.6,43.1",
      "Ireland,0.201,21.4,22",
      "India,0.009,0.8,1.1",
      "Israel,0.25,25.5,26",
    ),
    said: { constants: of(GROWTH) },
    figures: 12,
    sum: 0.412 + 42.6 + 43.1 + 0.201 + 21.4 + 22 + 0.009 + 0.8 + 1.1 + 0.25 + 25.5 + 26,
    cells: ["DE, 2021, 0.412", "IN, 2022, 0.8"],
    warned: { parts: 4 },
  },
  "places of parts of one beside others are no other unit": {
    bytes: lines("Year,Germany,Ireland", "2019,42.5,0.4", "2020,43.5,0.5", "2021,44.5,0.25"),
    said: { constants: of(GROWTH) },
    figures: 6,
    sum: 131.65,
    cells: ["IE, 2019, 0.4"],
    warned: {},
  },
  "a day that lost its format among others": {
    bytes: () =>
      workbook({
        styles: ["d.m.yyyy"],
        rows: [
          row(text("Country"), text("2021"), text("2022")),
          row(text("Germany"), number(4.5), number(45_386, 1)),
          row(text("Ireland"), number(3.5), number(45_416)),
          row(text("India"), number(45_416), number(6.5)),
        ].join(""),
      }),
    said: { constants: of(GROWTH) },
    figures: 5,
    sum: 4.5 + 3.5 + 45_416 + 45_416 + 6.5,
    cells: ["IE, 2022, 45416"],
    refused: { not_a_number: 1 },
    warned: { day: 1 },
  },
  "financial years with the estimates of India": {
    bytes: lines("Country,2020-21,2021-22 (RE),2022-23 (BE)", "India,1.5,2.5,3.5"),
    said: { constants: of(GROWTH), yearPairs: "years" },
    figures: 3,
    sum: 7.5,
    cells: [
      "IN, 2020/2021, 1.5",
      "IN, 2021/2022, 2.5 (marked revised estimate)",
      "IN, 2022/2023, 3.5 (a target, marked budget estimate)",
    ],
  },
  "a header with the mark of a footnote, which is no unit": {
    bytes: lines(
      "Exports (US$ million)",
      "Country,2021,2022 (1),2023 (a)",
      "Germany,1.5,2.5,3.5",
      "Ireland,4.5,5.5,6.5",
      "India,7.5,8.5,9.5",
    ),
    said: { constants: of("high-tech-exports-usd") },
    figures: 9,
    sum: 49_500_000,
    cells: ["DE, 2021, 1500000", "DE, 2022, 2500000", "IE, 2023, 6500000"],
  },
  "a part of one among percentages": {
    bytes: () =>
      workbook({
        styles: ["0.0%"],
        rows: [
          row(text("Country"), text("2018"), text("2019")),
          row(text("Germany"), number(0.205, 1), number(0.18)),
          row(text("Ireland"), number(12.5), text("0,5%")),
          row(text("India"), text("0,4"), number(0, 1)),
        ].join(""),
      }),
    said: { constants: of(GROWTH), numberFormat: "de" },
    figures: 6,
    sum: 34.08,
    cells: ["DE, 2018, 20.5", "DE, 2019, 0.18", "IE, 2018, 12.5", "IE, 2019, 0.5", "IN, 2018, 0.4", "IN, 2019, 0"],
    warned: { no_scale: 2 },
  },
  "years of which the format of a workbook says more than their digits": {
    bytes: () =>
      workbook({
        styles: ['0"E"', '0"年"', '0"A"'],
        rows: [
          row(text("Country"), number(2018), number(2019, 2), number(2024, 3), number(2025, 1)),
          row(text("Germany"), number(1.5), number(2.5), number(3.5), number(4.5)),
        ].join(""),
      }),
    said: { constants: of(GROWTH) },
    figures: 4,
    sum: 12,
    cells: ["DE, 2018, 1.5", "DE, 2019, 2.5", "DE, 2024, 3.5", "DE, 2025, 4.5 (marked estimated)"],
  },
  "financial years that only the format of a workbook tells, in rows": {
    bytes: () =>
      workbook({
        styles: ['"FY"0', '0"F"'],
        rows: [
          row(text("Country"), text("Year"), text("Value")),
          row(text("Germany"), number(2019, 1), number(1.5)),
          row(text("Germany"), number(2020), number(2.5)),
          row(text("Germany"), number(2026, 2), number(3.5)),
        ].join(""),
      }),
    said: { constants: of(GROWTH) },
    figures: 3,
    sum: 7.5,
    cells: ["DE, 2019, 1.5", "DE, 2020, 2.5", "DE, 2026, 3.5 (a target, marked forecast)"],
    warned: { financial_year: 1 },
  },
  "a number that is small among others of another metric": {
    bytes: lines("Country,Indicator,2018", "Germany,internet-users,1.2 bn", "Germany,software-revenue-growth,4.5"),
    said: { constants: SAID },
    figures: 2,
    sum: 1_200_000_004.5,
    cells: ["DE, 2018, 4.5"],
    warned: {},
  },
  "two tables side by side": {
    bytes: lines("Country,2018,2019,,Country,2018,2019", "Germany,1.5,2.5,,Ireland,8,9", "Ireland,3,4,,Germany,7,6"),
    said: { constants: of(GROWTH) },
    figures: 4,
    sum: 11,
    cells: ["DE, 2018, 1.5", "DE, 2019, 2.5", "IE, 2018, 3", "IE, 2019, 4"],
  },
  "a unit that holds unless stated, and one that is": {
    bytes: lines(
      "Exports (US$ million unless stated),",
      "Country,2018",
      "Germany,1.5",
      "Ireland (EUR million),410",
      "Ireland (EUR),7",
    ),
    said: { constants: of("high-tech-exports-usd") },
    figures: 1,
    sum: 1_500_000,
    cells: ["DE, 2018, 1500000"],
    refused: { unit: 2 },
  },
  "currencies in a column, and the scale in a name": {
    bytes: lines(
      "Country,Item,Currency,Year,Value",
      'Germany,"Exports, bn",USD,2019,1.5',
      'Ireland,"Exports, bn",EUR,2019,2.5',
    ),
    said: { constants: SAID, metrics: { "Exports, bn": "high-tech-exports-usd" } },
    figures: 1,
    sum: 1_500_000_000,
    cells: ["DE, 2019, 1500000000"],
    refused: { unit: 1 },
  },
  "a gap in a column of units": {
    bytes: lines("Country,Unit,2019", "Germany,million USD,2.5", "Ireland,,3.5"),
    said: { constants: of("high-tech-exports-usd") },
    figures: 1,
    sum: 2_500_000,
    cells: ["DE, 2019, 2500000"],
    refused: { unit: 1 },
  },
  "marks behind months and quarters, and quarters as other languages have them": {
    bytes: lines(
      "Country,Dec. 2019,Jan. 2020(p),T2 2020 (r),2020K3",
      "Germany,1.5,2.5,3.5,4.5",
      "Ireland,(X),5.5,6.5,7.5",
    ),
    said: { constants: of(GROWTH) },
    figures: 7,
    sum: 31.5,
    cells: [
      "DE, 2019-12, 1.5",
      "DE, 2020-01, 2.5 (marked provisional)",
      "DE, 2020-04/2020-06, 3.5 (marked revised)",
      "DE, 2020-07/2020-09, 4.5",
    ],
    left: { no_figure: 1 },
  },
  "the first year of an era": {
    bytes: lines("国,平成30年,令和元年,令和2年", "Germany,1.5,2.5,3.5", "Ireland,4.5,5.5,6.5"),
    said: { constants: of(GROWTH) },
    figures: 6,
    sum: 24,
    cells: ["DE, 2018, 1.5", "DE, 2019, 2.5", "IE, 2020, 6.5"],
  },
  "the OECD's, each code with its name": {
    bytes: lines(
      "REF_AREA,Reference area,UNIT_MEASURE,Unit of measure,TIME_PERIOD,OBS_VALUE,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier",
      "DEU,Germany,USD,US dollars,2019,1.5,P,Provisional value,6,Millions",
      "IRL,Ireland,USD,US dollars,2019,2500,A,Normal value,3,Thousands",
    ),
    said: { constants: of("high-tech-exports-usd") },
    figures: 2,
    sum: 4_000_000,
    cells: ["DE, 2019, 1500000 (marked provisional)", "IE, 2019, 2500000"],
  },
  "the ILO's, of which the total of both sexes is meant": {
    bytes: lines(
      "ref_area.label,sex.label,time,obs_value,obs_status.label",
      "Germany,Total,2019,1.5,Break in series",
      "Germany,Male,2019,2.5,",
      "Ireland,Total,2019Q4,3.5,Unreliable",
    ),
    said: { constants: SAID, metrics: { Total: GROWTH, Male: "" } },
    figures: 2,
    sum: 5,
    cells: ["DE, 2019, 1.5 (marked Break in series)", "IE, 2019-10/2019-12, 3.5 (marked Unreliable)"],
    left: { by_choice: 1 },
  },
  "units in rows below “Quantity”": {
    bytes: lines("Country,Year,Unit,Quantity", "Germany,2018,million USD,1.5", "Ireland,2019,thousand USD,2.5"),
    said: { constants: of("high-tech-exports-usd") },
    figures: 2,
    sum: 1_502_500,
    cells: ["DE, 2018, 1500000", "IE, 2019, 2500"],
  },
  "JSON-stat that counts men apart": {
    bytes: () =>
      bytesOf(
        JSON.stringify({
          ...{ version: "2.0", class: "dataset", label: "Growth", id: ["geo", "sex", "time"], size: [1, 2, 1] },
          role: { geo: ["geo"], time: ["time"] },
          dimension: {
            geo: { label: "Region", category: { index: ["DE"], label: { DE: "Germany" } } },
            sex: { label: "Sex", category: { index: ["T", "M"], label: { T: "Both sexes", M: "Males" } } },
            time: { label: "Year", category: { index: ["2019"] } },
          },
          value: [1.5, 2.5],
        }),
      ),
    said: { constants: { ...SAID, source_language: "en" }, metrics: { "Both sexes": GROWTH, Males: "" } },
    figures: 1,
    sum: 1.5,
    cells: ["DE, 2019, 1.5"],
    left: { by_choice: 1 },
  },
  "what programs write for no number": {
    bytes: lines("Country,2018,2019", "Germany,1.5,-999", "Ireland,-9999,-9.99"),
    said: { constants: of(GROWTH) },
    figures: 2,
    sum: -8.49,
    cells: ["DE, 2018, 1.5", "IE, 2019, -9.99"],
    refused: { placeholder: 2 },
  },
  "months above numbers, in rows of years": {
    bytes: lines("Series:,X1", "Adjusted,", "Year,Jan,Feb,Annual", "2018,1.5,2.5,2", "2019,3.5,,3"),
    said: { constants: { ...of(GROWTH), region: "DE" } },
    figures: 5,
    sum: 12.5,
    cells: ["DE, 2018-01, 1.5", "DE, 2018-02, 2.5", "DE, 2018, 2", "DE, 2019-01, 3.5", "DE, 2019, 3"],
    left: { no_figure: 1 },
  },
  "quarters below years in the header": {
    bytes: lines("Growth,,,", "Country,2019,2019,2020", ",Q1,Q2,Q1", "Germany,1.5,2.5,3.5", "Ireland,4.5,5.5,.."),
    said: { constants: of(GROWTH) },
    figures: 5,
    sum: 17.5,
    cells: ["DE, 2019-01/2019-03, 1.5", "DE, 2019-04/2019-06, 2.5", "DE, 2020-01/2020-03, 3.5"],
    left: { no_figure: 1 },
  },
  "a unit in the header over the places": {
    bytes: lines("thousand persons,2018,2019", "Germany,40636.5,41117", "Ireland,2178,2240"),
    said: { constants: of("tech-jobs") },
    figures: 4,
    sum: 86_171_500,
    cells: ["DE, 2018, 40636500", "IE, 2019, 2240000"],
  },
  "numbers in Chinese words": {
    bytes: lines("地区,年份,人口", "贵州省,2019,约3600万", "浙江省,2019,超过5800万人", "北京市,2019,2153.5万"),
    said: { constants: { source: SAID.source, metric: "internet-users" } },
    figures: 3,
    sum: 115_535_000,
    cells: ["CN-GZ, 2019, about 36000000", "CN-ZJ, 2019, more than 58000000", "CN-BJ, 2019, 21535000"],
  },
  "rows of two sexes, which are asked about": {
    bytes: lines("Country,Sex,Year,Value", "Germany,Male,2019,3.5", "Germany,Female,2019,2.5"),
    said: { constants: of(GROWTH) },
    figures: 0,
    sum: 0,
    cells: [],
    refused: { unknown_metric: 2 },
  },
  "a country and its parts": {
    bytes: lines(
      "Country,Region,Year,Value",
      "Germany,Bavaria,2019,1.5",
      "Germany,Hesse,2019,2.5",
      "Ireland,Leinster,2019,3.5",
    ),
    said: { constants: of(GROWTH), newPlaces: true },
    figures: 3,
    sum: 7.5,
    cells: ["DE-BY, 2019, 1.5", "DE-HE, 2019, 2.5", "IE-L, 2019, 3.5"],
  },
  "a unit in a note below": {
    bytes: lines(
      "Country,2018,2019",
      'Germany,"40,636","41,117"',
      'Ireland,"2,178","2,240"',
      "Note: figures in thousands.,,",
    ),
    said: { constants: of("tech-jobs") },
    figures: 4,
    sum: 86_171_000,
    cells: ["DE, 2018, 40636000", "IE, 2019, 2240000"],
    left: { below: 1 },
  },
  "flags in columns called notes": {
    bytes: lines(",2018,,2019,", "Country,Value,Note,Value,Note", "Germany,1.5,,2.5,r", "Ireland,3.5,e,4.5,"),
    said: { constants: of(GROWTH) },
    figures: 4,
    sum: 12,
    cells: ["DE, 2019, 2.5", "IE, 2018, 3.5"],
  },
  "year and month in Chinese": {
    bytes: lines("年份,月份,增速(%)", "2019年,1月,1.5", "2019年,2月,2.5"),
    said: { constants: { ...of(GROWTH), region: "CN" } },
    figures: 2,
    sum: 4,
    cells: ["CN, 2019-01, 1.5", "CN, 2019-02, 2.5"],
  },
  "a column called a month that has years": {
    bytes: lines("Country,Month,Value", "Germany,2019-01,1.5", "Germany,2019-02,2.5"),
    said: { constants: of(GROWTH) },
    figures: 2,
    sum: 4,
    cells: ["DE, 2019-01, 1.5", "DE, 2019-02, 2.5"],
  },
  "the US Census's, with margins of error": {
    bytes: lines(
      '"Label (Grouping)","California!!Estimate","California!!Margin of Error","Texas!!Estimate","Texas!!Margin of Error"',
      '"Workers","39,283,497","±*****","28,260,856","±1,135"',
      '"Others","19,526,298","±1,135","14,034,009","±1,320"',
    ),
    said: { constants: { ...SAID, period: "2019" }, metrics: { Workers: "tech-jobs", Others: "" } },
    figures: 2,
    sum: 67_544_353,
    cells: ["US-CA, 2019, 39283497", "US-TX, 2019, 28260856"],
    left: { by_choice: 2 },
  },
  "codes in numbers beside names": {
    bytes: lines(
      "Statistik_Code;Statistik_Label;Zeit;1_Auspraegung_Code;1_Auspraegung_Label;JOBS__Anzahl",
      "12411;Jobs;31.12.2019;09;Bayern;1312",
      "12411;Jobs;31.12.2019;05;Nordrhein-Westfalen;1794",
    ),
    said: { constants: of("tech-jobs"), newPlaces: true },
    figures: 2,
    sum: 3106,
    cells: ["DE-BY, 2019-12-31, 1312", "DE-NW, 2019-12-31, 1794"],
  },
  "an adjustment whose code is that of a country": {
    bytes: lines(
      "freq,s_adj,unit,geo\\TIME_PERIOD\t2019M01 \t2019M02 ",
      "M,SA,PC_ACT,DE\t3.25 \t3 e",
      "M,SA,PC_ACT,IE\t5.5 u\t: ",
    ),
    said: { constants: of(GROWTH) },
    figures: 3,
    sum: 11.75,
    cells: ["DE, 2019-01, 3.25", "DE, 2019-02, 3", "IE, 2019-01, 5.5"],
    left: { no_figure: 1 },
  },
  "words of scale in cells, none of them flags": {
    bytes: lines(
      "Country,Year,Value",
      "Germany,2017,1.5bn",
      "Germany,2018,15 k",
      "Germany,2019,2.5 mln",
      "Germany,2020,1.25 million",
    ),
    said: { constants: of("internet-users") },
    figures: 4,
    sum: 1_503_765_000,
    cells: ["DE, 2017, 1500000000", "DE, 2018, 15000", "DE, 2019, 2500000", "DE, 2020, 1250000"],
  },
  "years with marks": {
    bytes: lines("Country,2019 [YR2019],2025 (forecast),2030f", "Germany,1.5,2.5,3.5", "Ireland,4.5,5.5,.."),
    said: { constants: of(GROWTH) },
    figures: 5,
    sum: 17.5,
    cells: ["DE, 2019, 1.5", "DE, 2025, 2.5", "DE, 2030, 3.5", "IE, 2019, 4.5", "IE, 2025, 5.5"],
    left: { no_figure: 1 },
  },
  "one name for a metric that is said": {
    bytes: lines(
      '"Country Name","Indicator Name","2019"',
      '"Germany","Growth, total","1.5"',
      '"Ireland","Growth, total","2.5"',
    ),
    said: { constants: of(GROWTH) },
    figures: 2,
    sum: 4,
    cells: ["DE, 2019, 1.5", "IE, 2019, 2.5"],
  },
  "years kept under their first days": {
    bytes: () => bytesOf("date,Germany,Ireland\n2003-01-01,8.5,NA\n2004-01-01,9.25,4.5\n2005-01-01,10,5\n"),
    said: { constants: of(GROWTH) },
    figures: 0,
    sum: 0,
    cells: [],
    left: { no_figure: 1 },
    refused: { ambiguous_time: 5 },
  },
  "years kept under their first days, said to be years": {
    bytes: () => bytesOf("date,Germany,Ireland\n2003-01-01,8.5,NA\n2004-01-01,9.25,4.5\n2005-01-01,10,5\n"),
    said: { constants: of(GROWTH), firstDays: "years" },
    figures: 5,
    sum: 37.25,
    cells: ["DE, 2003, 8.5", "IE, 2004, 4.5"],
    left: { no_figure: 1 },
  },
  "days in numbers as columns, one of which tells that months come first": {
    bytes: () => bytesOf("country,01/01/2019,01/02/2019,01/13/2019\nGermany,1,2,3\n"),
    said: { constants: of(GROWTH) },
    figures: 3,
    sum: 6,
    cells: ["DE, 2019-01-01, 1", "DE, 2019-01-02, 2", "DE, 2019-01-13, 3"],
  },
  "records of JSON": {
    bytes: file("records.json"),
    said: { constants: of(GROWTH) },
    figures: 3,
    sum: 31.75,
    cells: ["DE, 2019, 12.50", "IE, 2019, 9.25", "IE, 2020, 10"],
    left: { no_figure: 1 },
  },
};

async function look(bytes: Uint8Array, recipe: Recipe) {
  const opened = await openImport(db(), bytes, recipe);
  const rows: PlannedRow[] = [];
  const request = {
    ...opened.request,
    label: "a table",
    options: { ...opened.options, status: "draft" as const },
    author: { id: null, name: "test" },
    changeReason: { cause: null, reason: null },
  };
  const { summary } = await runImport(db(), request, "dry-run", {
    row: (planned) => rows.push(planned),
    again: () => rows.splice(0),
    step: async () => undefined,
  });
  return { rows, summary };
}

test.each(Object.entries(KINDS))("%s: every figure, and none else", async (_, kind) => {
  const { rows, summary } = await look(kind.bytes(), recipeSchema.parse(kind.said));
  const planned = rows.filter(({ fate }) => fate === "added");
  const added = planned.map(({ label }) => label.slice(label.indexOf(", ") + 2));
  const marked = planned.map(({ marks }, at) => `${added[at]} (${marks})`);
  const refused: Record<string, number> = {};
  for (const { code } of rows.filter(({ fate }) => fate === "refused").flatMap(({ problems }) => problems.slice(0, 1)))
    refused[code] = (refused[code] ?? 0) + 1;
  expect({ problems: summary.problems.filter((one) => one.row === null), refused }).toEqual({
    problems: [],
    refused: kind.refused ?? {},
  });
  if (kind.warned)
    expect(Object.fromEntries(summary.warningKinds.map(({ code, count }) => [code, count]))).toEqual(kind.warned);
  expect(added).toHaveLength(kind.figures);
  expect(added.reduce((sum, label) => sum + Number(label.slice(label.lastIndexOf(" ") + 1)), 0)).toBeCloseTo(
    kind.sum,
    6,
  );
  expect([...added, ...marked]).toEqual(expect.arrayContaining([...kind.cells]));
  expect(summary.left).toEqual({
    ...{ no_figure: 0, by_choice: 0, group: 0, total: 0, section: 0, below: 0 },
    ...kind.left,
  });
});

test("a workbook whose texts write decimals in two ways is asked how it writes numbers", async () => {
  const rows = [
    row(text("Country"), text("2021"), text("2022")),
    row(text("Germany"), text("1,234"), text("12,5")),
    row(text("Ireland"), number(7.5), text("1,098.5")),
  ].join("");
  const { summary } = await look(workbook({ rows }), recipeSchema.parse({ constants: of(GROWTH) }));
  expect(summary.problems.filter((one) => one.row === null)).toEqual([
    expect.objectContaining({ code: "number_format", message: expect.stringContaining("“1,234” (row 2) may mean") }),
  ]);
});

test.each([
  ["Figures in italics are preliminary.", true],
  ["Rode cijfers = verlies", true],
  ["注:红色数字为初步数", true],
  ["Red Hat and others", false],
  ["Source: own survey", false],
])("below a table “%s” speaks of looks: %s", async (line, isSaid) => {
  const bytes = lines("Country,2019", "Germany,1.5", "Ireland,2.5", "", line)();
  const { summary } = await look(bytes, recipeSchema.parse({ constants: of(GROWTH) }));
  const said = summary.read.filter((sentence) => sentence.startsWith("How cells look is not read"));
  expect(said).toEqual(
    isSaid ? [`How cells look is not read: look in the file at which numbers it means by “${line}”.`] : [],
  );
});

describe("what is no table that is read says what it is and what to do", () => {
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504)]);
  test.each<[string, () => Uint8Array, string, RegExp]>([
    ["an old workbook", () => old, "old_workbook", /\.xls.*save it as \.xlsx/],
    ["a page that is called .xls", file("page.xls"), "web_page", /web page.*save it as \.xlsx/],
    ["a text of OpenDocument", () => zip([{ name: "content.xml", data: bytesOf("<a/>") }]), "other_kind", /\.ods/],
    ["Parquet", () => bytesOf("PAR1\u0015\u0004PAR1"), "parquet", /Parquet.*CSV/],
    [
      "an archive of several tables",
      () => zip([entry("data/a.csv", "zipped.csv"), entry("data/b.tsv", "eurostat-bulk.tsv")]),
      "several_tables",
      /“data\/a\.csv”, “data\/b\.tsv”/,
    ],
    ["an archive without a table", () => zip([{ name: "a.txt.png", data: bytesOf("x") }]), "no_table", /“a\.txt\.png”/],
  ])("%s", async (_, bytes, code, message) => {
    const refusal = await look(bytes(), recipeSchema.parse({})).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableFile);
    const { problem } = refusal as UnreadableFile;
    expect([problem.code, problem.message]).toEqual([code, expect.stringMatching(message)]);
  });
});
