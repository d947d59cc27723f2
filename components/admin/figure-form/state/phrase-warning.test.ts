import { describe, expect, test } from "vitest";
import { EMPTY_CITATION, EMPTY_FIGURE, type FigureDraft } from "@/components/admin/figure-form/state/figure-draft";
import { phraseWarningOf } from "@/components/admin/figure-form/state/phrase-warning";

const choices = { metrics: [], regions: [], organisations: [], sources: [], topics: [] };

function warned(phrase: string, value: string, wording: FigureDraft["wording"]): string | null {
  const draft = { ...EMPTY_FIGURE, value, wording };
  return phraseWarningOf({ draft, choices }, { ...EMPTY_CITATION, phrase });
}

describe("what the form says of a phrase while it is typed", () => {
  test.each<[string, string, FigureDraft["wording"]]>([
    ["more than 7,300 mills", "7300", "more_than"],
    ["7,300 mills", "7300", "exactly"],
    // Nothing is there to compare with.
    ["", "7300", "exactly"],
    ["more than 7,300 mills", "", "exactly"],
    // A fall: the number has its sign, and its hedge is turned round with it.
    ["fell by more than 6.8 percent", "-6.8", "less_than"],
  ])("“%s” as %s, %s: nothing", (phrase, value, wording) => expect(warned(phrase, value, wording)).toBeNull());

  test.each<[string, string, FigureDraft["wording"], RegExp]>([
    ["more than 7,300 mills", "7300", "exactly", /“more than”.*“exactly”/],
    ["nearly 7,300 mills", "7300", "more_than", /“nearly”.*“more than”/],
    ["more than 7,300 mills", "7400", "more_than", /7300/],
    ["many mills", "7300", "exactly", /number/],
  ])("“%s” as %s, %s: said", (phrase, value, wording, said) => expect(warned(phrase, value, wording)).toMatch(said));
});
