import { ENUMS } from "@/lib/enums";
import type { Wording } from "@/lib/figures/figure";

/** Words and signs that may stand before a number and mean a wording, separated by bars: those of the README's table and their kin in the languages that tables come in. */
const BEFORE: Readonly<Record<Wording, string>> = {
  exactly: "exact|exactly|precisely|equal to|=|==|genau|exactement|exactamente|exatamente|esattamente|正好|恰好|刚好",
  about:
    "about|some|around|roughly|approximately|approx|an estimated|estimated|est|circa|ca|c|in the region of|on the order of|in the order of|more or less|~|≈|≃|∼|≅|rund|etwa|ungefähr|zirka|schätzungsweise|environ|à peu près|approximativement|aproximadamente|alrededor de|unos|unas|cerca de|circa|ongeveer|约|約|约为|大约|大約|大概|估计|約莫|およそ",
  more_than:
    "more than|over|above|just over|slightly more than|well over|exceeding|exceeds|in excess of|upwards of|upward of|greater than|higher than|larger than|beyond|north of|>|mehr als|über|ueber|gut|größer als|plus de|más de|mas de|más que|mais de|acima de|più di|oltre|meer dan|超过|超过了|超過|超|逾|多于|高于|大于|突破|超出",
  at_least:
    "at least|at the very least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|min|≥|>=|=>|⩾|≧|mindestens|wenigstens|nicht weniger als|au moins|al menos|por lo menos|pelo menos|ao menos|almeno|minstens|ten minste|至少|最少|大于等于|不小于|不少于|不低于",
  nearly:
    "nearly|almost|close to|just under|just below|slightly under|slightly less than|approaching|not quite|fast|knapp|beinahe|nahezu|annähernd|près de|presque|casi|quase|quasi|bijna|近|将近|接近|几乎|逼近",
  less_than:
    "less than|under|below|fewer than|lower than|smaller than|short of|<|weniger als|unter|moins de|menos de|meno di|minder dan|不到|不足|少于|低于|小于|未满|不及",
  up_to:
    "up to|as many as|as much as|as high as|no more than|not more than|at most|at the most|a maximum of|maximum|max|≤|<=|=<|⩽|≦|bis zu|höchstens|maximal|nicht mehr als|jusqu'à|au plus|au maximum|hasta|como máximo|até|no máximo|fino a|al massimo|hoogstens|maximaal|不超过|小于等于|不大于|最多|至多|高达|多达",
  between: "between|zwischen|entre|tra|tussen|介于|range",
};

/** After a number, or after its unit. */
const AFTER: readonly (readonly [Wording, RegExp])[] = [
  ["more_than", /^(?:余|餘|多(?!于))/],
  [
    "at_least",
    /^(?:\s?\+|\s?-?plus(?!\p{L})|\s(?:or|and) (?:more|above|over|higher)(?!\p{L})|\s(?:oder|und) mehr|及?以上)/iu,
  ],
  ["up_to", /^(?:\s(?:or|and) (?:less|fewer|below)(?!\p{L})|\soder weniger|及?以下|以内)/iu],
  ["about", /^(?:\s(?:or so|or thereabouts)(?!\p{L})|-odd(?!\p{L})|左右|上下)/iu],
];

const MEANING: ReadonlyMap<string, Wording> = new Map(
  ENUMS.Wording.flatMap((wording) => [
    [fold(wording), wording] as const,
    ...BEFORE[wording].split("|").map((word) => [fold(word), wording] as const),
  ]),
);

/** The wording that a whole text names: its key ("more_than"), a word or a sign for it ("over", ">", "超过"). Null for anything else. */
export function readWording(text: string): Wording | null {
  return MEANING.get(fold(text)) ?? null;
}

/** The wording at the start of what follows a number ("+", "or more", 余), and how many characters it takes. Null without one. */
export function wordingAfter(after: string): { readonly wording: Wording; readonly length: number } | null {
  for (const [wording, pattern] of AFTER) {
    const length = pattern.exec(after)?.[0].length;
    if (length !== undefined) return { wording, length };
  }
  return null;
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[\s_-]+/g, " ")
    .trim()
    .replace(/\.$/, "");
}
