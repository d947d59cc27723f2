import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { choose, field, fillFigure, messageAt, saveWith } from "@/tests/editors/figure-form";
import { signedInAs, test } from "@/tests/setup/site/browser";
import { startOwnSite } from "@/tests/setup/site/own-site";

/** Most things a person does from the first start to a figure that everyone can read. */
const MOST_INTERACTIONS = 25;
const SOON = { timeout: 10_000 };

describe("a new figure", () => {
  test("from the first start to a published figure on the dashboard, in few steps", { timeout: 120_000 }, async ({
    browser,
  }) => {
    const site = await startOwnSite("seeded");
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      const printed = () => /http\S+\/setup\?token=\S+/.exec(site.output())?.[0] ?? "";
      await expect.poll(printed, { timeout: 20_000 }).not.toBe("");
      let steps = 0;
      const step = async (work: Promise<unknown>) => {
        steps += 1;
        await work;
      };
      const pick = async (path: string, text: string) => {
        await step(field(page, path).fill(text));
        await page.locator("[data-combobox-selected]:visible").first().waitFor();
        await step(field(page, path).press("Enter"));
      };
      await step(page.goto(printed()));
      await step(page.getByLabel("Name").fill("Ada"));
      await step(page.getByLabel("E-mail").fill("ada@example.org"));
      await step(page.getByLabel(/^Password/).fill("four plain words here"));
      await step(page.getByRole("button").last().click());
      await page.waitForURL(/\/admin/);
      await step(page.getByRole("link", { name: "Add a metric or figure" }).first().click());
      await page.waitForURL(/\/admin\/figures\/new/);
      await step(field(page, "words").fill("more than 9,876 companies"));
      await pick("metric", "companies that brought");
      await pick("region", "guizhou");
      await step(field(page, "period").fill("2025"));
      await step(page.getByRole("button", { name: "Add a new source" }).click());
      await step(field(page, "citations.0.source.url").fill("https://www.example.org/2026/02/14/what-moved-in"));
      await step(field(page, "citations.0.source.title").fill("What moved in"));
      await step(field(page, "citations.0.source.publisher").fill("Example Daily"));
      await step(field(page, "citations.0.locator").fill("para 3"));
      await step(page.getByRole("button", { name: "Publish", exact: true }).click());
      await page.getByRole("heading", { name: "Published" }).waitFor();
      await step(page.getByRole("link", { name: "Dashboard" }).click());
      await page.waitForURL(/\/$/);
      // What lies below the first view may not be laid out yet, so its text is read from the page itself.
      const dashboard = await page.locator("main").textContent();
      expect(dashboard).toContain("9,876");
      expect(dashboard).toContain("Example Daily");
      expect(await (await fetch(site.address)).text()).toContain("9,876");
      expect(steps).toBeLessThanOrEqual(MOST_INTERACTIONS);
      await page.close();
    } finally {
      await site.stop();
    }
  });

  test("fills in from the words, and says what it understood", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await field(page, "words").fill("raised between 70 and 80 million yuan ($10.4 million)");
    expect(await field(page, "wording").inputValue()).toBe("between");
    expect(await field(page, "value").inputValue()).toBe("70,000,000");
    expect(await field(page, "valueHigh").inputValue()).toBe("80,000,000");
    expect(await field(page, "alternative").inputValue()).toBe("10,400,000");
    expect(await field(page, "alternativeUnit").inputValue()).toBe("USD");
    expect(await page.getByText("Understood:").first().textContent()).toContain("between · 70,000,000");
    // What was written by hand stays when the words change, and that they differ is said.
    await field(page, "value").fill("71,000,000");
    await page.getByText("The words say 70,000,000").waitFor();
    await field(page, "words").fill("超过9500家企业");
    expect(await field(page, "wording").inputValue()).toBe("more_than");
    expect(await field(page, "value").inputValue()).toBe("71,000,000");
  });

  test("fills in time, speaker and outlook from the words; what cannot be read is said in words", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    const said = page.locator('[id="field-words-description"]');
    await field(page, "words").fill("more than 9,500 companies");
    expect(await said.textContent()).toBe("Understood: more than · 9,500 · companies");
    await field(page, "words").fill("近300家医院");
    expect(await said.textContent()).toBe("Understood: nearly · 300 · 医院");
    await field(page, "words").fill("the city aims to have 10,000 base stations by 2020");
    expect(await said.textContent()).toContain("10,000 · base stations · as of 2020 · a plan, target or forecast");
    expect(await field(page, "asOf").inputValue()).toBe("2020");
    expect(await field(page, "outlook").inputValue()).toBe("target");
    await field(page, "asOf").fill("2021");
    await field(page, "words").fill("the city aims to have 12,000 base stations by 2020");
    expect(await field(page, "asOf").inputValue()).toBe("2021");
    await field(page, "words").fill("thousands of companies");
    expect(await said.textContent()).toContain("The text gives an order, not a number.");
    expect(await field(page, "value").inputValue()).toBe("");
    await field(page, "words").fill("1.234");
    expect(await said.textContent()).toContain("say which");
  });

  test("shows card, bar and citation while typing", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "nearly 9,123 companies", "para 40");
    const side = page.getByRole("complementary", { name: "Preview" });
    // The preview follows the typing, as soon as there is time.
    await expect.poll(() => side.locator(".card").innerText(), SOON).toMatch(/nearly\s+9,123/);
    await expect.poll(() => side.locator(".cite").innerText(), SOON).toBe("China Daily, 28 Feb 2019, para. 40");
    await expect.poll(() => side.locator("svg").count(), SOON).toBeGreaterThan(0);
    await expect.poll(() => side.innerText(), SOON).toContain("Big data looms large in Guizhou");
  });

  test("goes on from figure to figure of one source, and keeps the choice to publish", async ({ visit, site }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "some 4,321 companies", "para 41");
    const publishes = page.getByLabel("Publish at once");
    await publishes.check();
    // Ticked is seen to be ticked.
    expect(await publishes.evaluate((box) => getComputedStyle(box).backgroundColor)).not.toBe("rgba(0, 0, 0, 0)");
    const first = await saveWith(page, "Save and add another from this source");
    expect(await page.getByRole("heading", { name: "Published" }).count()).toBe(1);
    expect(await field(page, "words").inputValue()).toBe("");
    expect(await field(page, "citations.0.source").inputValue()).toBe("Big data looms large in Guizhou");
    expect(await field(page, "citations.0.locator").inputValue()).toBe("para 41");
    expect(await page.getByLabel("Publish at once").isChecked()).toBe(true);
    // A series goes on: the metric stays, and the next phrase can be typed at once.
    expect(await field(page, "metric").inputValue()).toBe("Companies that brought investment or projects");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("field-words");
    await page.reload();
    await expect.poll(() => page.getByLabel("Publish at once").isChecked()).toBe(true);
    const key = first.split("/").at(-1) ?? "";
    expect((await fetch(`${site}/figures/${key}`)).status).toBe(200);
  });

  test("begins with the source, the metric or the region whose page it was asked for on", async ({ visit }) => {
    const page = await visit("/admin/sources/china-daily-2019-guizhou-looms", signedInAs("editor"));
    await page.getByRole("link", { name: "Add a figure", exact: true }).click();
    await page.waitForURL(/\/admin\/figures\/new/);
    await expect
      .poll(() => field(page, "citations.0.source").inputValue(), SOON)
      .toBe("Big data looms large in Guizhou");
  });

  test("a viewer reads a draft and is offered no form", async ({ visit }) => {
    const editor = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(editor, "some 4,334 companies", "para 43");
    const address = await saveWith(editor, "Save draft");
    const page = await visit(address, signedInAs("viewer"));
    expect(await page.locator("main").innerText()).toContain("4,334");
    expect(await page.locator("main form, main input").count()).toBe(0);
  });

  test("of a phrase with several numbers any one can be taken", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await field(page, "words").fill("up 12% year on year to more than 4,500 companies");
    expect(await field(page, "value").inputValue()).toBe("12");
    await page.getByRole("button", { name: "Take 4,500 companies instead" }).click();
    expect(await field(page, "value").inputValue()).toBe("4,500");
    expect(await field(page, "wording").inputValue()).toBe("more_than");
    expect(await page.getByText("The words say").count()).toBe(0);
  });

  test("a clash of unit or noun with the metric keeps it from being saved, and is answered where it can be", async ({
    visit,
  }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "some 212 resident firms", "para 43");
    await choose(page, "metric", "Tech in employment");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect.poll(() => messageAt(page, "metric")).toContain("“resident firms”");
    expect(await page.locator("#metric-asked input").count()).toBe(0);
    await choose(page, "metric", "Start-ups");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect.poll(() => messageAt(page, "metric")).toContain("“resident firms”");
    await page.getByLabel("It is the same here").check();
    await saveWith(page, "Save draft");
  });

  test("is saved as a draft by Ctrl+Enter, and strangers do not see it", async ({ visit, site }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "some 4,333 companies", "para 42");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Saved as a draft" }).waitFor();
    const key = (await page.locator(".notice.ok a").last().getAttribute("href"))?.split("/").at(-1);
    expect((await fetch(`${site}/api/v1/figures/${key}`)).status).toBe(404);
    expect((await fetch(`${site}/figures/${key}`)).status).toBe(404);
  });

  test("comes with its metric and its source in one go, one request", async ({ visit, site }) => {
    const page = await visit("/admin/metrics/new", signedInAs("editor"));
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(new URL(request.url()).pathname));
    await field(page, "words").fill("at least 37 quantum labs");
    expect(await field(page, "metric.unit").inputValue()).toBe("quantum labs");
    await field(page, "metric.name").fill("Quantum labs founded");
    await field(page, "metric.definition").fill("Laboratories for quantum research founded up to a date.");
    await field(page, "metric.topic").fill("Quantum technology");
    await page.getByRole("option", { name: "Add “Quantum technology” as a new topic" }).click();
    expect(await field(page, "metric.topic.name").inputValue()).toBe("Quantum technology");
    await choose(page, "region", "Guizhou");
    await field(page, "asOf").fill("Feb 2019");
    await page.getByRole("button", { name: "Add a new source" }).click();
    await field(page, "citations.0.source.url").fill("https://labs.example.org/2019/02/28/quantum-labs-at-a-glance");
    expect(await field(page, "citations.0.source.title").inputValue()).toBe("Quantum labs at a glance");
    expect(await field(page, "citations.0.source.published").inputValue()).toBe("2019-02-28");
    await field(page, "citations.0.source.publisher").fill("Labs Weekly");
    await saveWith(page, "Publish");
    expect(posts).toEqual(["/api/v1/figures"]);
    const metric = await (await fetch(`${site}/metrics/quantum-labs-founded`)).text();
    expect(metric).toContain("Labs Weekly");
    expect(metric).toContain("37");
    expect(metric).toContain("Quantum technology");
    // What was made is there to be chosen at once.
    await field(page, "metric").click();
    await page.getByRole("option", { name: "Add a new metric" }).click();
    await choose(page, "metric.topic", "Quantum technology");
    expect(await field(page, "metric.topic").inputValue()).toBe("Quantum technology");
  });
});

