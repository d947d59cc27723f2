import { expect, test } from "vitest";
import { findingOf, missingIn, type PageAnswer } from "@/lib/reading/article/link-finding";

const ADDRESS = "http://news.example/a";
const page = (text: string | null, address = ADDRESS, status = 200): PageAnswer => ({ status, address, text });

test.each<[what: string, PageAnswer, string]>([
  ["a page that is there", page("<p>more than 9,500 companies</p>"), "ok"],
  ["one that is not text", page(null), "ok"],
  ["the same page by https and www", page("more than 9,500 companies", "https://www.news.example/a/"), "ok"],
  ["one that has moved", page("more than 9,500 companies", "https://news.example/b"), "moved"],
  ["one that has moved without its words", page("Welcome", "https://news.example/"), "phrase_missing"],
  ["one whose words are others now", page("<p>more than 9,551 companies</p>"), "phrase_missing"],
  ["404", page(null, ADDRESS, 404), "gone"],
  ["410", page(null, ADDRESS, 410), "gone"],
  ["a refusal, which may be for programs only", page(null, ADDRESS, 403), "unreachable"],
  ["a server in trouble", page(null, ADDRESS, 503), "unreachable"],
  ["silence", { problem: "No answer within 15 seconds" }, "unreachable"],
])("%s", (_, answer, state) => {
  expect(findingOf(ADDRESS, answer, ["more than 9,500 companies"]).state).toBe(state);
});

test("of a page whose text was not read nothing is said about its phrases", () => {
  expect(findingOf(ADDRESS, page(null), ["a"])).toMatchObject({ state: "ok", missingPhrases: null });
});

test("where it has moved to is told also where its words are missing, and why nothing is known", () => {
  expect(findingOf(ADDRESS, page("x", "https://news.example/b"), ["a", "b"])).toEqual({
    ...{ state: "phrase_missing", movedTo: "https://news.example/b", missingPhrases: 2, problem: null },
  });
  expect(findingOf(ADDRESS, page(null, ADDRESS, 503), ["a"]).problem).toBe("The server answered 503");
});

test.each([
  ["<p>more than <b>9,500</b>\n   companies</p>", "more than 9,500 companies"],
  ["<P>More than 9,500&nbsp;companies</P>", "more than 9,500 companies"],
  ["it’s “5 million” – so", 'it\'s "5 million" - so'],
  ["<div>引进企业<span>9500</span>余家</div>", "引进企业9500余家"],
  ['<script>window.page = {"text":"more than 9,500 companies"}</script>', "more than 9,500 companies"],
  ["a < b <!-- <p> --> more than 9,500 companies", "more than 9,500 companies"],
])("in %s there is: %s", (html, phrase) => {
  expect(missingIn(html, [phrase])).toEqual([]);
});

test.each([
  ["more than 9,501 companies", "more than 9,500 companies"],
  ["<style>more than</style><p>9,500 companies</p>", "more than 9,500 companies"],
  ["more than 19,500 companies", "less than 19,500 companies"],
])("in %s there is not: %s", (html, phrase) => {
  expect(missingIn(html, [phrase])).toEqual([phrase]);
});

test("a page that is made to be slow is gone through once", () => {
  for (const part of ["<script>", "<!--", "<", "<style "]) {
    expect(missingIn(part.repeat(300_000), ["more than 9,500 companies"])).toHaveLength(1);
  }
});
