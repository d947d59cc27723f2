import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { headersAs, signedInAs, siteAddress, test } from "@/tests/setup/site/browser";
import { axeFaults, excessWidth } from "@/tests/setup/site/looks";

const HEADER =
  "metric,region,wording,vlaue,period,source,locator,phrase,source_title,source_url,source_publisher,source_kind,source_language";
const row = (place: number, value = "2,345", region = "CN-GZ") =>
  `companies-attracted,${region},about,"${value}",2011,an-imported-paper,p. ${place},"about ${value} companies",An imported paper,https://example.org/imported,Example Press,report,en`;
const csv = (...rows: string[]) => Buffer.from([HEADER, ...rows].join("\r\n"));

const choose = (page: Page, buffer: Buffer, name = "three-wrong.csv") =>
  page.locator("input[type=file]:enabled").setInputFiles({ name, mimeType: "text/csv", buffer });

/** Published figures of the imported paper. */
async function published(): Promise<number> {
  const response = await fetch(`${siteAddress()}/api/v1/figures.csv?source=an-imported-paper`);
  return (await response.text()).trim().split("\r\n").length - 1;
}

async function batches(): Promise<number> {
  const response = await fetch(`${siteAddress()}/api/v1/imports`, { headers: headersAs("editor") });
  return ((await response.json()) as { data: unknown[] }).data.length;
}

