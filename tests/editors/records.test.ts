import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { addDraft, ask } from "@/tests/editors/ask";
import { signedInAs, siteAddress, test } from "@/tests/setup/site/browser";

describe("records", () => {
  test("an edit of a metric's name keeps everything else, its shelf life too", async ({ visit }) => {
    const before = await ask("GET", "metrics/5g-base-stations");
    const page = await visit("/admin/metrics/5g-base-stations", signedInAs("editor"));
    await page.getByLabel("Name").fill("5G base stations in use");
    await page.getByLabel("Why").fill("What the sources count are stations in use");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    const after = await ask("GET", "metrics/5g-base-stations");
    expect(after.shelfLifeMonths).toBe(24);
    expect(after).toEqual({ ...before, name: "5G base stations in use", version: Number(before.version) + 1 });
  });

  test("what figures would say under another unit is listed, and saved only for all of them and with a reason", async ({
    visit,
    site,
    expectedStatus,
  }) => {
    const metric = { name: "Lynx score", unit: "points", kind: "index", definition: "A score.", topic: "economy" };
    const { key } = await ask("POST", "metrics", metric);
    const figure = await ask("POST", "figures", {
      metric: key,
      region: "CN-GZ",
      wording: "more_than",
      value: "61.5",
      period: "2012",
      speakerKind: "outlet",
      status: "published",
      citations: [{ source: "china-daily-2019-guizhou-looms", locator: "para 93", phrase: "scored more than 61.5" }],
    });
    const page = await visit(`/admin/metrics/${key}`, signedInAs("editor"));
    await page.locator("#field-unit").fill("marks");
    expectedStatus.value = 409;
    await page.getByRole("button", { name: "Save changes" }).click();
    const list = page.locator(".notice.warn", { hasText: "1 figure would change" });
    await list.waitFor();
    for (const text of ["Guizhou", "more than 61.5", "points", "marks", "scored more than 61.5"]) {
      expect(await list.innerText()).toContain(text);
    }
    await list.getByRole("button", { name: "Change it all the same" }).click();
    await page.locator("#field-reason-error").waitFor();
    expect(await page.locator("#field-unit").inputValue()).toBe("marks");
    await page.getByLabel("Why").fill("The score is in marks");
    await list.getByRole("button", { name: "Change it all the same" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    const shown = () => fetch(`${site}/figures/${figure.key}`).then((answer) => answer.text());
    await expect.poll(shown).toContain("The score is in marks");
  });

  test("a metric moves to a topic that is made with the change", async ({ visit, site }) => {
    const page = await visit("/admin/metrics/rack-utilisation", signedInAs("editor"));
    await page.locator("#field-topic").fill("Data centres");
    await page.getByRole("option", { name: "Add “Data centres” as a new topic" }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    await expect.poll(() => page.locator("#field-topic").inputValue()).toBe("Data centres");
    expect((await ask("GET", "metrics/rack-utilisation")).topic).toBe("data-centres");
    expect(await (await fetch(`${site}/metrics/rack-utilisation`)).text()).toContain("Data centres");
  });

  test("an old version is restored from the history, field by field before and after", async ({ visit }) => {
    const hospital = "organisations/39-internet-hospital-longmaster";
    await ask("PATCH", hospital, { name: "A wrong name", cause: "other", reason: "A trial" }, 1);
    const page = await visit(`/admin/${hospital}/history`, signedInAs("editor"));
    expect(await page.locator(".changes").first().innerText()).toContain("A wrong name");
    await page
      .getByRole("button", { name: /^Restore this version/ })
      .last()
      .click();
    await page.getByRole("textbox", { name: "Why" }).fill("The old name was right");
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await page.getByText("“The old name was right”").waitFor();
    expect((await ask("GET", hospital)).name).toBe("39 Internet Hospital (Longmaster)");
  });

  test("a published figure says before and after in its history; restored, readers see the old number again", async ({
    visit,
  }) => {
    const { key } = await addDraft("75757");
    await ask("PATCH", `figures/${key}`, { status: "published" }, 1);
    await ask("PATCH", `figures/${key}`, { value: "75758", cause: "typo", reason: "A digit too many" }, 2);
    const page = await visit(`/admin/figures/${key}/history`, signedInAs("editor"));
    const text = (await page.locator(".change-list > li").first().innerText()).replaceAll(/\s+/g, " ");
    expect(text).toContain("Our typo");
    expect(text).toContain("“A digit too many”");
    expect(text).toMatch(/Value 75757 75758/);
    await page
      .getByRole("button", { name: /^Restore this version/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Why" }).fill("It was right");
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await page.getByText("“It was right”").waitFor();
    expect((await ask("GET", `figures/${key}`)).value).toBe("75757");
  });

  test("a pasted address fills in a source; saved, it is there for readers", async ({ visit }) => {
    const page = await visit("/admin/sources/new", signedInAs("editor"));
    const address = "https://www.chinadaily.com.cn/a/202305/09/zebras-loom-large-in-guizhou.html?utm_source=mail";
    await page.getByLabel("Address", { exact: true }).fill(address);
    expect(await page.getByLabel("Title").inputValue()).toBe("Zebras loom large in guizhou");
    expect(await page.getByLabel("Published").inputValue()).toBe("2023-05-09");
    await expect.poll(() => page.getByLabel("Publisher").inputValue()).toContain("China Daily");
    await page.getByLabel("Title").fill("Zebras loom large in Guizhou");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    await page.getByRole("link", { name: "See it on the site" }).click();
    await page.getByRole("heading", { name: "Zebras loom large in Guizhou" }).waitFor();

    await page.goto(`${siteAddress()}/admin/sources/new`);
    await page.getByLabel("Address", { exact: true }).fill(address);
    await page.getByRole("heading", { name: "This address is recorded already" }).waitFor();
  });

  test("what is wrong stands at its field, and what was typed survives a reload", async ({ visit }) => {
    const page = await visit("/admin/sources/new", signedInAs("editor"));
    await page.getByLabel("Title").fill("A title");
    await page.getByLabel("Published").fill("31 Feb 2019");
    await page.getByRole("button", { name: "Save source" }).click();
    await page.locator("#error-summary").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-url");
    await page.reload();
    await page.getByText("What you had typed here is back.").waitFor();
    expect(await page.getByLabel("Published").inputValue()).toBe("31 Feb 2019");
  });

  test("a name that is taken is said at the field of the name", async ({ visit, expectedStatus }) => {
    const page = await visit("/admin/topics/new", signedInAs("editor"));
    await page.getByLabel("Name").fill("Infrastructure");
    expectedStatus.value = 409;
    await page.getByRole("button", { name: "Save topic" }).click();
    const message = "There is a topic “Infrastructure” already: choose it, or another name";
    await page.locator("#field-name-error").getByText(message).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-name");
    expect(await page.locator("#error-summary").innerText()).toContain(message);
  });

  test("two editors of one record: the later sees both versions and chooses", async ({ visit, expectedStatus }) => {
    const page = await visit("/admin/topics/health", signedInAs("editor"));
    const { version } = (await ask("GET", "topics/health")) as unknown as { version: number };
    await ask("PATCH", "topics/health", { name: "Health care" }, version);
    await page.getByLabel("Name").fill("Health and medicine");
    expectedStatus.value = 412;
    await page.getByRole("button", { name: "Save changes" }).click();
    const both = page.getByRole("alertdialog");
    expect(await both.innerText()).toContain("Health care");
    expect(await both.innerText()).toContain("Health and medicine");
    await both.getByRole("button", { name: "Save on top" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect((await ask("GET", "topics/health")).name).toBe("Health and medicine");
  });

  test("a record is retracted with a reason and brought back from its history", async ({ visit }) => {
    const { key } = await ask("POST", "organisations", { name: "Passing Ltd" });
    const page = await visit(`/admin/organisations/${key}`, signedInAs("editor"));
    await page.getByRole("button", { name: "Retract this organisation" }).click();
    await page.getByLabel("Why").last().fill("It never existed");
    await page.getByRole("button", { name: "Retract", exact: true }).click();
    await page.getByRole("link", { name: "Bring it back from its history" }).click();
    // A page anew: its buttons answer once its scripts have run.
    await page.waitForURL(/history/);
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: /^Restore this version/ }).click();
    await page.getByLabel("Why").fill("It did");
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await page.getByText("“It did”").waitFor();
    expect((await ask("GET", `organisations/${key}`)).retracted).toBe(false);
  });
});

describe("charts", () => {
  test("from an empty form to the dashboard, moved by keyboard", async ({ visit }) => {
    const page = await visit("/admin/charts/new", signedInAs("editor"));
    await page.getByLabel("Title", { exact: true }).fill("Unicorns by place");
    await page.getByLabel("Subtitle").fill("Companies, latest figures");
    await choose(page, "Topic", "Economy");
    await choose(page, "Metrics", "5G base stations in");
    await page.locator(".form-side svg").first().waitFor();
    await choose(page, "Regions", "Guizhou");
    await choose(page, "Regions", "Guangdong");
    const regions = page.getByRole("list", { name: "Regions in order" });
    expect(await regions.innerText()).toMatch(/Guizhou[\s\S]*Guangdong/);
    await page.getByRole("button", { name: "Move Guangdong up" }).focus();
    await page.keyboard.press("Enter");
    expect(await regions.innerText()).toMatch(/Guangdong[\s\S]*Guizhou/);
    await page.getByText("Guangdong is now 1 of 2").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("heading", { name: "Saved and public" }).waitFor();

    await page.goto(`${siteAddress()}/admin/charts`);
    await page.getByRole("button", { name: "Change the order" }).click();
    const up = page.getByRole("button", { name: "Move Unicorns by place up" });
    await up.focus();
    for (let step = 0; step < 20 && (await up.isEnabled()); step += 1) await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Save the order" }).click();
    await page.getByText("The order is saved.").waitFor();

    await page.goto(siteAddress());
    await page.locator("figure.chart", { hasText: "Unicorns by place" }).waitFor();
    expect(await page.locator(".chart-title").first().innerText()).toBe("Unicorns by place");
  });

  test("a list is put in order by drag as well", async ({ visit }) => {
    const page = await visit("/admin/topics", signedInAs("editor"));
    await page.getByRole("button", { name: "Change the order" }).click();
    const rows = page.locator(".ordered > li");
    const [first, second] = await rows.locator(".ordered-item").allInnerTexts();
    await rows.nth(0).locator(".grip").dragTo(rows.nth(2));
    const after = await rows.locator(".ordered-item").allInnerTexts();
    expect(after[0]).toBe(second);
    expect(after[2]).toBe(first);
  });
});

/** Chooses a record in a combobox by typing. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label });
  await box.click();
  await box.fill(name);
  await page.locator('[role="listbox"]:visible [role="option"][data-combobox-selected]').waitFor();
  await page.keyboard.press("Enter");
}
