import { expect, test } from "vitest";
import { speakerKind } from "@/lib/reading/article/speaker-kind";

test.each([
  ["Wang Wei, chairman of Longmaster", "company"],
  ["马宁宇，省大数据发展管理局局长", "official_statement"],
  ["the provincial government", "official_statement"],
  ["National Bureau of Statistics", "official_statistic"],
  ["公司董事长王伟", "company"],
  ["officials", "unnamed"],
  ["Wang", null],
  [null, null],
])("%s speaks as %s", (speaker, expected) => {
  expect(speakerKind(speaker)).toBe(expected);
});
