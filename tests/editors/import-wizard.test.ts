import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { field } from "@/tests/editors/figure-form";
import { filledCells, WIDE, wideTable } from "@/tests/setup/data/wide-table";
import { headersAs, signedInAs, siteAddress, test } from "@/tests/setup/site/browser";
import { axeFaults, excessWidth } from "@/tests/setup/site/looks";
import { headersAt, startOwnSite } from "@/tests/setup/site/own-site";

/** Most things a person does from a file of 268 places and 63 years to figures that everyone can read. */
const MOST_INTERACTIONS = 20;
/** Empty cells cost a person nothing, and a busy machine much less. */
const SPARSE = { ...WIDE, oneIn: 5 };
const SMALL = { ...WIDE, countries: 3, groups: 2, first: 2001, last: 2003 };

/** The box is closed until the page is awake. */
const choose = (page: Page, text: string, name = "sample.csv") =>
  page.locator("input[type=file]:enabled").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const next = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const stepOf = (page: Page) => page.locator(".import-steps [aria-current=step]").textContent();

/** Says the source of a file as a new one. */
async function saySource(page: Page, url: string, step: (work: Promise<unknown>) => Promise<void>) {
  await step(page.getByRole("button", { name: "Add a new source" }).click());
  await step(field(page, "source.url").fill(url));
  await step(field(page, "source.title").fill("Sample indicators"));
  await step(field(page, "source.publisher").fill("Sample Office"));
}
const just = async (work: Promise<unknown>) => {
  await work;
};

/** Whether the browser has written down that groups are left out. */
const keepsGroupsOut = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open("keyval-store");
        opening.onsuccess = () => {
          const asked = opening.result.transaction("keyval").objectStore("keyval").getAll();
          asked.onsuccess = () => resolve(asked.result.some((kept) => kept?.decisions?.recipe.leavesGroups === true));
        };
      }),
  );

