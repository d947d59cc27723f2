// @ts-expect-error: the package comes without types
import JSONstat from "jsonstat-toolkit";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { GET as getSdmx } from "@/app/api/v1/metrics/[key]/sdmx.csv/route";
import { db } from "@/lib/data/db/client";
import { apiAs } from "@/tests/setup/data/api";

const reader = apiAs({});
const SLUG = "5g-base-stations";
const published = () =>
  db().figure.findMany({
    where: { status: "published", metric: { slug: SLUG } },
    select: { publicId: true, digits: true, wording: true },
  });

async function sdmx(query = "") {
  const request = new Request(`http://localhost/api/v1/metrics/${SLUG}/sdmx.csv${query}`);
  const response = await getSdmx(request, { params: Promise.resolve({ key: SLUG }) });
  const { data } = Papa.parse<Record<string, string>>((await response.text()).trim(), { header: true });
  return { response, data };
}

describe("all figures of a metric", () => {
  test("stand in SDMX-CSV with their digits and wording", async () => {
    const { response, data } = await sdmx();
    expect(response.headers.get("content-type")).toBe("application/vnd.sdmx.data+csv;version=2.0.0; charset=utf-8");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const rows = (await published()).map(({ publicId, digits, wording }) => `${publicId} ${digits} ${wording}`);
    expect(rows.length).toBeGreaterThan(2);
    expect(data.map(({ FIGURE, OBS_VALUE, WORDING }) => `${FIGURE} ${OBS_VALUE} ${WORDING}`).sort()).toEqual(
      rows.sort(),
    );
    expect((await sdmx("?wording=more_than")).data.every(({ WORDING }) => WORDING === "more_than")).toBe(true);
  });

  test("stand in JSON-stat with their wording, as its toolkit reads it", async () => {
    const { status, body } = await reader("GET", `metrics/${SLUG}/json-stat.json`);
    expect(status).toBe(200);
    const cells = JSONstat(body).Data() as { value: number | null; status: string }[];
    const read = cells.flatMap(({ value, status }) => (value === null ? [] : `${value} ${status}`));
    expect(read.sort()).toEqual(
      (await published()).map(({ digits, wording }) => `${Number(digits)} ${wording}`).sort(),
    );
  });

  test.each([
    ["metrics/nothing/json-stat.json", 404, "not_found"],
    [`metrics/${SLUG}/json-stat.json?region=XX`, 400, "unknown_value"],
    [`metrics/${SLUG}/json-stat.json?metric=x`, 400, "unknown_parameter"],
    [`metrics/${SLUG}/sdmx.csv?as-of=2019`, 400, "no_such_day"],
  ])("%s is refused", async (path, status, code) => {
    const answer = await reader("GET", path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
