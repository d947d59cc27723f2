import { describe, expect, test } from "vitest";
import { detectMetadata, headParagraphs } from "@/lib/reading/article/detect-metadata";

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
      2,
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
    expect(detectMetadata(lines.join("\n\n"))).toMatchObject(expected);
    expect(headParagraphs(lines.join("\n\n"))).toBe(head);
  });

  test("its lines count one by one where only the body stands apart", () => {
    const text = `Cloud valley fills up\nExample Gazette, 28 February 2019\nBy Ann Lee\n\n${BODY}`;
    expect(detectMetadata(text)).toMatchObject({
      title: "Cloud valley fills up",
      authors: "Ann Lee",
      published: "2019-02-28",
    });
    expect(headParagraphs(text)).toBe(1);
  });

  test.each([
    ["By Wu Lan, Zhou Wei and Li Na", "", "Wu Lan; Zhou Wei; Li Na"],
    ["By Wu Lan, Example Daily", "Example Daily", "Wu Lan"],
    ["By Wu Lan in Guiyang, Valley Watch", "Valley Watch", "Wu Lan"],
    ["Example Daily | Updated: 2019-02-28", "Example Daily", ""],
    ["The Valley, 28 February 2019", "The Valley", ""],
    ["Source: Valley Watch | 2020-03-04 10:22 | Editor: lee", "Valley Watch", ""],
    ["GUIYANG, May 26 (Valley Watch) -- The province saw more than 9,500 firms move in.", "Valley Watch", ""],
    ["Published: 10:30, March 3, 2020 | Updated: 11:30, March 4, 2020", "", ""],
    ["2022年07月11日 08:21 来源：多彩示例网 记者 吴蔚", "多彩示例网", "吴蔚"],
    ["来源：示例社 作者：李平、王伟 发布时间：2021-05-26 10:11", "示例社", "李平; 王伟"],
  ])("%s: %s, %s", (line, publisher, authors) => {
    const guess = detectMetadata(`Cloud valley fills up\n\n${line}\n\n${BODY}`, ["Valley Watch"]);
    expect(guess).toMatchObject({ title: "Cloud valley fills up", publisher, authors });
  });

  test("a title is told from the paper above it and behind it", () => {
    expect(detectMetadata(`Example Daily\n\nHills of data\n\n${BODY}`)).toMatchObject({
      title: "Hills of data",
      publisher: "Example Daily",
    });
    expect(detectMetadata(`Hills of data - Example Daily\n\n${BODY}`)).toMatchObject({
      title: "Hills of data",
      publisher: "Example Daily",
    });
    expect(detectMetadata(`Hills of data – a visit\n\n${BODY}`)).toMatchObject({
      title: "Hills of data – a visit",
      publisher: "",
    });
    expect(headParagraphs(`https://www.example.org/a\n\nHills of data\n\n${BODY}`)).toBe(2);
  });

  test("nothing of an empty text", () => {
    expect(detectMetadata("")).toMatchObject({ title: "", published: null });
    expect(headParagraphs("")).toBe(0);
  });
});