describe("an editor imports a file", () => {
  test("three wrong rows are shown and nothing is written; the corrected file goes in; an undo takes all of it back", async ({
    visit,
  }) => {
    const before = await batches();
    const page = await visit("/admin/import", signedInAs("editor"));
    await page.getByLabel("New figures become").selectOption("published");
    const good = Array.from({ length: 60 }, (_, index) => row(index));
    await choose(page, csv(...good, row(90, "abc"), row(91, "1.234"), row(92, "7", "Nowhere")));
    await page.getByRole("heading", { name: "3 figures are refused" }).waitFor();
    const problems = page.locator(".import-problem");
    await problems.nth(2).waitFor();
    expect(await problems.allTextContents()).toEqual([
      expect.stringMatching(/^vlaue: “abc” is not a number/),
      expect.stringMatching(/^vlaue: .*1,234 or 1 and a fraction.*Say how the file writes numbers/),
      expect.stringMatching(/^region: “Nowhere” is not known here/),
    ]);
    expect(await page.getByRole("button", { name: /^Import/ }).count()).toBe(0);
    expect([await batches(), await published()]).toEqual([before, 0]);
    expect(await axeFaults(page)).toEqual([]);

    await choose(page, csv(...good, row(90), row(91, "1,234"), row(92, "7")), "corrected.csv");
    await page.getByRole("heading", { name: "Nothing has been written yet" }).waitFor();
    await page.getByText("An imported paper").first().waitFor();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("Page 2 of 2").waitFor();
    await page.getByText("Row 64", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Import 63 figures" }).dblclick();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await expect.poll(published, { timeout: 10_000 }).toBe(63);
    expect(await batches()).toBe(before + 1);

    await page.getByRole("button", { name: "Undo the import of corrected.csv" }).click();
    await page.getByLabel("Why is it undone").fill("The wrong file");
    await page.getByRole("button", { name: "Undo the whole import" }).click();
    await page.getByText("Undone", { exact: true }).waitFor();
    await expect.poll(published, { timeout: 10_000 }).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  test("a column that was not recognised is matched by hand", async ({ visit }) => {
    const page = await visit("/admin/import", signedInAs("editor"));
    await choose(page, Buffer.from(csv(row(1)).toString().replace("vlaue", "how many")), "strange.csv");
    await page.getByText("No column is matched to “Value”").first().waitFor();
    await page.getByLabel("What the column how many holds").selectOption("value");
    await page.getByRole("button", { name: "Check again" }).click();
    await page.getByRole("button", { name: "Import 1 figure" }).waitFor();
    expect(await page.getByText("No column is matched to “Value”").count()).toBe(0);
  });

  test("a file that cannot be read says where, and a changed published figure asks why", async ({ visit }) => {
    const page = await visit("/admin/import", signedInAs("editor"));
    await choose(page, Buffer.from('metric,region\n"China,CN\n'));
    await page.getByText("Row 2, column 1 opens a quote that is never closed").waitFor();
    const changed = "figure,note\n1xbsws2ehp3l0bj9j7td,Another note.\n";
    await choose(page, Buffer.from(changed), "changed.csv");
    await page.getByText("One published figure changes").waitFor();
    expect(await page.getByRole("button", { name: "Import 1 figure" }).isDisabled()).toBe(true);
    await page.getByLabel("Why they change").selectOption("other");
    await page.getByLabel("In a sentence").fill("A better note");
    expect(await page.getByRole("button", { name: "Import 1 figure" }).isEnabled()).toBe(true);
  });

  test("is found again after a reload: what was checked, and what was done", async ({ visit, expectedStatus }) => {
    const page = await visit("/admin/import", signedInAs("editor"));
    await choose(page, csv(row(1, "44")), "again.csv");
    await page.getByRole("button", { name: "Import 1 figure" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Nothing has been written yet" }).waitFor();
    await page.getByText("Row 2", { exact: true }).waitFor();
    // Another browser has not kept the file, and shows what was found in it.
    const other = await visit(`/admin/import${new URL(page.url()).search}`, signedInAs("editor"));
    await other.getByText("to go on, choose it again").waitFor();
    await other.getByText("Row 2", { exact: true }).waitFor();
    expect(await other.getByRole("button", { name: /^(?:Import 1|Check again)/ }).count()).toBe(0);
    await page.getByRole("button", { name: "Import 1 figure" }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await page.getByRole("button", { name: "Import another file" }).click();
    expect(new URL(page.url()).search).toBe("");
    expectedStatus.value = 404;
    await page.goto(`${new URL(page.url()).origin}/admin/import?job=jobnothing`);
    await page.getByText("This import is not known any more.").waitFor();
  });

  test("that runs shows how far it is after a reload, and can still be cancelled", async ({ visit }) => {
    const page = await visit("/admin/import", signedInAs("editor"));
    const before = await batches();
    await choose(page, csv(...Array.from({ length: 50_000 }, (_, index) => row(index))), "long.csv");
    await page.getByRole("heading", { name: "Checking long.csv" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Checking long.csv" }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Cancelled: nothing was written.").waitFor();
    expect(await batches()).toBe(before);
  });

  test("fits a telephone, with nothing to scroll sideways", async ({ visit }) => {
    const page = await visit("/admin/import", { ...signedInAs("editor"), viewport: { width: 375, height: 800 } });
    await choose(page, csv(row(1), row(2, "abc")));
    await page.getByRole("heading", { name: "One figure is refused" }).waitFor();
    expect(await excessWidth(page)).toBeLessThanOrEqual(0);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe("an admin makes a backup", () => {
  test("it is listed with its size, and is one when it is downloaded", async ({ visit, site }) => {
    const page = await visit("/admin/backup", signedInAs("admin"));
    await page.getByText("There is no backup yet.").waitFor();
    await page.getByRole("button", { name: "Make a backup now" }).click();
    const link = page.getByRole("link", { name: /^footnote-.*\.(?:db|dump)$/ });
    await link.waitFor();
    await page.getByText(/^\d[\d.]* MB$/).waitFor();
    const path = (await link.getAttribute("href")) ?? "";
    const answer = await fetch(site + path, { headers: headersAs("admin") });
    expect(await answer.text()).toMatch(inject("postgresql") ? /^PGDMP/ : /^SQLite format 3/);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    const others = [await fetch(site + path, { headers: headersAs("editor") }), await fetch(site + path)];
    expect(others.map(({ status }) => status)).toEqual([403, 401]);
    const climbing = await fetch(`${site}/api/v1/backups/..%2Ffootnote.db`, { headers: headersAs("admin") });
    expect(climbing.status).toBe(400);
    expect(await axeFaults(page)).toEqual([]);
  });
});
