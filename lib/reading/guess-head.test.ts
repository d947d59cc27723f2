import { describe, expect, test } from "vitest";
import { guessHead, headParagraphs } from "@/lib/reading/guess-head";

const BODY =
  "The valley has drawn more than 9,500 companies. They came for the cool air and the cheap power of the hills around it.";

describe("the head of an article", () => {
  test.each([
    [
      ["Cloud valley fills up", "By Ann Lee | Example Gazette | Updated: 2019-02-28 08:10", BODY],
      {
        title: "Cloud valley fills up",
        publisher: "Example Gazette",
        authors: "Ann Lee",
        published: "2019-02-28",
        language: "en",
      },
      2,
    ],
    [
      ["Hills of data | Example Times", "28 February 2019", BODY],
      { title: "Hills of data", publisher: "Example Times", published: "2019-02-28" },
      1,
    ],
    [["https://www.example.org/a", BODY], { title: "", url: "https://www.example.org/a", published: null }, 1],
    [[BODY], { title: "", publisher: "", published: null, url: "" }, 0],
    [
      [
        "云谷装满服务器",
        "2019年2月28日 来源：示例日报",
        "园区吸引了超过9500家企业，它们为凉爽的空气和便宜的电力而来。",
      ],
      { title: "云谷装满服务器", publisher: "示例日报", published: "2019-02-28", language: "zh" },
      2,
    ],
  ] as const)("%j", (lines, expected, head) => {
    expect(guessHead(lines.join("\n\n"))).toMatchObject(expected);
    expect(headParagraphs(lines.join("\n\n"))).toBe(head);
  });

  test("its lines count one by one where only the body stands apart", () => {
    const text = `Cloud valley fills up\nExample Gazette, 28 February 2019\nBy Ann Lee\n\n${BODY}`;
    expect(guessHead(text)).toMatchObject({
      title: "Cloud valley fills up",
      authors: "Ann Lee",
      published: "2019-02-28",
    });
    expect(headParagraphs(text)).toBe(1);
  });

  test("nothing of an empty text", () => {
    expect(guessHead("")).toMatchObject({ title: "", published: null });
    expect(headParagraphs("")).toBe(0);
  });
});
