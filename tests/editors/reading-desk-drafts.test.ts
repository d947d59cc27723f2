import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { choose, field } from "@/tests/editors/figure-form";
import {
  articleOf,
  chosen,
  confirmSource,
  DESK,
  ledger,
  publishDrafts,
  readArticle,
  takeOffered,
} from "@/tests/editors/reading-desk-page";
import { signedInAs, test } from "@/tests/setup/site/browser";

/** Chooses a figure by its words, and keeps it. */
async function keep(page: Page, words: string): Promise<void> {
  const { Kept = 0 } = await ledger(page);
  await page.locator(".found", { hasText: words }).first().click();
  if ((await field(page, "metric").count()) > 0) await takeOffered(page);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect.poll(async () => (await ledger(page)).Kept).toBe(Kept + 1);
}

/** The key of the figure that was kept with these words. */
async function keyOf(page: Page, words: string): Promise<string> {
  await page.locator(".found", { hasText: words }).first().click();
  const address = await page.locator(".reading-side .notice a").first().getAttribute("href");
  return address?.split("/").at(-1) ?? "";
}

/** Asks the API as the person who sits at the page. */
function ask(page: Page, method: string, path: string, body: object | null = null, version = 1) {
  return page.evaluate(
    async ([method, path, body, version]) => {
      const headers = { "content-type": "application/json", "if-match": `"${version}"` };
      const answer = await fetch(`/api/v1/${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, ...((await answer.json()) as { readonly data?: Record<string, unknown> }) };
    },
    [method, path, body, version] as const,
  );
}

describe("what is kept at the reading desk", () => {
  test("stands beside what other sources say of the same", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "likely");
    await choose(page, "metric", "Companies that brought investment");
    const warning = page.locator(".reading-side [role='status'] .notice");
    await expect.poll(() => warning.textContent()).toMatch(/like this exists?.*9,500.*China Daily/s);
    expect(await warning.getByRole("link", { name: "Compare" }).first().getAttribute("href")).toMatch(/^\/figures\//);
  });

  test("has its metric, region, organisation, time, speaker and outlook from the text, and place and phrase", async ({
    visit,
  }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "fields");
    await page.locator(".found", { hasText: "10,000 base stations" }).click();
    await choose(page, "metric", "5G base stations in");
    await choose(page, "organisation", "39 Internet Hospital");
    await keep(page, "10,000 base stations");
    const target = await ask(page, "GET", `figures/${await keyOf(page, "10,000 base stations")}`);
    expect(target.data).toMatchObject({
      status: "draft",
      metric: "5g-base-stations",
      region: "CN-GZ",
      organisation: "39-internet-hospital-longmaster",
      wording: "exactly",
      value: "10000",
      asOf: "2020",
      outlook: "target",
      citations: [{ locator: "para 4", phrase: expect.stringContaining("10,000 base stations"), role: "origin" }],
    });
    await keep(page, "more than 9,500 companies");
    const said = await ask(page, "GET", `figures/${await keyOf(page, "more than 9,500 companies")}`);
    expect(said.data).toMatchObject({
      wording: "more_than",
      period: "2014/2019",
      speaker: "Wang Min, head of the valley office",
      outlook: "outcome",
    });
  });

  test("may have a new metric, made in place and made once", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "metric");
    await page.locator(".found", { hasText: "61 depots" }).click();
    await page.getByRole("button", { name: "Add a new metric" }).click();
    expect(await field(page, "metric.name").inputValue()).toBe("Depots");
    expect(await field(page, "metric.unit").inputValue()).toBe("depots");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    // What it lacks is said at its fields.
    await page.getByText("2 things to put right").waitFor();
    await field(page, "metric.definition").fill("Depots that are open.");
    await choose(page, "metric.topic", "Economy");
    await keep(page, "61 depots");
    await page.keyboard.press("u");
    await page.getByText("Taken back.").waitFor();
    expect(await chosen(page)).toBe("61 depots");
    expect(await field(page, "metric").inputValue()).toBe("Depots");
    await keep(page, "61 depots");
    const figure = await ask(page, "GET", `figures/${await keyOf(page, "61 depots")}`);
    expect(figure.data).toMatchObject({ status: "draft", metric: "depots" });
  });

  test("is published together or not at all; what stands in the way is said at its figure", async ({
    visit,
    expectedStatus,
  }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "together");
    await keep(page, "some 2,000 medical experts");
    await keep(page, "over 200 hospitals");
    const [first, second] = [await keyOf(page, "some 2,000"), await keyOf(page, "over 200 hospitals")];
    expect((await ask(page, "PATCH", `figures/${second}`, { note: "Changed by somebody else." })).status).toBe(200);
    expectedStatus.value = 412;
    await publishDrafts(page);
    await page.getByText("Nothing is published: one figure stands in the way.").waitFor();
    expectedStatus.value = 200;
    expect(await page.locator(".found.trouble").count()).toBe(1);
    expect(await chosen(page)).toBe("over 200 hospitals");
    expect(await page.locator(".reading-side [role='alert']").first().textContent()).toContain(
      "changed since it was kept",
    );
    expect((await ask(page, "GET", `figures/${first}`)).data).toMatchObject({ status: "draft" });
    await publishDrafts(page);
    await page.getByText("2 figures are published.").waitFor();
    // The keys go on working.
    await page.keyboard.press("j");
    expect(await chosen(page)).toBe("70 million yuan");
    expect(await page.locator(".found.trouble").count()).toBe(0);
    expect((await ask(page, "GET", `figures/${first}`)).data).toMatchObject({ status: "published" });
  });

  test("is recorded for whoever reads the text in another browser, who may publish it; retracted, it is open again", async ({
    visit,
  }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "elsewhere");
    await keep(page, "some 2,000 medical experts");
    await keep(page, "70 million yuan");
    const key = await keyOf(page, "70 million yuan");

    const other = await visit(DESK, signedInAs("admin"));
    await field(other, "text").fill(articleOf("elsewhere"));
    await confirmSource(other);
    await expect.poll(() => ledger(other)).toMatchObject({ Recorded: 2, Kept: 0, Open: 9 });
    await other.getByRole("button", { name: "Publish the 2 drafts" }).waitFor();
    expect((await ask(other, "DELETE", `figures/${key}`, {})).status).toBe(200);
    await other.reload();
    await expect.poll(() => ledger(other)).toMatchObject({ Recorded: 1, Open: 10 });
    await publishDrafts(other);
    await other.getByText("One figure is published.").waitFor();

    await page.reload();
    await expect.poll(() => ledger(page)).toMatchObject({ Kept: 1, Open: 10 });
    await page.locator(".found.kept").click();
    expect(await page.locator(".reading-side .notice").first().textContent()).toBe("Kept as a published figure.");
  });

  test("is not lost when it could not be saved: trying again saves it once", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "again");
    await takeOffered(page);
    let answers = 0;
    await page.route("**/api/v1/figures", async (route) => {
      answers += 1;
      if (answers > 1) return route.continue();
      // Saved, and its answer lost on the way.
      await route.fetch();
      await route.abort("aborted");
    });
    await page.keyboard.press("k");
    await page.getByRole("heading", { name: "Not saved yet" }).waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Kept as a draft.").waitFor();
    const list = await ask(page, "GET", "read/recorded?source=cloud-valley-fills-up-with-servers-again");
    expect([list.status, Object.keys(list.data ?? {}).length]).toEqual([200, 1]);
  });
});
