/** What Chinese words mean that metrics are about, in words as our metrics have them. */
const MEANING: Readonly<Record<string, string>> = {
  企业: "companies",
  公司: "companies",
  独角兽: "unicorns",
  医院: "hospitals",
  医疗机构: "medical institutions",
  专家: "experts",
  服务器: "servers",
  机架: "racks",
  数据中心: "data centres",
  基站: "base stations",
  算力: "computing power",
  带宽: "bandwidth",
  大数据: "big data",
  数字经济: "digital economy",
  软件: "software",
  电信: "telecommunications",
  生产总值: "GDP",
  收入: "revenue",
  营收: "revenue",
  投资: "investment",
  出口: "exports",
  就业: "jobs",
  用户: "users",
};

/** The meanings of the Chinese words in a text, in no particular order. */
export function meaningsIn(text: string): readonly string[] {
  return Object.entries(MEANING).flatMap(([word, meaning]) => (text.includes(word) ? [meaning] : []));
}

/** The same text without those words. */
export function withoutMeanings(text: string): string {
  return Object.keys(MEANING)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, " "), text);
}

/** What a Chinese noun counts: the meaning of the word it ends in, and of the one before that where the last is only "company" (独角兽企业). */
export function headsOf(noun: string): readonly string[] {
  const [head] = endingOf(noun);
  const [company, rest] = endingOf(noun, "companies");
  const before = company === undefined ? undefined : endingOf(rest)[0];
  return [head, before].filter((meaning) => meaning !== undefined);
}

function endingOf(noun: string, wanted?: string): readonly [string | undefined, string] {
  const ends = Object.entries(MEANING).filter(
    ([word, meaning]) => noun.endsWith(word) && (wanted === undefined || meaning === wanted),
  );
  const [word, meaning] = ends.sort((a, b) => b[0].length - a[0].length)[0] ?? ["", undefined];
  return [meaning, noun.slice(0, noun.length - word.length)];
}
