import { expect, test } from "vitest";
import { fileUnit } from "@/lib/importing/units/file-unit";

const said = (...lines: readonly string[]) => {
  const unit = fileUnit(
    lines.map((line, at) => ({ row: at + 1, text: line.replace("|", " "), cells: line.split("|") })),
  );
  return unit === null ? null : `${unit.row}: ${unit.text}${unit.isScale ? " (scale)" : ""}`;
};

test.each([
  [["2019年情况", "单位：亿元"], "2: 亿元"],
  [["（单位:万人）"], "1: 万人"],
  [["Exports by country (million yuan)"], "1: million yuan"],
  [["Unit: million yuan"], "1: million yuan"],
  [["Unit of measure Percentage"], "1: Percentage"],
  [["Unit of measure [UNIT]: Thousand persons"], "1: Thousand persons"],
  [["Unit of measure|Percentage of population in the labour force"], "1: Percentage of population in the labour force"],
  [["Einheit|Stück je Kopf"], "1: Stück je Kopf"],
  [["(in thousands)"], "1: thousands (scale)"],
  [["Table 1: Employment (thousands), by nation"], "1: thousands (scale)"],
  [["[Billions of dollars] Seasonally adjusted at annual rates"], "1: Billions of dollars"],
  [["指标：年末常住人口(万人)"], "1: 万人"],
  [["Employed persons by sex (thousand persons)"], "1: thousand persons"],
  [["単位|千円"], "1: 千円"],
  [["PreUnit|£", "Unit|m"], "2: £m"],
  [["Numbers are in thousands."], "1: thousands (scale)"],
  [["in million euro"], "1: million euro"],
  [["In Mio. EUR"], "1: Mio. EUR"],
  [["Betriebsergebnis (EBIT) nach Ländern; Angaben in TEUR"], "1: TEUR"],
  [["Operationeel resultaat per land, x € 1.000"], "1: x € 1.000"],
  [["Pracujący w sekcji J (informacja i komunikacja); w tys."], "1: tys. (scale)"],
  [["w tys. zł"], "1: tys. zł"],
  [["EUR million, net (credits less debits); cumulative from 1 January"], "1: EUR million"],
  [["US$'000, except per-share data (US cents)"], "1: US$'000"],

  [["Anställda, i tusental"], "1: tusental (scale)"],
  [["Pessoas ocupadas em TI (mil pessoas)"], "1: mil pessoas"],
  [["Revenue ($ in millions)"], "1: $ in millions"],
  [["Ventas; millones de euros"], "1: millones de euros"],
  [["Tržby podle krajů, mld. Kč"], "1: mld. Kč"],
  [["Bevölkerungsstand (Anzahl)"], "1: Anzahl"],
  [["Einheit: 1000"], "1: 1000 (scale)"],
  // What is not known is asked about, and so are two that differ.
  [["Unit: fathoms"], "1: fathoms"],
  [["Unit: million yuan", "Table 2 (%)"], "1: million yuan; %"],
  [["Unit: million yuan", "Table 2 (million yuan)"], "1: million yuan"],
])("%j states %s", (lines, expected) => expect(said(...lines)).toBe(expected));

test.each([
  ["Bevölkerungsstand (Anzahl)", "Bevölkerungsstand"],
  ["Exports by country (million yuan)", "Exports by country"],
  ["Table 2 (million yuan)", null],
  ["Unit: million yuan", null],
  ["(in thousands)", null],
  ["in million euro", null],
])("what “%s” is the unit of: %s", (line, of) => {
  expect(fileUnit([{ row: 1, text: line, cells: [line] }])?.of).toBe(of);
});

test.each([
  ["Data Source World Development Indicators"],
  ["Table 3 (continued)"],
  ["Employment (persons), by nation"],
  ["Last Updated Date 2022-12-22"],
  ["Firms in China"],
  ["Firms with sales below one million"],
  ["Employed persons (both sexes)"],
  ["GDP by region, 2019"],
  ["Foreign-owned companies in ICT, by country; Number"],
  ["Companies, 10,000 employees and more"],
  ["Sales in Germany, in 1990"],
  ["Jobs by sector, w 2020"],
  ["The unit was moved in 2019"],
])("“%s” states none", (line) => expect(said(line)).toBeNull());

test.each([
  ["Note: figures in thousands.", "9: thousands"],
  ["All values are in million euro", "9: million euro"],
  ["Germany joined in thousands of ways", null],
  ["(1) In thousands", null],
])("below a table “%s” states %s", (text, expected) => {
  const unit = fileUnit([], [{ row: 9, text, cells: [text] }]);
  expect(unit && `${unit.row}: ${unit.text}`).toBe(expected);
});
