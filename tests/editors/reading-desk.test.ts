import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { DISMISSALS } from "@/components/admin/reading-desk/state/desk-state";
import { choose, field, messageAt } from "@/tests/editors/figure-form";
import { ARTICLE, FIGURES } from "@/tests/editors/reading-desk-article";
import {
  articleOf,
  chosen,
  confirmSource,
  DESK,
  hasKeys,
  keptDesk,
  ledger,
  publishDrafts,
  readArticle,
  takeOffered,
} from "@/tests/editors/reading-desk-page";
import { signedInAs, test } from "@/tests/setup/site/browser";
import { axeFaults, excessWidth } from "@/tests/setup/site/looks";

describe("the reading desk", () => {
  test("guesses the source from the head of the text, and marks every figure", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await field(page, "text").fill(ARTICLE);
    expect(await field(page, "citations.0.source.title").inputValue()).toBe("Cloud valley fills up with servers");
    expect(await field(page, "citations.0.source.publisher").inputValue()).toBe("Example Gazette");
    expect(await field(page, "citations.0.source.published").inputValue()).toBe("2019-02-28");
    await readArticle(page, "marks");
    const marks = await page
      .locator(".found")
      .evaluateAll((found) => found.map((mark) => mark.firstChild?.textContent));
    expect(marks).toEqual(FIGURES);
    expect(await ledger(page)).toEqual({ Found: 11, Recorded: 0, Kept: 0, Dismissed: 0, Open: 11 });
    // The first is chosen, and read: where, when, who.
    expect(await page.locator(".reading-figure").textContent()).toContain("more than9,500 companies");
    expect(await field(page, "region").inputValue()).toBe("Guizhou");
    expect(await field(page, "period").inputValue()).toBe("2014/2019");
    expect(await field(page, "speaker").inputValue()).toContain("Wang Min");
    // Companies of which nothing says that they brought investment: offered, not filled in.
    expect(await field(page, "metric").inputValue()).toBe("");
    expect(await page.locator("#metric-choice").evaluate((box) => box === document.activeElement)).toBe(true);
    await expect
      .poll(() => page.locator("[data-offered]").allTextContents())
      .toContain("Companies that brought investment or projects");
  });

  test("keeps, dismisses with a reason, takes back and goes on, by one key each", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "keys");
    // Without a metric nothing is kept, and the focus is where it is chosen.
    await page.keyboard.press("k");
    await expect.poll(() => messageAt(page, "metric")).toContain("Choose the metric");
    await expect.poll(() => field(page, "metric").evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await ledger(page)).toMatchObject({ Kept: 0 });
    await page.keyboard.press("Escape");
    await takeOffered(page);
    await page.keyboard.press("k");
    await page.getByText("Kept as a draft.").waitFor();
    expect(await ledger(page)).toMatchObject({ Kept: 1, Open: 10 });
    for (const [index, reason] of DISMISSALS.entries()) {
      await page.keyboard.press(`${index + 1}`);
      await page.getByText(`Dismissed: ${reason.toLowerCase()}.`).waitFor();
      expect(await ledger(page)).toMatchObject({ Kept: 1, Dismissed: index + 1, Open: 9 - index });
    }
    expect(await chosen(page)).toBe("70 million yuan");
    await page.keyboard.press("j");
    expect(await chosen(page)).toBe("nearly 300 medical institutions");
    // Back through all of it, each as it was.
    for (const [index] of DISMISSALS.entries()) {
      await page.keyboard.press("u");
      await expect.poll(async () => (await ledger(page)).Dismissed).toBe(DISMISSALS.length - 1 - index);
      expect(await chosen(page)).toBe(FIGURES[DISMISSALS.length - index]);
    }
    await page.keyboard.press("e");
    expect(await field(page, "metric").evaluate((input) => input === document.activeElement)).toBe(true);
    // What is typed is text, not a command; Escape goes back to the keys.
    await page.keyboard.type("k");
    expect(await ledger(page)).toMatchObject({ Kept: 1, Open: 10 });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("4");
    await page.getByText("Dismissed: too vague.").waitFor();
  });

  test("does the same by mouse, and keys go on working after it", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "mouse");
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    for (const [index, reason] of DISMISSALS.entries()) {
      await press(reason);
      expect(await ledger(page)).toMatchObject({ Dismissed: index + 1 });
    }
    await press("Undo");
    expect(await chosen(page)).toBe(FIGURES[4]);
    await press("Next");
    expect(await chosen(page)).toBe(FIGURES[5]);
    await page.locator(".found", { hasText: "some 2,000 medical experts" }).click();
    await page.getByRole("button", { name: "Experts of an internet hospital" }).click();
    await press("Keep");
    await page.getByText("Kept as a draft.").waitFor();
    await page.keyboard.press("2");
    await page.getByText("Dismissed: not collected.").waitFor();
    await press("Undo");
    await press("Undo");
    await page.getByText("Taken back.").waitFor();
    await expect.poll(async () => (await ledger(page)).Kept).toBe(0);
    // The same figure is kept once more: another draft, not the one that was taken back.
    await page.keyboard.press("k");
    await expect.poll(async () => (await ledger(page)).Kept).toBe(1);
    await publishDrafts(page);
    await page.getByText("One figure is published.").waitFor();
  });

  test("the keys go on after everything that is done by mouse, and after a metric was typed", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "going-on");
    const offered = page.locator("[data-offered]");
    await offered.first().click();
    await expect.poll(() => hasKeys(page)).toBe(true);
    // All of the form is in sight at the end of the page.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const details = page.getByText("Wording, value, place, phrase, note");
    await details.click();
    await details.click();
    await page.getByRole("button", { name: "Add a new metric" }).click();
    await expect.poll(() => hasKeys(page)).toBe(true);
    await page.getByRole("button", { name: "Choose one of the metrics instead" }).click();
    await page.keyboard.press("m");
    await page.keyboard.type("Companies that brought");
    await page.locator("[data-combobox-selected]:visible").first().waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => hasKeys(page)).toBe(true);
    expect(await field(page, "metric").inputValue()).toBe("Companies that brought investment or projects");
    await page.keyboard.press("k");
    await page.getByText("Kept as a draft.").waitFor();
    // From within a field, and with what is typed there.
    await page.locator(".found", { hasText: "over 200 hospitals" }).click();
    await takeOffered(page);
    await field(page, "period").fill("2018");
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await ledger(page)).Kept).toBe(2);
    await page.keyboard.press("?");
    expect(await page.locator(".key-list dd").count()).toBe(12);
    await page.keyboard.press("?");
    expect(await page.locator(".key-list dd").count()).toBe(4);
    await page.keyboard.press("1");
    await page.getByText("Dismissed: not a figure.").waitFor();
  });

  test("what the source does not say is not kept under a metric of its own accord", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    const text = [
      "Towers fill up\nBy Test Writer | Example Gazette | Updated: 2019-02-28",
      "In a new tower of Guizhou, 212 resident firms share the floors. GDP fell 3.2 percent in 2018. Exports fell 4.5 percent.",
    ].join("\n\n");
    await readArticle(page, "clashes", text);
    await choose(page, "metric", "Start-ups");
    await page.keyboard.press("k");
    await expect.poll(() => messageAt(page, "metric")).toContain("“resident firms”");
    expect(await ledger(page)).toMatchObject({ Kept: 0 });
    // The focus follows the message.
    await page.locator("#field-metric:focus").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("y");
    await page.keyboard.press("k");
    await page.getByText("Kept as a draft.").waitFor();
    // A fall: asked, and kept as a negative number.
    expect(await chosen(page)).toBe("3.2 percent");
    expect(await field(page, "metric").inputValue()).toBe("Growth of GDP");
    expect(await page.locator("#metric-asked").textContent()).toContain("A fall: record −3.2?");
    await page.keyboard.press("k");
    await expect.poll(() => messageAt(page, "metric")).toContain("−3.2");
    // The focus follows the message.
    await page.locator("#field-metric:focus").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await expect.poll(() => page.locator(".reading-figure b").textContent()).toBe("−3.2");
    await page.keyboard.press("k");
    await expect.poll(async () => (await ledger(page)).Kept).toBe(2);
    // Under a level it is never one: there is nothing to agree to.
    await choose(page, "metric", "High-tech in exports");
    await page.keyboard.press("k");
    await expect.poll(() => messageAt(page, "metric")).toContain("fell");
    expect(await page.locator("#metric-asked input").count()).toBe(0);
    expect(await ledger(page)).toMatchObject({ Kept: 2 });
    const said = await publishDrafts(page);
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/212 resident firms.*→.*212\sstart-ups.*“resident firms”/s);
    expect(said[1]).toMatch(/3\.2 percent.*→.*−3\.2%/s);
    await page.getByText("2 figures are published.").waitFor();
  });

  test("a figure that was missed is added by selecting its words, and stays after a reload", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "missed");
    const select = (words: string) =>
      page.evaluate((words) => {
        const walk = document.createTreeWalker(document.querySelector(".article") as Node, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
          const at = node.textContent?.indexOf(words) ?? -1;
          if (at < 0) continue;
          getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
          return;
        }
      }, words);
    await select("Section 4");
    await page.getByRole("button", { name: "Add this as a figure" }).click();
    expect(await chosen(page)).toBe("Section 4");
    expect(await ledger(page)).toMatchObject({ Found: 12, Open: 12 });
    expect(await field(page, "value").inputValue()).toBe("4");
    expect(await field(page, "citations.0.phrase").inputValue()).toContain("Section 4");
    await page.keyboard.press("2");
    await page.getByText("Dismissed: not collected.").waitFor();
    await page.reload();
    await page.locator(".found.dismissed").waitFor();
    expect(await page.locator(".found").allTextContents()).toContain("Section 4, dismissed");
    // By keyboard: the words are written.
    await page.keyboard.press("a");
    await page.keyboard.type("past half decade");
    await page.keyboard.press("Enter");
    await expect.poll(() => chosen(page)).toBe("past half decade");
    expect(await ledger(page)).toMatchObject({ Found: 13, Dismissed: 1 });
    // What is marked already is chosen, not added.
    await page.keyboard.press("a");
    await page.keyboard.type("some 2,000 medical");
    await page.keyboard.press("Enter");
    await expect.poll(() => chosen(page)).toBe("some 2,000 medical experts");
    expect(await ledger(page)).toMatchObject({ Found: 13 });
  });

  test("a reload, a closed tab and signing out lose nothing", async ({ visit, site }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "leaving");
    await takeOffered(page);
    await page.keyboard.press("k");
    await page.getByText("Kept as a draft.").waitFor();
    await page.keyboard.press("5");
    await field(page, "period").fill("2017");
    const isAsLeft = async (other: Page) => {
      await other.locator(".found.kept").first().waitFor();
      expect(await ledger(other)).toEqual({ Found: 11, Recorded: 0, Kept: 1, Dismissed: 1, Open: 9 });
      expect(await chosen(other)).toBe(FIGURES[2]);
      expect(await field(other, "period").inputValue()).toBe("2017");
    };
    // At once, not only when typing rests.
    await page.reload();
    await isAsLeft(page);
    const context = page.context();
    const again = await context.newPage();
    await page.close();
    await again.goto(site + DESK);
    await isAsLeft(again);
    const cookies = await context.cookies();
    await context.clearCookies();
    await again.goto(site + DESK);
    await again.waitForURL(/\/login/);
    await context.addCookies(cookies);
    await again.goto(site + DESK);
    await isAsLeft(again);
    await again.keyboard.press("u");
    await expect.poll(() => ledger(again)).toMatchObject({ Kept: 1, Dismissed: 0 });
  });

  test("two tabs show one desk", async ({ visit, site }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "tabs");
    const other = await page.context().newPage();
    await other.goto(site + DESK);
    await other.locator(".found").first().waitFor();
    await other.keyboard.press("1");
    await expect.poll(() => ledger(page)).toMatchObject({ Dismissed: 1 });
    await page.keyboard.press("2");
    await expect.poll(() => ledger(other)).toMatchObject({ Dismissed: 2, Open: 9 });
    await other.getByText("Close the desk").click();
    await other.getByRole("button", { name: "Close, and drop the text" }).click();
    await field(page, "text").waitFor();
    expect(await field(page, "text").inputValue()).toBe("");
  });

  test("it is said when the browser keeps nothing, and when a text was too long to be read to its end", async ({
    visit,
  }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await page.route("**/api/v1/read", async (route) => {
      const answer = (await (await route.fetch()).json()) as { readonly data: object };
      await route.fulfill({ json: { data: { ...answer.data, cut: true } } });
    });
    await readArticle(page, "cut");
    await page.getByText("it was read as far as its first 11 figures").waitFor();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.keyboard.press("1");
    await page.getByText("a reload would lose it").waitFor();
    expect(await ledger(page)).toMatchObject({ Dismissed: 1 });
  });

  test("counts, form and commands are in sight at every place of the page; on a narrow screen the commands", async ({
    visit,
  }) => {
    const page = await visit(DESK, { ...signedInAs("editor"), viewport: { width: 1280, height: 720 } });
    await readArticle(
      page,
      "sight",
      articleOf("sight").replaceAll("At present", "At present, as everybody knows who walked there, ".repeat(20)),
    );
    const inSight = (part: string) =>
      page.locator(part).evaluate((box) => {
        const { top, bottom } = box.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight + 1;
      });
    for (const words of ["more than 9,500 companies", "two-thirds of the staff"]) {
      await page.locator(".found", { hasText: words }).click();
      for (const part of [".ledger", ".command-bar", ".reading-figure"])
        expect([words, part, await inSight(part)]).toEqual([words, part, true]);
    }
    await page.setViewportSize({ width: 375, height: 812 });
    await page.locator(".found", { hasText: "61 depots" }).click();
    expect([await inSight(".command-bar"), await inSight(".reading-figure")]).toEqual([true, true]);
    await page.getByRole("button", { name: "Dismiss", exact: true }).click();
    await page.getByRole("button", { name: "Misread" }).click();
    await page.getByText("Dismissed: misread.").waitFor({ state: "attached" });
    expect(await page.getByRole("button", { name: "Misread" }).isVisible()).toBe(false);
    const height = await page.locator(".desk-commands").evaluate((box) => box.getBoundingClientRect().height);
    expect(height).toBeLessThanOrEqual(110);
  });

  test("nothing of the text but its phrases is shown, kept in history or exported; closing drops it (T46)", async ({
    visit,
    site,
  }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "private");
    await takeOffered(page);
    await page.keyboard.press("k");
    await page.getByText("Kept as a draft.").waitFor();
    await publishDrafts(page);
    await page.getByText("One figure is published.").waitFor();
    await page.locator(".found.kept").first().click();
    const address = (await page.locator(".reading-side .notice a").first().getAttribute("href")) ?? "";
    const key = address.split("/").at(-1);
    const shown = await (await fetch(`${site}/figures/${key}`)).text();
    expect(shown).toContain("more than 9,500 companies");
    const pages = ["/api/v1/figures.csv", "/api/v1/figures.json", `/admin/figures/${key}`, "/admin/history"];
    const texts = await page.evaluate(
      (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).text())),
      [...pages, `/api/v1/figures/${key}/history`],
    );
    for (const text of [shown, ...texts]) expect(text).not.toMatch(/look after the machines|half decade, said/);

    expect(await keptDesk(page)).toContain("look after the machines");
    await page.getByText("Close the desk").click();
    await page.getByRole("button", { name: "Close, and drop the text" }).click();
    await field(page, "text").waitFor();
    expect(await field(page, "text").inputValue()).toBe("");
    await expect.poll(() => keptDesk(page)).not.toContain("look after");
  });

  test("the text stays in this browser where that is wanted, until it is dropped", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await readArticle(page, "stays");
    await page.keyboard.press("1");
    await page.getByText("Close the desk").click();
    await page.getByLabel("Keep the text in this browser").check();
    await page.getByRole("button", { name: "Close, and keep the text" }).click();
    await field(page, "text").waitFor();
    await page.reload();
    await expect.poll(() => field(page, "text").inputValue()).toBe(articleOf("stays"));
    await confirmSource(page);
    expect(await ledger(page)).toMatchObject({ Found: 11, Dismissed: 0, Open: 11 });
    await page.getByText("Close the desk").click();
    await page.getByLabel("Keep the text in this browser").uncheck();
    await page.getByRole("button", { name: "Close, and drop the text" }).click();
    await field(page, "text").fill(ARTICLE);
    await page.getByRole("button", { name: "Drop the text" }).click();
    expect(await field(page, "text").inputValue()).toBe("");
    await expect.poll(() => keptDesk(page)).not.toContain("look after");
  });

  test("a source that lacks something is asked for before the text is read", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await field(page, "text").fill(articleOf("unnamed"));
    await page.getByRole("button", { name: "Source is right: read the text" }).click();
    expect(await messageAt(page, "citations.0.source.url")).not.toBeNull();
    expect(await page.locator(".found").count()).toBe(0);
    // Another text has another head; one that is on record already is found by its title.
    await field(page, "text").fill("Big data looms large in Guizhou\n\nMore than 9,500 companies came.");
    expect(await field(page, "citations.0.source").inputValue()).toBe("Big data looms large in Guizhou");
    await field(page, "text").fill("A new road\n\nSome Paper | 2020-03-04\n\nIt is 40 kilometres long.");
    expect(await field(page, "citations.0.source.title").inputValue()).toBe("A new road");
    expect(await field(page, "citations.0.source.published").inputValue()).toBe("2020-03-04");
  });

  test("a phrase that is recorded from the source is shown as such", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await field(page, "text").fill(articleOf("known"));
    await page.getByRole("button", { name: "Choose one of the sources instead" }).click();
    await choose(page, "citations.0.source", "Big data looms large in Guizhou");
    await confirmSource(page);
    await page.locator(".found.recorded").first().waitFor();
    expect(await page.locator(".found.recorded").first().textContent()).toBe(
      "more than 9,500 companies, recorded already",
    );
    expect(await page.locator(".reading-side").textContent()).toContain("Recorded from this source already");
    // What is recorded is not asked about again.
    const { Found = 0, Recorded = 0, Open = 0 } = await ledger(page);
    expect(Recorded).toBeGreaterThanOrEqual(5);
    expect(Open).toBe(Found - Recorded);
    await page.keyboard.press("j");
    expect(await chosen(page)).toBe("23.4 percent");
  });

  test("HTML is taken as plain text with its paragraphs (T45)", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    await field(page, "text").focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/html", "<h1>A title</h1><p>More than <b>40</b> firms.</p><script>alert(1)</script><p>Two</p>");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    expect(await field(page, "text").inputValue()).toBe("A title\n\nMore than 40 firms.\n\nTwo");
    // The same as source, put in as text.
    const rows = "<tr><th>Firms</th><td>9,500</td></tr>";
    await field(page, "text").fill(
      `<div>Intro<p>One &amp;\n\nhalf<br><br>Three<br>four</p><table>${rows}</table></div>`,
    );
    expect(await field(page, "text").inputValue()).toBe("Intro\n\nOne & half\n\nThree four\n\nFirms 9,500");
  });

  test("axe finds nothing in light and dark; 320 px are enough", async ({ visit }) => {
    const page = await visit(DESK, signedInAs("editor"));
    expect(await axeFaults(page)).toEqual([]);
    await readArticle(page, "colours");
    await page.keyboard.press("1");
    await page.getByText("Close the desk").click();
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axeFaults(page)).toEqual([]);
    expect(await excessWidth(page)).toBe(0);
  });

  test("is not for viewers", async ({ visit, expectedStatus }) => {
    expectedStatus.value = 403;
    const page = await visit(DESK, signedInAs("viewer"));
    expect(await page.locator("textarea").count()).toBe(0);
  });
});