/** Goes from a small table to its check, answering everything. */
async function toCheck(page: Page, url: string) {
  await next(page, "Go on to columns");
  await saySource(page, url, just);
  await page.getByLabel(/^Round numbers/).check();
  await next(page, "Go on to matches");
  await page.getByLabel(/^What Sample output .* stands for$/).selectOption("new");
  await page.getByLabel("Topic", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(/^Make .* new regions?/).check();
  await page.getByLabel(/^Leave out 2 groups/).check();
  await page.getByRole("button", { name: "Leave all 2 out" }).click();
  await next(page, "Check the file");
}

describe("a table of another shape", () => {
  test("of 268 places and 63 years is published in few steps", { timeout: 300_000 }, async ({ browser }) => {
    const site = await startOwnSite();
    try {
      const context = await browser.newContext(signedInAs("editor"));
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      let steps = 0;
      const step = async (work: Promise<unknown>) => {
        steps += 1;
        await work;
      };
      await step(page.goto(`${site.address}/admin/import`));
      await step(choose(page, wideTable(SPARSE), "sample.csv"));
      await page.getByText("its header in row 5 and its data in rows 6 to 273").waitFor();
      await step(next(page, "Go on to columns"));
      await page.getByText("63 columns are years: 1960 to 2022").waitFor();
      await saySource(page, "https://www.example.org/indicators", step);
      await step(page.getByLabel(/^Round numbers/).check());
      await step(next(page, "Go on to matches"));
      await step(page.getByLabel(/^What Sample output .* stands for$/).selectOption("new"));
      await step(page.getByLabel("Topic", { exact: true }).selectOption({ index: 1 }));
      await step(page.getByLabel(/^Make .* new regions/).check());
      await step(page.getByLabel(/^Leave out 49 groups/).check());
      await step(page.getByRole("button", { name: "Leave all 2 out" }).click());
      await step(next(page, "Check the file"));
      await step(page.getByLabel("New figures become").selectOption("published"));
      await step(page.getByRole("button", { name: "Check again" }).click());
      const count = filledCells(217, 63, SPARSE.oneIn);
      await step(page.getByRole("button", { name: `Import ${count.toLocaleString("en-GB")} figures` }).click());
      await page.getByRole("heading", { name: "Imported" }).waitFor({ timeout: 120_000 });
      expect(steps).toBeLessThanOrEqual(MOST_INTERACTIONS);
      const asked = `${site.address}/api/v1/figures.csv?source=sample-indicators`;
      const published = async () => (await (await fetch(asked)).text()).trim().split("\r\n").length - 1;
      await expect.poll(published, { timeout: 20_000 }).toBe(count);
      // Row 7 is the second place; its first year is filled.
      const cell = (await (await fetch(asked)).text()).split("\r\n").find((line) => line.includes("row 7, 1960"));
      expect(cell).toContain("1001.12345678901");
      expect(cell).toContain("1001.1234567890123");
      const { data } = (await (
        await fetch(`${site.address}/api/v1/imports`, { headers: headersAt(site.address, "editor") })
      ).json()) as { data: { rows: number }[] };
      expect(data[0]?.rows).toBe(count);
      await context.close();
    } finally {
      await site.stop();
    }
  });

  test("is not taken before the page is awake, when nobody would be told", async () => {
    const html = await (await fetch(`${siteAddress()}/admin/import`, { headers: headersAs("editor") })).text();
    for (const box of [/<input type="file"[^>]*>/, /<textarea[^>]*>/])
      expect(box.exec(html)?.[0]).toContain("disabled");
  });

  test("takes no click from the moment it is looked at again to the answer", async ({ visit }) => {
    const page = await visit("/admin/import", signedInAs("editor"));
    await choose(page, wideTable(SMALL));
    await next(page, "Go on to columns");
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/v1/imports", async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest("**/api/v1/imports");
    await next(page, "Go on to matches");
    await asked;
    const check = page.getByRole("button", { name: "Check the file" });
    expect(await check.isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Columns", exact: true }).isDisabled()).toBe(true);
    answer();
    await check.click();
    await page.getByRole("heading", { name: /figures are refused/ }).waitFor();
  });

  test("keeps what was said through a reload and on the way back, and forgets it when it is done", async ({
    visit,
  }) => {
    const page = await visit("/admin/import", signedInAs("editor"));
    await choose(page, wideTable(SMALL));
    await next(page, "Go on to columns");
    await saySource(page, "https://www.example.org/kept", just);
    await page.getByLabel("Wording of all numbers").selectOption("about");
    await next(page, "Go on to matches");
    await page.getByLabel(/^Leave out 2 groups/).check();
    await expect.poll(() => keepsGroupsOut(page), { timeout: 60_000 }).toBe(true);
    await page.reload();
    await page.getByLabel(/^Leave out 2 groups/).waitFor();
    expect(await page.getByLabel(/^Leave out 2 groups/).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Columns", exact: true }).click();
    expect(await field(page, "source.title").inputValue()).toBe("Sample indicators");
    expect(await page.getByLabel("Wording of all numbers").inputValue()).toBe("about");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.getByLabel("Header in row").fill("6");
    await page.getByText("its header in row 6 and its data in rows 7 to 12").waitFor();
    await page.getByRole("button", { name: /^Row 5:/ }).click();
    await page.getByText("its header in row 5 and its data in rows 6 to 12").waitFor();
    await page.getByRole("button", { name: "Matches", exact: true }).click();
    expect(await page.getByLabel(/^Leave out 2 groups/).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByRole("heading", { name: /figures are refused/ }).waitFor();
    // All rows of one kind are put right in one place.
    await page.getByRole("button", { name: "Say what these names stand for" }).first().click();
    expect(await stepOf(page)).toBe("Matches");
  });

  test("is remembered, and the next one like it is checked in one step with nothing lost", async ({ visit }) => {
    const page = await visit("/admin/import", signedInAs("editor"));
    await choose(page, wideTable(SMALL), "first.csv");
    await toCheck(page, "https://www.example.org/remembered");
    const count = filledCells(3, 3);
    await page.getByRole("button", { name: `Import ${count} figures` }).waitFor();
    // The cell stands beside what it became.
    await page
      .getByText(/2002.*1000\.1234567890124/)
      .first()
      .waitFor();
    await page.getByLabel("Name", { exact: true }).fill("Sample of every year");
    await page.getByRole("button", { name: "Remember" }).click();
    await page.getByText("Remembered as “Sample of every year”").waitFor();
    await page.getByRole("button", { name: `Import ${count} figures` }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await page.getByRole("button", { name: "Import another file" }).click();

    await choose(page, wideTable({ ...SMALL, last: 2004 }), "second.csv");
    await page.getByRole("button", { name: "Use “Sample of every year”" }).click();
    const more = filledCells(3, 4);
    await page
      .getByText(`Of ${more} figures, ${more - count} would be added, 0 changed, ${count} are there already`)
      .waitFor();
    await page.getByRole("button", { name: `Import ${more - count} figures` }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await page.getByRole("button", { name: "Import another file" }).click();
    expect(await page.getByText("At hand:").count()).toBe(0);
    const forgotten = await fetch(
      `${siteAddress()}/api/v1/imports/recipes/${encodeURIComponent("Sample of every year")}`,
      {
        method: "DELETE",
        headers: headersAs("editor"),
      },
    );
    expect(forgotten.status).toBe(204);
  });

  test("is pasted from a spreadsheet as a file is chosen; rows that are refused are left out only by choice", async ({
    visit,
  }) => {
    const page = await visit("/admin/import", signedInAs("editor"));
    const cells = "place\t2001\t2002\nGuizhou\t1.5\t2.5\nBeijing\tmany\t3.5\nNether Sample\t4.5\t5.5\n";
    await page.getByLabel("Or paste cells from a spreadsheet").fill(cells);
    await page.getByText("its header in row 1 and its data in rows 2 to 4").waitFor();
    await next(page, "Go on to columns");
    const pick = async (path: string, text: string) => {
      await field(page, path).fill(text);
      await page.locator("[data-combobox-selected]:visible").first().waitFor();
      await field(page, path).press("Enter");
    };
    await pick("import.metric", "software revenue growth");
    await pick("source", "Big data looms large");
    await next(page, "Go on to matches");
    await next(page, "Check the file");
    await page.getByRole("heading", { name: "3 figures are refused" }).waitFor();
    expect(await page.getByRole("button", { name: /^Import/ }).count()).toBe(0);
    await page.getByLabel("Import without the 3 figures that are refused").check();
    await page.getByRole("button", { name: "Import 3 figures" }).click();
    await page.getByText("3 added, 0 changed. 3 left out, as you said.").waitFor();
    await page.getByRole("button", { name: "Undo the import of Pasted table.tsv" }).click();
    await page.getByLabel("Why is it undone").fill("A test");
    await page.getByRole("button", { name: "Undo the whole import" }).click();
    await page.getByText("Undone", { exact: true }).first().waitFor();
  });
});

describe("every step", () => {
  for (const width of [1280, 375])
    test(`fits ${width} px, in light and dark, with nothing for axe to find`, async ({ visit }) => {
      const page = await visit("/admin/import", { ...signedInAs("editor"), viewport: { width, height: 800 } });
      const look = async () => {
        expect(await excessWidth(page)).toBeLessThanOrEqual(0);
        expect(await axeFaults(page)).toEqual([]);
      };
      await look();
      await choose(page, wideTable(SMALL));
      await page.getByRole("button", { name: "Go on to columns" }).waitFor();
      await look();
      await next(page, "Go on to columns");
      await page.getByRole("button", { name: "Add a new source" }).click();
      await look();
      await next(page, "Go on to matches");
      await page.getByLabel(/^What Sample output .* stands for$/).selectOption("new");
      await page.getByLabel(/^What Nether Sample stands for$/).selectOption("new");
      await page.getByText("Look at them").first().click();
      await look();
      await next(page, "Check the file");
      await page.getByRole("heading", { name: /figures are refused/ }).waitFor();
      await look();
    });
});
