import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { field } from "@/tests/editors/figure-form";
import { test as base, signedInAs } from "@/tests/setup/site/browser";
import { headersAt, startOwnSite } from "@/tests/setup/site/own-site";
import type { RunningSite } from "@/tests/setup/site/start-site";

const SOURCES = 10_000;
const METRICS = 5000;
/** Most bytes of a form's page, uncompressed, however many records there are; about 230,000 of them are its styles. */
const FORM_BYTES = 300_000;
/** The same of a list, whose filters offer 300 records each. */
const LIST_BYTES = 500_000;

let site: RunningSite;

/** Adds thousands of sources and metrics beside those that come with the project. */
async function fillMany(client: PrismaClient): Promise<void> {
  const from = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const topic = await client.topic.findFirstOrThrow({ orderBy: { id: "asc" } });
  const source = { type: "article-newspaper", kind: "news", language: "en" };
  await client.source.createMany({
    data: from(SOURCES).map((at) => ({
      ...source,
      slug: `many-${at}`,
      title: `Report number ${at} on industry`,
      publisher: `Publisher ${at % 50}`,
      url: `https://many.example/${at}`,
    })),
  });
  const metric = {
    unit: "plants",
    kind: "count",
    definition: "Plants of one kind that work.",
    topicId: topic.id,
  } as const;
  await client.metric.createMany({
    data: from(METRICS).map((at) => ({ ...metric, slug: `plants-${at}`, name: `Plants of kind ${at}` })),
  });
}

const test = base.extend<{ site: string; open: (path: string) => Promise<Page> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of fixtures from the pattern
  site: async ({}, use) => use(site.address),
  open: async ({ visit }, use) => use((path) => visit(path, signedInAs("editor"))),
});

beforeAll(async () => {
  site = await startOwnSite("withPeople", {}, fillMany);
}, 120_000);
afterAll(() => site.stop());

const source = (page: Page) => field(page, "citations.0.source");
const options = (page: Page) => page.locator("[data-combobox-option]:visible");
const said = (page: Page) => page.locator(".choices-said").filter({ hasText: /./ });

describe("a page does not grow with the records that can be chosen", () => {
  test.for([
    ["/admin/figures/new", FORM_BYTES],
    ["/admin/figures/new?metric=plants-7&source=many-7", FORM_BYTES],
    ["/admin/metrics/new", FORM_BYTES],
    ["/admin/charts/new", FORM_BYTES],
    ["/admin/milestones/new", FORM_BYTES],
    ["/admin/sources/many-7", FORM_BYTES],
    ["/admin/read", FORM_BYTES],
    ["/admin/figures", LIST_BYTES],
  ] as const)("%s", async ([path, most]) => {
    const response = await fetch(site.address + path, { headers: headersAt(site.address, "editor") });
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeLessThan(most);
  });

  test("a list says of a filter that it offers some of many", async ({ open }) => {
    const page = await open("/admin/figures?source=many-7");
    const filter = page.locator('main select[name="source"]');
    expect(await filter.locator("option").first().textContent()).toMatch(/^Any \(301 of 10,1\d\d listed; /);
    expect(await filter.locator("option:checked").textContent()).toBe("Report number 7 on industry");
  });
});

describe("one record out of many", () => {
  test("is found by its words; of many the best are listed, and more on demand", async ({ open }) => {
    const page = await open("/admin/figures/new");
    await source(page).fill("report number industry");
    await expect.poll(() => said(page).textContent()).toBe("40 of 10,000: type more to find the others");
    await page.getByRole("option", { name: "Show more" }).click();
    await expect.poll(() => said(page).textContent()).toBe("80 of 10,000: type more to find the others");
    await source(page).fill("report 4321");
    await expect.poll(() => options(page).count()).toBe(2);
    expect(await said(page).count()).toBe(0);
    expect(await options(page).first().textContent()).toBe("Report number 4321 on industryPublisher 21, no date");
    await source(page).press("Enter");
    expect(await source(page).inputValue()).toBe("Report number 4321 on industry");
  });

  test("is chosen by Enter and by leaving, also before the site has answered", async ({ open }) => {
    const page = await open("/admin/figures/new");
    await source(page).fill("report 4321");
    await source(page).press("Enter");
    await expect.poll(() => source(page).inputValue()).toBe("Report number 4321 on industry");
    await field(page, "metric").fill("plants of kind 17");
    await field(page, "metric").press("Tab");
    await expect.poll(() => page.getByText("Plants of one kind").count()).toBe(1);
    await field(page, "region").fill("guizhuo");
    await field(page, "region").press("Tab");
    await page.getByText("No region is called “guizhuo”.").waitFor();
  });

  test("is not found where there is none, and the search is tried again where it failed", async ({
    open,
    expectedStatus,
  }) => {
    const page = await open("/admin/figures/new");
    await field(page, "region").fill("atlantis");
    await expect.poll(() => said(page).textContent()).toBe("No region fits");
    await field(page, "region").fill("");
    expectedStatus.value = 500;
    await page.route("**/api/v1/choices/sources?**", (route) => route.fulfill({ status: 500, body: "" }), { times: 1 });
    await source(page).fill("report 4321");
    await expect.poll(() => said(page).textContent()).toBe("The site cannot search now: try again");
    await page.getByRole("option", { name: "Try again" }).click();
    await expect.poll(() => options(page).first().textContent()).toContain("Report number 4321");
  });

  test("is shown by its name without a search, and after a reload too", async ({ open }) => {
    const page = await open("/admin/figures/new?source=many-7");
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/v1/choices/")) asked.push(new URL(request.url()).search);
    });
    expect(await source(page).inputValue()).toBe("Report number 7 on industry");
    await field(page, "words").fill("some 20 plants");
    // What is offered moves the fields below it, and a list hides whose box has left the view.
    await page.locator("[data-offered]").first().waitFor();
    expect(asked).toEqual([]);
    await source(page).fill("report 4321");
    await expect.poll(() => options(page).first().textContent()).toContain("Report number 4321");
    await source(page).press("Enter");
    expect(asked).toEqual(["?q=report+4321&page=1"]);
    // What is typed is written down when it has rested.
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("many-4321");
    await page.reload();
    await expect.poll(() => source(page).inputValue()).toBe("Report number 4321 on industry");
    expect(asked).toContain("?key=many-4321");
  });

  test("is suggested from all there are", async ({ open }) => {
    const page = await open("/admin/figures/new");
    await field(page, "words").fill("more than 8,900 companies brought investment");
    await page.locator("[data-offered]", { hasText: "Companies that brought investment" }).click();
    await expect.poll(() => field(page, "metric").inputValue()).toContain("Companies that brought investment");
  });
});
