import { expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { file, request, run } from "@/tests/setup/data/importing";

test("rows that are refused are left out only where somebody says so, with what they alone would have brought", async () => {
  const text = file({ period: "2031" }, { period: "2032", value: "abc" }, { period: "2033", value: "1 or 2" });
  const whole = await run(request(text));
  expect([whole.refused, whole.batch, whole.summary.totals]).toEqual([
    true,
    null,
    { refused: 2, added: 1, changed: 0, unchanged: 0 },
  ]);
  const part = await run(request(text, { skipsRefused: true }));
  expect([part.refused, part.batch]).toEqual([false, expect.any(Number)]);
  expect(part.summary.totals).toEqual({ refused: 2, added: 1, changed: 0, unchanged: 0 });
  const batchId = part.batch ?? 0;
  expect(await db().figure.count({ where: { batchId } })).toBe(1);
  const said = await db().revision.findFirstOrThrow({ where: { batchId, resource: "ImportBatch" } });
  expect(JSON.parse(said.after ?? "")).toMatchObject({ added: 1, refused: 2 });
});

test("a record that only refused rows need does not come with the others", async () => {
  const header = "metric,region,region_name,region_level,wording,value,period,source,phrase";
  const row = (code: string, value: string) =>
    `companies-attracted,${code},Made ${code},country,exactly,${value},2034,china-daily-2019-guizhou-looms,${value}`;
  const text = [header, row("ZY", "12"), row("ZX", "abc")].join("\n");
  const { summary, batch } = await run(request(text, { skipsRefused: true }));
  expect(batch).toEqual(expect.any(Number));
  expect(summary.newRecords.map(({ key }) => key)).toEqual(["ZY"]);
  expect(await db().region.count({ where: { code: { in: ["ZY", "ZX"] } } })).toBe(1);
});

test("a country that a new region lies in comes with it, and nothing else does", async () => {
  const header = "metric,region,region_name,region_level,region_parent,wording,value,period,source,phrase";
  const row = (code: string, parent: string) =>
    `companies-attracted,${code},Made ${code},province,${parent},exactly,7,2035,china-daily-2019-guizhou-looms,7`;
  const there = await run(request([header, row("FI-MADE", "FI")].join("\n")), "dry-run");
  expect(there.summary.newRecords.map(({ key, name }) => [key, name])).toEqual([
    ["FI", "Finland"],
    ["FI-MADE", "Made FI-MADE"],
  ]);
  const nowhere = await run(request([header, row("QQ-MADE", "QQ")].join("\n")), "dry-run");
  expect(nowhere.summary.problems.map(({ code }) => code)).toEqual(["unknown_region"]);
});

test("what is wrong with the file as a whole stops it, whatever is left out", async () => {
  const twice = "metric,metric,value\ncompanies-attracted,companies-attracted,1\n";
  const { refused, batch } = await run(request(twice, { skipsRefused: true }));
  expect([refused, batch]).toEqual([true, null]);
});
