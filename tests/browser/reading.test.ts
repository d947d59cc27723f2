import { describe, expect } from "vitest";
import { PAGES } from "@/tests/browser/pages";
import { test } from "@/tests/setup/site/browser";

const EVERY_PAGE = Object.entries(PAGES).map(([name, page]) => ({ name, ...page }));

describe("every page can be read", () => {
  for (const javaScriptEnabled of [true, false]) {
    test.for(EVERY_PAGE)(
      `$name, ${javaScriptEnabled ? "with" : "without"} JavaScript`,
      async ({ path, says }, { visit }) => {
        const page = await visit(path, { javaScriptEnabled });
        const text = await page.locator("body").innerText();
        for (const words of says) expect(text).toContain(words);
        expect(await page.locator("h1").count()).toBe(1);
        expect(await page.title()).toMatch(/\S.* · Footnote$|^Footnote: /);
        expect((await page.locator('meta[name="description"]').getAttribute("content"))?.length).toBeGreaterThan(30);
      },
    );
  }
});

describe("the dashboard without JavaScript", () => {
  test("says every figure of the article, each with a link to its own page and its source", async ({ visit }) => {
    const page = await visit("/", { javaScriptEnabled: false });
    const text = ((await page.locator("main").textContent()) ?? "").replaceAll(/\s/g, " ");
    for (const digits of ["20%", "9,500", "2,000", "100,000", "10,000", "300", "200", "80", "72", "70 million yuan"]) {
      expect(text).toContain(digits);
    }
    for (const card of await page.locator(".card").all()) {
      expect(await card.locator('a[href^="/figures/"]').count()).toBeGreaterThan(0);
      expect(await card.locator('a[href^="#source-"]').count()).toBeGreaterThan(0);
    }
    const first = page.locator("#source-1");
    expect(await first.innerText()).toContain("Big data looms large in Guizhou");
    expect(await first.locator("a", { hasText: "Original" }).getAttribute("href")).toContain("#:~:text=");
  });

  test("every chart is drawn, and its numbered sources are in the list of the page", async ({ visit }) => {
    const page = await visit("/", { javaScriptEnabled: false });
    const charts = await page.locator("figure.chart").all();
    expect(charts.length).toBe(12);
    for (const chart of charts) {
      expect(await chart.locator("svg, .chart-facts").count()).toBeGreaterThan(0);
      expect(await chart.locator(".chart-take a").allInnerTexts()).toEqual(["Cite", "Download", "Embed"]);
    }
    const targets = await page
      .locator("a.n")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "").filter((href) => href !== ""));
    for (const target of new Set(targets)) expect(await page.locator(target).count()).toBe(1);
  });

  test("filters are a form that works by its button, and the view has an address", async ({ visit }) => {
    const page = await visit("/", { javaScriptEnabled: false });
    await page.locator('select[name="topic"]').selectOption("health");
    await page.locator(".filters button").click();
    expect(new URL(page.url()).searchParams.get("topic")).toBe("health");
    expect(await page.locator("main").innerText()).toContain("Health");
    expect(await page.locator('select[name="topic"]').inputValue()).toBe("health");
  });

  test("the search form finds in spite of a slip", async ({ visit }) => {
    const page = await visit("/", { javaScriptEnabled: false });
    await page.locator("input[type=search]").fill("Guizou");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?q=Guizou/);
    expect(await page.locator("main").innerText()).toContain("Guizhou");
  });
});

describe("with JavaScript", () => {
  test("changing a filter shows the view in place, changes the address, and Back brings the last view", async ({
    visit,
  }) => {
    const page = await visit("/");
    await page.mouse.move(300, 300);
    await page.locator('.filters[data-enhanced="live"]').waitFor();
    await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
    const topic = page.locator('select[name="topic"]');
    await topic.selectOption("health");
    await page.waitForURL(/topic=health/);
    const economy = page.getByRole("heading", { name: "Economy", exact: true });
    await economy.waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { name: "Health", exact: true }).count()).toBe(1);
    await page.goBack();
    await economy.waitFor();
    expect(await topic.inputValue()).toBe("");
    expect(await page.locator("body[data-same-page]").count()).toBe(1);
  });

  test("a filter changed before the scripts have arrived is caught up with", async ({ visit }) => {
    const page = await visit("/");
    await page.locator('select[name="topic"]').selectOption("health");
    await page.keyboard.press("Shift");
    await page.waitForURL(/topic=health/);
    await page.getByRole("heading", { name: "Economy", exact: true }).waitFor({ state: "detached" });
    expect(await page.locator('select[name="topic"]').inputValue()).toBe("health");
  });

  test("the key / leads to the search box", async ({ visit }) => {
    const page = await visit("/method");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
  });

  test("the chosen theme stays on the next page and is there before the first paint", async ({ visit }) => {
    const page = await visit("/method", { colorScheme: "light" });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.locator("#theme").selectOption("dark");
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.goto(new URL("/metrics", page.url()).href, { waitUntil: "commit" });
    await page.locator("main").waitFor();
    expect(await paper()).toBe(dark);
    expect(await page.locator("#theme").inputValue()).toBe("dark");
  });

  test("regions of a metric can be taken away and added: the chart has the marks of just those", async ({
    visit,
    site,
  }) => {
    const answer = await fetch(`${site}/api/v1/figures.json?metric=5g-base-stations`);
    const { figures } = (await answer.json()) as { figures: readonly { figure: string; region: string }[] };
    const regionOf = new Map(figures.map(({ figure, region }) => [`/figures/${figure}`, region]));
    const page = await visit("/metrics/5g-base-stations");
    const shown = async (query: string) => {
      await page.goto(`${site}/metrics/5g-base-stations${query}`);
      const links = await page
        .locator(".chart-stage a")
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("href") ?? ""));
      return [...new Set(links.map((link) => regionOf.get(link)))].sort();
    };
    expect((await shown("")).length).toBeGreaterThan(2);
    expect(await shown("?region=CN-GD")).toEqual(["CN-GD"]);
    expect(await shown("?region=CN-GD&region=CN-GZ")).toEqual(["CN-GD", "CN-GZ"]);
  });
});

describe("what is not there", () => {
  const unknown = ["/nope", "/regions/XX-none", "/metrics/none", "/sources/none", "/figures/none"];
  test.for(unknown)("%s answers 404 and says what to do next", async (path, { visit, expectedStatus }) => {
    expectedStatus.value = 404;
    const page = await visit(path);
    expect(await page.locator("h1").innerText()).toBe("There is no such page");
    expect(await page.locator("main form").count()).toBe(1);
  });

  test("nonsense in the address falls to the default", async ({ visit }) => {
    const page = await visit("/?region=%00&topic=no-such&from=banana&wording=shouted&page=-1");
    expect(await page.locator("h1").innerText()).toContain("Guizhou");
  });

  test("an empty view says so and offers a way out", async ({ visit }) => {
    const page = await visit("/?region=all&from=2012&to=2012&wording=between&outlook=target");
    expect(await page.locator("main").innerText()).toContain("No figure passes all of these filters");
  });
});
