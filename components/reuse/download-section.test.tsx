import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DownloadSection } from "@/components/reuse/download-section";
import { filesOf } from "@/lib/exports/files-of";

test("says how many figures are in each file, and links every format", () => {
  const html = renderToStaticMarkup(<DownloadSection files={filesOf({ address: "/metrics/masts" })} total={1234} />);
  expect(html).toContain("1,234 figures in each file");
  expect([...html.matchAll(/href="([^"]+)" download/g)].map(([, href]) => href)).toEqual([
    "/metrics/masts/figures.csv",
    "/metrics/masts/figures.csv?excel",
    "/metrics/masts/figures.xlsx",
    "/metrics/masts/figures.json",
    "/metrics/masts/figures.parquet",
    "/metrics/masts/figures.zip",
  ]);
  expect(renderToStaticMarkup(<DownloadSection files={[]} total={null} />)).toContain("Every figure in each file");
});
