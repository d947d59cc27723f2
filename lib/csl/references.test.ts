import { beforeAll, expect, test } from "vitest";
import type { ReferenceStyle } from "@/lib/citation/styled-item";
import { references } from "@/lib/csl/references";
import type { SourceRef } from "@/lib/figures/figure";
import { sampleCitation } from "@/tests/setup/data/sample-figure";

const news = sampleCitation().source;

/** A made-up source of each kind, with its reference as the style's guide has it. */
type Case = readonly [name: string, source: Partial<SourceRef>, Readonly<Record<ReferenceStyle, string>>];

const CASES: readonly Case[] = [
  [
    "an article of two authors, one with small words in the name",
    {
      title: "Firms move in",
      publisher: "The Daily Example",
      authors: "van der Berg, Anna; O'Neil, Conor",
      published: "2019-02-28",
      url: "https://example.org/n",
    },
    {
      apa: "van der Berg, A., & O’Neil, C. (2019, February 28). Firms move in. The Daily Example. https://example.org/n",
      mla: "van der Berg, Anna, and Conor O’Neil. “Firms Move In.” The Daily Example, 28 Feb. 2019, https://example.org/n.",
      chicago:
        "van der Berg, Anna, and Conor O’Neil. 2019. “Firms Move In.” The Daily Example, February 28, 2019. https://example.org/n.",
      gbt7714: "VAN DER BERG A, O’NEIL C. Firms move in[N/OL]. The Daily Example, 2019-02-28. https://example.org/n.",
    },
  ],
  [
    "a page of an office, known to the month",
    {
      kind: "government",
      type: "webpage",
      title: "Jobs in technology",
      publisher: "Example Bureau of Statistics",
      published: "2020-05",
      url: "https://example.org/w",
    },
    {
      apa: "Example Bureau of Statistics. (2020, May). Jobs in technology. https://example.org/w",
      mla: "“Jobs in Technology.” Example Bureau of Statistics, May 2020, https://example.org/w.",
      chicago: "Example Bureau of Statistics. 2020. “Jobs in Technology.” May 2020. https://example.org/w.",
      gbt7714: "Example Bureau of Statistics. Jobs in technology[EB/OL]. (2020-05). https://example.org/w.",
    },
  ],
  [
    "a report by an institute",
    {
      kind: "report",
      type: "report",
      title: "Work in regions",
      publisher: "Example Publishing",
      authors: "Example Research Institute",
      published: "2021",
      url: "https://example.org/r",
    },
    {
      apa: "Example Research Institute. (2021). Work in regions. Example Publishing. https://example.org/r",
      mla: "Example Research Institute. Work in Regions. Example Publishing, 2021, https://example.org/r.",
      chicago: "Example Research Institute. 2021. Work in Regions. Example Publishing. https://example.org/r.",
      gbt7714: "Example Research Institute. Work in regions[R/OL]. Example Publishing, 2021. https://example.org/r.",
    },
  ],
  [
    "a dataset",
    {
      kind: "statistics",
      type: "dataset",
      title: "Employment by region",
      publisher: "Example Bureau of Statistics",
      published: "2022",
      url: "https://example.org/d",
    },
    {
      apa: "Example Bureau of Statistics. (2022). Employment by region [Data set]. https://example.org/d",
      mla: "Employment by Region. Example Bureau of Statistics, 2022, https://example.org/d.",
      chicago: "Example Bureau of Statistics. 2022. “Employment by Region.” https://example.org/d.",
      gbt7714: "Example Bureau of Statistics. Employment by region[DS/OL]. (2022). https://example.org/d.",
    },
  ],
  [
    "a press release",
    {
      kind: "press-release",
      type: "document",
      title: "A centre opens",
      publisher: "Example Corp",
      published: "2020-05-04",
      url: "https://example.org/p",
    },
    {
      apa: "Example Corp. (2020, May 4). A centre opens [Press release]. https://example.org/p",
      mla: "“A Centre Opens.” Example Corp, 4 May 2020, https://example.org/p.",
      chicago: "Example Corp. 2020. “A Centre Opens.” Press release. May 4, 2020. https://example.org/p.",
      gbt7714: "Example Corp. A centre opens[EB/OL]. (2020-05-04). https://example.org/p.",
    },
  ],
  [
    "an article without author and date, seen on a day",
    { published: null, accessed: "2021-03-02" },
    {
      apa: "An example. (n.d.). Example Daily. Retrieved March 2, 2021, from https://example.org/a",
      mla: "“An Example.” Example Daily, https://example.org/a. Accessed 2 Mar. 2021.",
      chicago: "Example Daily. n.d. “An Example.” Accessed March 2, 2021. https://example.org/a.",
      gbt7714: "An example[N/OL]. Example Daily[2021-03-02]. https://example.org/a.",
    },
  ],
  [
    "an article of four authors",
    { title: "Four write", authors: "Lopez, Maria; Berg, Anna; Hill, Conor; Moor, Eva", url: "https://example.org/g" },
    {
      apa: "Lopez, M., Berg, A., Hill, C., & Moor, E. (2020, May 4). Four write. Example Daily. https://example.org/g",
      mla: "Lopez, Maria, et al. “Four Write.” Example Daily, 4 May 2020, https://example.org/g.",
      chicago:
        "Lopez, Maria, Anna Berg, Conor Hill, and Eva Moor. 2020. “Four Write.” Example Daily, May 4, 2020. https://example.org/g.",
      gbt7714: "LOPEZ M, BERG A, HILL C, et al. Four write[N/OL]. Example Daily, 2020-05-04. https://example.org/g.",
    },
  ],
  [
    "a Chinese article of two authors",
    {
      title: "示例企业超过二千家",
      publisher: "示例日报",
      authors: "王小明、张伟",
      published: "2019-02-28",
      language: "zh",
      url: "https://example.org/zh",
    },
    {
      apa: "王小明 & 张伟. (2019, February 28). 示例企业超过二千家. 示例日报. https://example.org/zh",
      mla: "王小明 and 张伟. “示例企业超过二千家.” 示例日报, 28 Feb. 2019, https://example.org/zh.",
      chicago: "王小明 and 张伟. 2019. “示例企业超过二千家.” 示例日报, February 28, 2019. https://example.org/zh.",
      gbt7714: "王小明, 张伟. 示例企业超过二千家[N/OL]. 示例日报, 2019-02-28. https://example.org/zh.",
    },
  ],
  [
    "a Chinese article of four authors",
    {
      title: "四人所写",
      publisher: "示例日报",
      authors: "王小明、张伟、李华、赵敏",
      language: "zh",
      url: "https://example.org/zh4",
    },
    {
      apa: "王小明, 张伟, 李华, & 赵敏. (2020, May 4). 四人所写. 示例日报. https://example.org/zh4",
      mla: "王小明, et al. “四人所写.” 示例日报, 4 May 2020, https://example.org/zh4.",
      chicago: "王小明, 张伟, 李华, and 赵敏. 2020. “四人所写.” 示例日报, May 4, 2020. https://example.org/zh4.",
      gbt7714: "王小明, 张伟, 李华, 等. 四人所写[N/OL]. 示例日报, 2020-05-04. https://example.org/zh4.",
    },
  ],
  [
    "signs and accents, known to the year",
    {
      title: "R&D up 50%: growth in Málaga",
      publisher: "Diário Exemplo",
      authors: "García Márquez, Gabriel",
      published: "2020",
      url: "https://example.org/i?a=1&b=2_3",
    },
    {
      apa: "García Márquez, G. (2020). R&D up 50%: growth in Málaga. Diário Exemplo. https://example.org/i?a=1&b=2_3",
      mla: "García Márquez, Gabriel. “R&D up 50%: Growth in Málaga.” Diário Exemplo, 2020, https://example.org/i?a=1&b=2_3.",
      chicago:
        "García Márquez, Gabriel. 2020. “R&D up 50%: Growth in Málaga.” Diário Exemplo, 2020. https://example.org/i?a=1&b=2_3.",
      gbt7714:
        "GARCÍA MÁRQUEZ G. R&D up 50%: growth in Málaga[N/OL]. Diário Exemplo, 2020. https://example.org/i?a=1&b=2_3.",
    },
  ],
  [
    "a question without an author",
    { title: "Who moves in?", url: "https://example.org/q" },
    {
      apa: "Who moves in? (2020, May 4). Example Daily. https://example.org/q",
      mla: "“Who Moves In?” Example Daily, 4 May 2020, https://example.org/q.",
      chicago: "Example Daily. 2020. “Who Moves In?” May 4, 2020. https://example.org/q.",
      gbt7714: "Who moves in?[N/OL]. Example Daily, 2020-05-04. https://example.org/q.",
    },
  ],
];

test("what looks like markup is text, and is written as it stands", async () => {
  const title = 'Is 5 < 6? <i>yes</i> <span class="nocase">x</span>';
  const { apa } = await references({ ...news, title, publisher: "AT<T" });
  expect(apa).toBe('Is 5 < 6? <i>yes</i> <span class="nocase">x</span>. (2020, May 4). AT<T. https://example.org/a');
});

test("a newspaper's name keeps its capitals", async () => {
  const { apa, mla } = await references({ ...news, publisher: "china.example.org (repost)" });
  expect(apa).toContain(" china.example.org (repost). ");
  expect(mla).toContain(" china.example.org (repost), ");
});

// Loading the processor and its largest style takes more than a test is given.
beforeAll(() => references(news), 60_000);

test.each(CASES)("%s", async (_, part, expected) => {
  expect(await references({ ...news, ...part })).toEqual(expected);
});
