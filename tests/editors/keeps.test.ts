import type { BrowserContext, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { field, fillFigure, makeFigure, messageAt, saveWith } from "@/tests/editors/figure-form";
import { signedInAs, test } from "@/tests/setup/site/browser";

const publish = (page: Page) => page.getByRole("button", { name: "Publish", exact: true }).click();

/** What stands in the fields that fillFigure fills. */
async function typed(page: Page): Promise<readonly string[]> {
  const paths = ["words", "value", "metric", "region", "period", "citations.0.source", "citations.0.locator"];
  return Promise.all(paths.map((path) => field(page, path).inputValue()));
}

async function signOut(context: BrowserContext): Promise<() => Promise<void>> {
  const cookies = await context.cookies();
  await context.clearCookies();
  return () => context.addCookies(cookies);
}

describe("what was typed is never lost", () => {
  test("a reload brings it back and says so; discarding it starts anew", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "nearly 7,001 companies", "para 60");
    const before = await typed(page);
    // At once: what is typed is written down when the page goes, not only when typing rests.
    await page.reload();
    await page.getByText("What you had typed here is back.").waitFor();
    await expect.poll(() => typed(page)).toEqual(before);
    await page.getByRole("button", { name: "Discard it" }).click();
    expect(await field(page, "words").inputValue()).toBe("");
    await page.reload();
    expect(await field(page, "words").inputValue()).toBe("");
    expect(await page.getByText("What you had typed here is back.").count()).toBe(0);
  });

  test("what is typed while the scripts are still on their way is taken over, and what was kept before too", async ({
    visit,
  }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await field(page, "note").evaluate((note) => note.closest("details")?.setAttribute("open", ""));
    await field(page, "note").fill("Kept from before.");
    let isOpen = false;
    const waiting: (() => void)[] = [];
    await page.route("**/_next/static/**", async (route) => {
      if (!isOpen) await new Promise<void>((resolve) => waiting.push(resolve));
      await route.continue();
    });
    await page.reload({ waitUntil: "commit" });
    await field(page, "words").pressSequentially("more than 9,500 companies");
    await field(page, "wording").selectOption("about");
    isOpen = true;
    for (const go of waiting) go();
    await page.getByText("What you had typed here is back.").waitFor();
    expect(await field(page, "words").inputValue()).toBe("more than 9,500 companies");
    expect(await field(page, "value").inputValue()).toBe("9,500");
    expect(await field(page, "wording").inputValue()).toBe("about");
    expect(await field(page, "note").inputValue()).toBe("Kept from before.");
  });

  test("nothing is kept of what was saved", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await makeFigure(page, "nearly 7,002 companies", "para 61", "Save draft");
    await page.reload();
    expect(await field(page, "words").inputValue()).toBe("");
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("footnote:typed"))),
    ).toEqual([]);
  });

  test("a lost session: it is said, all is kept, and after signing in elsewhere it is saved", async ({
    visit,
    expectedStatus,
  }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "nearly 7,003 companies", "para 62");
    const before = await typed(page);
    const signInAgain = await signOut(page.context());
    expectedStatus.value = 401;
    await publish(page);
    await page.getByRole("heading", { name: "Not saved: you are signed out" }).waitFor();
    await expect.poll(() => typed(page)).toEqual(before);
    const link = page.getByRole("link", { name: "Sign in again in a new tab" });
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("href")).toMatch(/^\/login/);
    await signInAgain();
    await page.getByRole("button", { name: "Then save again" }).click();
    await page.getByRole("heading", { name: "Published" }).waitFor();
    expectedStatus.value = 200;
  });

  test("a lost session and a reload: after signing in all is back", async ({ visit, expectedStatus }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "nearly 7,004 companies", "para 63");
    const before = await typed(page);
    // Near figures may just be looked for.
    expectedStatus.value = 401;
    const signInAgain = await signOut(page.context());
    await page.reload();
    await page.waitForURL(/\/login/);
    await signInAgain();
    await page.goto(new URL("/admin/figures/new", page.url()).href);
    await page.getByText("What you had typed here is back.").waitFor();
    await expect.poll(() => typed(page)).toEqual(before);
  });

  test("a save that fails is tried again under the same key, so that one figure is made", async ({ visit, site }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "nearly 7,005 companies", "para 64");
    const keys: (string | undefined)[] = [];
    let answers = 0;
    await page.route("**/api/v1/figures", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      answers += 1;
      // The first is saved and its answer is lost on the way.
      if (answers === 1) {
        await route.fetch();
        await route.abort("aborted");
      } else await route.continue();
    });
    await publish(page);
    await page.getByRole("heading", { name: "Not saved yet" }).waitFor();
    const before = await typed(page);
    await page.reload();
    await page.getByText("What you had typed here is back.").waitFor();
    await expect.poll(() => typed(page)).toEqual(before);
    await saveWith(page, "Publish");
    expect(keys.length).toBe(2);
    expect(new Set(keys).size).toBe(1);
    const all = await (await fetch(`${site}/api/v1/figures.csv?metric=companies-attracted`)).text();
    expect(all.split("\n").filter((line) => line.includes("para 64")).length).toBe(1);
  });

  test("what only the server can know stands at its field", async ({ visit, expectedStatus }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await fillFigure(page, "nearly 7,006 companies", "para 65");
    await page.route("**/api/v1/figures", (route) => {
      const body = { ...route.request().postDataJSON(), metric: "no-such-metric" };
      return route.continue({ postData: JSON.stringify(body) });
    });
    expectedStatus.value = 422;
    await publish(page);
    await expect.poll(() => messageAt(page, "metric")).toMatch(/no-such-metric|metric/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("metric");
    expect(await field(page, "value").inputValue()).toBe("7,006");
    expectedStatus.value = 200;
  });
});

