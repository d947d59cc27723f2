import { expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { lookAt } from "@/lib/data/import/look";
import { forgetRecipe, recipeNamed, saveRecipe } from "@/lib/data/import/recipes";
import { forNextFile } from "@/lib/importing/look/for-next-file";
import { type Recipe, recipeSchema } from "@/lib/importing/table/recipe";
import { filledCells, WIDE, wideTable } from "@/tests/setup/data/wide-table";

const look = (text: string, said: Partial<Recipe> = {}) =>
  lookAt(db(), new TextEncoder().encode(text), recipeSchema.parse(said));

const SMALL = { ...WIDE, countries: 5, groups: 2, first: 2001, last: 2003 };
const AUTHOR = { id: null, name: "test" };

test("a table of years as columns is seen with its place, its columns and what is missing", async () => {
  const seen = await look(wideTable(SMALL));
  expect(seen).toMatchObject({ isOurs: false, problem: null, rows: 3 + 9, lastRow: 14 });
  expect(seen.place).toEqual({ header: 5, headerRows: 1, firstRow: 6 });
  expect(seen.head.slice(0, 3).map(({ row, cells }) => [row, cells[1]])).toEqual([
    [1, "Sample Indicators"],
    [3, "2023-01-31"],
    [5, "Country Code"],
  ]);
  expect(seen.columns.map(({ name, use }) => [name, use])).toEqual([
    ["Country Name", "region"],
    ["Country Code", "ignore"],
    ["Indicator Name", "metric"],
    ["Indicator Code", "ignore"],
    ["2001", "across"],
    ["2002", "across"],
    ["2003", "across"],
  ]);
  expect(seen.spread).toEqual({ count: 3, levels: [{ says: "period", first: "2001", last: "2003", texts: 3 }] });
  expect(seen.figures).toBe(filledCells(9, 3));
  expect(seen.unsaid).toEqual({ source: filledCells(9, 3) });
  expect(seen.long.count).toBe(filledCells(9, 3));
  expect(seen.left.no_figure).toBe(27 - filledCells(9, 3));
  expect(seen.metrics).toMatchObject([
    { name: "Sample output per person (US$)", key: null, proposal: { unit: "USD", kind: "money" } },
  ]);
  const kinds = seen.regions.map(({ kind }) => (kind === "region" ? "place" : kind));
  expect(kinds).toEqual([...Array(5).fill("place"), "group", "group", "unknown", "unknown"]);
});

test("where no table is found the rows are seen all the same, and saying where the header is finds one", async () => {
  const text = "Some words\nand more words\nplace;amount\nGuizhou;about ten\n";
  const seen = await look(text);
  expect(seen.place).toBeNull();
  expect(seen.problem).toMatch(/in which row its header is/);
  expect(seen.head.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  const said = await look(text, { header: 3 });
  expect(said).toMatchObject({ problem: null, place: { header: 3, headerRows: 1, firstRow: 4 } });
});

test("what times have two readings is asked, one question after the other", async () => {
  const text = "place,01/02/2019,01/03/2019\nGuizhou,1.5,2.5\n";
  expect((await look(text)).times).toEqual({ about: "dayOrder", first: "01/02/2019", fits: ["day", "month"] });
  const ordered = await look(text, { dayOrder: "day" });
  expect(ordered.times).toEqual({ about: "firstDays", first: "01/02/2019", fits: ["days", "months"] });
  expect((await look(text, { dayOrder: "day", firstDays: "months" })).times).toBeNull();
  expect((await look("place,2018,2019\nGuizhou,1.5,2.5\n")).times).toBeNull();
});

test("a file in our own names of columns is asked nothing; what two readings have is asked", async () => {
  const ours = await look("metric,region,value,period,source,phrase\ncompanies-attracted,CN-GZ,12,2011,a,12\n");
  expect([ours.isOurs, ours.regions.map(({ code }) => code), ours.unsaid]).toEqual([true, ["CN-GZ"], {}]);
  const unsure = await look("place;2001;2002\nGuizhou;1.234;2.345\nBeijing;3.456;4.567\n");
  expect(unsure.ambiguous).toEqual({ count: 4, first: ["1.234", "2.345", "3.456"] });
  const said = await look("place;2001;2002\nGuizhou;1.234;2.345\nBeijing;3.456;4.567\n", { numberFormat: "de" });
  expect(said.ambiguous.count).toBe(0);
});

test("a recipe is offered to the next file of its header, of other years, and of its source; its answers are remembered", async () => {
  const first = await look(wideTable(SMALL));
  const recipe = recipeSchema.parse({
    constants: { source_url: "https://www.example.org/data?utm_source=x", source_title: "Sample data" },
    regions: { "Nether Sample": "CN-GZ", "Upper Sample": "" },
    lastRow: 14,
    rounds: true,
  });
  await saveRecipe(db(), { name: "Sample", shape: first.shape, recipe: forNextFile(recipe) }, AUTHOR);
  const next = await look(wideTable({ ...SMALL, first: 2001, last: 2004 }));
  expect(next.recipes).toEqual([{ name: "Sample", fits: "header", who: "test" }]);
  const other = "place,2001,2002\nGuizhou,1.5,2.5\n";
  expect((await look(other)).recipes).toEqual([]);
  const sameSource = { constants: { source_url: "http://example.org/data" } };
  expect((await look(other, sameSource)).recipes).toEqual([{ name: "Sample", fits: "source", who: "test" }]);
  expect(await recipeNamed(db(), "Sample")).toEqual({ ...recipe, lastRow: null });
  await saveRecipe(db(), { name: "Sample", shape: "another", recipe }, AUTHOR);
  expect((await look(wideTable(SMALL))).recipes).toEqual([]);
  await forgetRecipe(db(), "Sample", AUTHOR);
  await expect(recipeNamed(db(), "Sample")).rejects.toThrow("No recipe is called “Sample”");
  const told = await db().revision.findMany({ where: { resource: "ImportRecipe" }, orderBy: { id: "asc" } });
  expect(told.map(({ kind, key, who }) => [kind, key, who])).toEqual([
    ["created", "Sample", "test"],
    ["updated", "Sample", "test"],
    ["retracted", "Sample", "test"],
  ]);
});