/** Opens the form, filled in rightly, for a test to spoil one field. */
async function filled(visit: (path: string, options: object) => Promise<Page>): Promise<Page> {
  const page = await visit("/admin/figures/new", signedInAs("editor"));
  await fillFigure(page, "more than 9,999 companies", "para 50");
  return page;
}

/** What has the focus, as the path of its field. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("name") ?? null);

describe("a wrong figure is answered at its field, keeps what was typed and is not sent", () => {
  test.for([
    ["abc", "is not a number"],
    ["about 2,000", "is the wording"],
    ["1.234", "may mean 1,234 or 1 and a fraction"],
    ["0x1F", "is not a number"],
    ["NaN", "is not a number"],
    ["1234567890123456789", "15 significant digits"],
    ["", "Write the number"],
  ] as const)("value “%s”", async ([typed, message], { visit }) => {
    const page = await filled(visit);
    await field(page, "value").fill(typed);
    // Letters are answered while typing; the rest when the person leaves the box; nothing at all, when it is to be saved.
    if (/[a-z]/i.test(typed)) await expect.poll(() => messageAt(page, "value")).toContain(message);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect.poll(() => messageAt(page, "value")).toContain(message);
    await expect.poll(() => focused(page)).toBe("value");
    expect(await field(page, "value").inputValue()).toBe(typed);
    expect(await field(page, "value").getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("#error-summary").innerText()).toContain("Value");
    expect(await page.locator(".notice.ok").count()).toBe(0);
  });

  test.for([
    ["upper end below lower", { wording: "between", value: "80", valueHigh: "70" }, "valueHigh", "more than the lower"],
    ["period ending before it starts", { period: "2019 – 2014" }, "period", "turn them round"],
    ["period in two ways", { period: "03/04/2019" }, "period", "cannot be told apart"],
    ["a quarter as a moment", { asOf: "2019-Q1" }, "asOf", "One date belongs here"],
    ["phrase too long", { "citations.0.phrase": "long ".repeat(70) }, "citations.0.phrase", "At most 300 characters"],
    ["no phrase", { "citations.0.phrase": "" }, "citations.0.phrase", "Write the phrase"],
    ["no metric", { metric: "" }, "metric", "Choose the metric"],
    ["unknown region", { region: "Atlantis" }, "region", "No region is called “Atlantis”"],
  ] as const)("%s", async ([, spoilt, path, message], { visit }) => {
    const page = await filled(visit);
    for (const [name, value] of Object.entries(spoilt)) {
      if (name === "wording") await field(page, name).selectOption(value);
      else await field(page, name).fill(value);
    }
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect.poll(() => messageAt(page, path)).toContain(message);
    await expect.poll(() => focused(page)).toBe(path);
    for (const [name, value] of Object.entries(spoilt)) {
      if (name !== "wording") expect(await field(page, name).inputValue()).toBe(value);
    }
    expect(await page.locator(".notice.ok").count()).toBe(0);
  });

  test("no source: a published figure needs one, a draft does not", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await field(page, "words").fill("more than 9,998 companies");
    await choose(page, "metric", "Companies that brought investment");
    await choose(page, "region", "Guizhou");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect.poll(() => messageAt(page, "citations.0.source")).toContain("Choose the source");
    await expect.poll(() => focused(page)).toBe("citations.0.source");
  });

  test("several at once: focus on the first of the page, each named with a way to it", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await field(page, "period").fill("soon");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect.poll(() => focused(page)).toBe("value");
    const links = await page.locator("#error-summary a").allInnerTexts();
    expect(links).toEqual(["Value", "Metric", "Region", "Period", "Source"]);
    await page.locator("#error-summary a", { hasText: "Period" }).click();
    expect(await focused(page)).toBe("period");
  });

  test("what may mean two numbers is asked back with a button for each; the one chosen is kept as chosen", async ({
    visit,
    site,
  }) => {
    const page = await filled(visit);
    await field(page, "value").fill("1.234");
    await page.getByRole("button", { name: "It is 1.234, between 1 and 2" }).click();
    await field(page, "citations.0.locator").fill("para 51");
    const address = await saveWith(page, "Publish");
    const answer = await fetch(`${site}/api/v1/figures/${address.split("/").at(-1)}`);
    expect(((await answer.json()) as { data: { value: number } }).data.value).toBe(1.234);
  });

  test("“about 2,000” in the value box can be read for the person", async ({ visit }) => {
    const page = await filled(visit);
    await field(page, "value").fill("about 2,000");
    await page.getByRole("button", { name: "Read “about 2,000” for me" }).click();
    expect(await field(page, "wording").inputValue()).toBe("about");
    expect(await field(page, "value").inputValue()).toBe("2,000");
  });
});
