import type { SpeakerKind } from "@/lib/figures/figure";

/** Words that tell what a speaker is, the surer first. */
const SIGNS: readonly (readonly [SpeakerKind, RegExp])[] = [
  ["official_statistic", /\bstatistic|\bcensus\b|统计/i],
  [
    "official_statement",
    /\b(?:government|ministry|minister|bureau|commission|department|authorit(?:y|ies)|administration|council|governor|mayor|secretary|provincial|municipal|state)\b|政府|省长|市长|市委|省委|部长|局长|厅长|主任|[部局厅委]$/i,
  ],
  [
    "company",
    /\b(?:chairman|chairwoman|chairperson|chief \w+ officer|C[EFT]O|founder|co-founder|general manager|managing director|company|corporation|firm|Inc|Ltd)\b|董事长|总经理|总裁|创始人|公司|集团/i,
  ],
  ["unnamed", /^(?:an? |the |some )?(?:officials?|sources?|experts?|analysts?|insiders?|people)$/i],
];

/** What kind of speaker a name with its office tells: "Wang Wei, chairman of Longmaster" speaks for a company. Null where it does not tell. */
export function speakerKind(speaker: string | null): SpeakerKind | null {
  return SIGNS.find(([, sign]) => speaker !== null && sign.test(speaker))?.[0] ?? null;
}