describe("a figure that exists", () => {
  test("two editors at once: the second sees both versions and chooses field by field", async ({
    visit,
    site,
    expectedStatus,
  }) => {
    const first = await visit("/admin/figures/new", signedInAs("editor"));
    const address = await makeFigure(first, "nearly 7,100 companies", "para 70");
    const second = await visit(address, signedInAs("admin"));
    await first.goto(site + address);

    await field(first, "value").fill("7,101");
    await first.getByText("Organisation, basis, note and looking again").click();
    await field(first, "note").fill("Counted twice in the first edition.");
    await field(first, "cause").selectOption("typo");
    await field(first, "reason").fill("A digit was wrong.");
    await first.getByRole("button", { name: "Save the change" }).click();
    await first.getByRole("heading", { name: "Published" }).waitFor();

    await field(second, "value").fill("7,102");
    await field(second, "speaker").fill("The statistics bureau");
    await field(second, "cause").selectOption("source_corrected");
    await field(second, "reason").fill("The source has corrected it.");
    expectedStatus.value = 412;
    await second.getByRole("button", { name: "Save the change" }).click();
    const dialog = second.getByRole("alertdialog", { name: "Someone else saved this first" });
    await dialog.waitFor();
    expect(await dialog.getByRole("rowheader").allInnerTexts()).toEqual(["Value", "Who says so", "Note"]);
    const chosen = await dialog
      .locator("input:checked")
      .evaluateAll((inputs) => inputs.map((input) => input.closest("label")?.textContent ?? ""));
    // What I changed is mine unless I say otherwise; what only the other changed is theirs.
    expect(chosen).toEqual([
      "Yours: 7,102",
      "Yours: The statistics bureau",
      "Saved meanwhile: Counted twice in the first edition.",
    ]);
    await dialog.getByLabel("Saved meanwhile: 7,101").check();
    await dialog.getByRole("button", { name: "Save on top" }).click();
    await second.getByRole("heading", { name: "Published" }).waitFor();
    expectedStatus.value = 200;

    const answer = await fetch(`${site}/api/v1/figures/${address.split("/").at(-1)}`);
    const { data } = (await answer.json()) as { data: Record<string, unknown> };
    expect(data).toMatchObject({
      value: 7101,
      speaker: "The statistics bureau",
      note: "Counted twice in the first edition.",
      version: 3,
    });
  });

  test("a published figure changes only with a kind of change and a reason", async ({ visit, site }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    const address = await makeFigure(page, "nearly 7,200 companies", "para 71");
    await page.goto(site + address);
    await page.getByRole("button", { name: "Save the change" }).click();
    await page.getByText("Nothing has changed").first().waitFor();
    await field(page, "value").fill("7,201");
    await page.getByRole("button", { name: "Save the change" }).click();
    await expect.poll(() => messageAt(page, "cause")).toContain("kind of change");
    expect(await messageAt(page, "reason")).toContain("why the published figure changes");
    await field(page, "cause").selectOption("typo");
    await field(page, "reason").fill("A digit was wrong.");
    await page.getByRole("button", { name: "Save the change" }).click();
    await page.getByRole("heading", { name: "Published" }).waitFor();
    await expect
      .poll(async () => (await fetch(`${site}/figures/${address.split("/").at(-1)}`)).text(), { timeout: 1500 })
      .toContain("7,201");
  });

  test("a draft is published from its form; a figure is retracted with a reason and leaves the site", async ({
    visit,
    site,
  }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    const address = await makeFigure(page, "nearly 7,300 companies", "para 72", "Save draft");
    const reader = `${site}/figures/${address.split("/").at(-1)}`;
    await page.goto(site + address);
    await publish(page);
    await page.getByRole("heading", { name: "Published" }).waitFor();
    expect((await fetch(reader)).status).toBe(200);
    await page.getByText("Retract this figure").click();
    await page.getByRole("button", { name: "Retract", exact: true }).click();
    expect(await messageAt(page, "retractReason")).toContain("why it is retracted");
    await field(page, "retractReason").fill("It was never said.");
    await page.getByRole("button", { name: "Retract", exact: true }).click();
    await page.getByText("This figure is retracted").waitFor();
    expect((await fetch(reader)).status).toBe(410);
    const gone = await fetch(reader);
    const text = await gone.text();
    for (const said of ["nearly", "7,300", "It was never said.", '<meta name="robots" content="noindex"']) {
      expect(text).toContain(said);
    }
  });

  test("near figures are shown while typing, with a verdict, and forbid nothing", async ({ visit }) => {
    const page = await visit("/admin/figures/new", signedInAs("editor"));
    await makeFigure(page, "exactly 7,400 companies", "para 73");
    await fillFigure(page, "7,499 companies", "para 74");
    const side = page.getByRole("complementary", { name: "Preview" });
    await side.getByText("Claims differ").first().waitFor();
    await expect.poll(() => side.innerText()).toContain("7,400");
    await saveWith(page, "Save draft");
  });
});
