import { expect, test } from "vitest";
import { filesOf } from "@/lib/exports/files-of";

const hrefs = (address: string) => filesOf({ address }).map(({ href }) => href);

test("a page's files lie at its address, with what it asks and without which part of a list it shows", () => {
  expect(hrefs("/metrics/tech%20jobs?region=CN-BJ&region=CN-GZ&page=3")).toEqual([
    "/metrics/tech%20jobs/figures.csv?region=CN-BJ&region=CN-GZ",
    "/metrics/tech%20jobs/figures.csv?region=CN-BJ&region=CN-GZ&excel",
    "/metrics/tech%20jobs/figures.xlsx?region=CN-BJ&region=CN-GZ",
    "/metrics/tech%20jobs/figures.json?region=CN-BJ&region=CN-GZ",
    "/metrics/tech%20jobs/figures.parquet?region=CN-BJ&region=CN-GZ",
    "/metrics/tech%20jobs/figures.zip?region=CN-BJ&region=CN-GZ",
  ]);
  expect(hrefs("/").slice(0, 2)).toEqual(["/figures.csv", "/figures.csv?excel"]);
  expect(hrefs("/?region=all#sources")[0]).toBe("/figures.csv?region=all");
  expect(hrefs("/compare?metric=a&base=2015&scale=one")[0]).toBe("/compare/figures.csv?metric=a");
});
