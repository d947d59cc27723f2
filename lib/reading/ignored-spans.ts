import type { Stretch } from "@/lib/reading/article/split-text";
import { IGNORED_SPANS_ZH } from "@/lib/reading/chinese/ignored-spans";
import { LETTERED_SIGNS } from "@/lib/reading/quantities/currencies";

const NAMED =
  "sections?|sect\\.|chapters?|articles?|paragraphs?|paras?\\.|pages?|pp?\\.|figures?|fig\\.|tables?|annex|appendix|clauses?|versions?|steps?|phases?|rooms?|floors?|gates?|platforms?|flights?|routes?|highways?|terminals?|lines?|bus(?:es)?|nos?\\.|post ?codes?|zip(?: code)?|units?|levels?|tiers?|grades?|classes|class of|windows|web|wi-fi|industry|apollo|formula|fortune|global|forbes|ftse|nikkei|csi|boeing|airbus|iphone|galaxy|agenda|vision|iso|rfc|ipv|usb|channel|lot|plot|pier|exit|item|part|volume|vol\\.|issue|question|rule|resolution|directive|act|model|type|mark|track|building|tower|block|zone|district|area|apartment|suite|episode|season|round|group|team|python|java|android|ubuntu|mate|aged?|ages";
/** Whole names of this kind count what follows them all the same: "units 300" does not occur, "area 500 hectares" might. */
const PATTERNS: readonly RegExp[] = [
  /https?:\/\/[^\s]{1,300}|www\.[^\s]{1,200}|[\w.+-]{1,40}@[\w.-]{1,60}/giu,
  // Times of day.
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)(?:\s?[ap]\.?m\b\.?)?/giu,
  /(?<![\d.,])\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.?m\b\.?|o'clock)/giu,
  // Telephone numbers, and numbers with a service's name before them.
  /(?<![\d.])\+\d{1,3}(?:[- ]\(?\d{1,4}\)?){2,5}(?!\d|[.,]\d)/gu,
  /(?<![\d.])(?![1-9]\d{0,2}(?: \d{3}){2,4}(?![- ]?\d))\+?\d{2,4}[- ]\d{3,4}[- ]\d{3,4}(?!\d|[.,]\d)|\(\d{3}\) ?\d{3}[- ]\d{4}(?!\d)/gu,
  /(?<![\d.])\d{3,4}-\d{6,8}(?!\d)|(?<=(?:call|dial|phone|tel\.?|hotline|fax|拨打|致电|电话|传真|热线)[ :：]{0,2})\d[\d -]{2,14}\d/giu,
  // Standards: GB/T 1.1—2009.
  /(?<![\p{Script=Latin}\d])(?:GB|JB|DB\d{0,2}|YY|HJ|ISO|IEC|IEEE|EN|DIN)(?:\/[A-Z]{1,2})?\s?\d{1,6}(?:\.\d{1,3})?(?:[-—–:]\d{1,4}){0,2}/gu,
  // Versions, addresses of machines, dates in digits.
  /(?<![\d.])v?\d{1,4}\.\d{1,2}\.\d{1,6}(?:\.\d{1,6})?(?!\d|,\d)|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|,\d|\.\d)/giu,
  /(?<!\d)\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)|(?<![\d近约逾超过占的])\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?!\d|\s?的)/gu,
  // Models and names: COVID-19, A320, G20, 5G, 4K, H1N1.
  new RegExp(
    `(?<![\\p{L}\\d])(?!(?:${LETTERED_SIGNS})\\d|\\p{L}{1,4}\\d{1,5}\\s?(?:million|billion|trillion|crore|lakh|bn|tn)(?!\\p{L}))[\\p{Script=Latin}]{1,12}-?\\d{1,5}(?:[\\p{Script=Latin}-]{1,4}\\d{0,4})?(?![\\p{L}\\d])(?!\\.\\d|,\\d{3})`,
    "gu",
  ),
  /(?<![\p{L}\d.,])\d{1,3}(?:G|D|Pro|st|nd|rd|th)(?![\p{Script=Latin}\d])/gu,
  new RegExp(
    `(?<![\\p{L}])(?!(?<=\\b(?:to|will|would|could|can|must|should|may|not) )(?:issue|mark|track|group|model|type|question|rule|round|block|plot)\\b)(?:${NAMED})\\s{1,2}(?:no\\.?\\s?)?\\d{1,6}(?:\\.\\d{1,3}){0,3}(?:(?:,|\\s(?:and|or|to)|\\s?[-–])\\s?\\d{1,4}(?:\\.\\d{1,3}){0,3}(?![\\d,]|\\s\\p{L}{4,}s\\b)){0,3}(?![\\d,]\\d|\\s?(?:percent|per cent|%|million|billion|thousand))`,
    "giu",
  ),
  /(?<!\p{L})(?<!\b(?:to|will|would|could|might|may|not) )(?:top|world's top|best)[ -]\d{1,4}(?![\d,.]\d|\s?(?:%|percent|million|billion|trillion))/giu,
  // What carries a number as its name: flight QX 417, lane 4, a group of countries.
  /\b(?:[Ff]lights?|[Tt]rains?|[Vv]oyage|[Ss]ervice|[Rr]oute)\s[A-Z]{1,3}\d?\s?\d{1,5}(?!\d|,\d{3})/gu,
  /\b(?:footnote|psalm|latitude|longitude|lane|booth|berth|reactor)\s\d{1,3}(?![\d,.]\d|\s?(?:%|percent|million|billion))/gu,
  // Regulation 2016/679; Lagos 101241; the 737 MAX 8; PlayStation 4.
  /(?<!\d)(?:19|20)\d{2}\/\d{3,4}(?!\d)|(?<=, \p{Lu}\p{Ll}{2,20} )\d{5,6}(?=[.,;]|$)|\b7\d7 MAX \d{1,2}|\b\p{L}{1,12}\p{Ll}\p{Lu}\p{Ll}{2,12} \d{1,2}(?![\d%]|[.,]\d| (?:percent|million|billion|\p{Ll}+s\b))/gu,
  // "A five-star hotel", "a two-way street".
  /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|\d)-(?:stars?|way|part|stage|step|party|sided|dimensional|figure|digit|letter|word|pronged|tier|tiered|time|speed)(?!\p{L})/giu,
  /\bnumber \d{1,3}(?= \p{L})(?! (?:percent|million|billion))|\b(?:dial|call|text) \d{3}(?: or \d{3})?(?!\d|,\d| \p{L}+s\b)|\bnote \d{1,3}(?=[.,;)])|\b(?:number|phone|call)(?: is)? \d{3}-\d{4}(?!\d)|\b9-to-5\b/giu,
  /\b(?:[Rr]elease|[Ff]irmware|iOS|macOS)\s\d{1,3}(?:\.\d{1,3}){0,2}(?![\d,]\d|\s?%)/gu,
  /\b401\(?k\)?(?![\p{L}\d])/giu,
  /\b(?:Group|Gang|Big) of \d{1,3}(?!\d)/gu,
  /\b(?:order|invoice|account|phone|telephone|case|reference|registration|licence|license|serial|tracking|room|house|passport) (?:number|no\.)(?: is| was|:)?\s\d{1,12}(?![\d,]\d)/giu,
  // Three numbers in a row of hyphens: a code, a formation.
  /(?<![\d-])\d{1,3}(?:-\d{1,3}){2,}(?![\d-]|\.\d)/gu,
  // Street addresses.
  /(?<![\p{L}\d.,])\d{1,5}[A-Z]?\s(?:\p{Lu}[\p{L}']{1,20}\s){1,4}(?:Road|Street|St|Avenue|Ave|Lane|Drive|Boulevard|Square|Way|Rd|Plaza|Court)\b/gu,
  // Ages, spans of years as adjectives, decades.
  /(?<!\d|\p{L})(?:\d{1,3}|\p{L}{3,9})-(?:year|month|week|day|hour|minute|second)s?(?:-(?:old|long))?(?!\p{L})/giu,
  /(?<!\d)(?:(?:18|19|20)\d0|\d0)s(?!\p{L})/giu,
  /(?<=\p{Lu}\p{L}{1,20}, )\d{2}(?=,\s\p{Ll})|(?<=\b(?:average|median|mean) age(?: of [^.,;]{1,40})? (?:is|was|of) )\d{2}(?:\.\d)?(?![\d,])|(?<=\bage of )\d{1,2}(?!\d)|(?<=\b(?:husband|wife|partner|son|daughter|brother|sister|mother|father), )\d{1,2}(?=,\s)|(?<=\b[Aa]t )\d{2}(?=, (?:he|she|\p{Lu}))|(?<=\b(?:who|[Hh]e|[Ss]he|wife|husband|son|daughter|I|you) (?:is|was|am|were) (?:now |only |just )?)\d{1,3}(?=[.,;](?!\d)|\s(?:and|but|when|at)\b|$)|(?<=\b(?:are|is|was|were) (?:over|under|above|below|aged) )\d{2}(?=[.,;](?!\d)|\s(?:and|or)\b|$)/gu,
  /\baged (?:between |from |under |over )?\d{1,2}(?: (?:to|and|or) (?:\d{1,2}|over|above|under|older|younger))?(?!\d)|(?<=\b(?:them|whom|children|pupils|those|people|adults|passengers|anyone|boys|girls|under-|over-)(?: aged)?(?: (?:under|over|above|below))? )(?<= (?:under|over|above|below) )(?:two|three|four|five|six|seven|ten|\d{1,2})(?!\p{L}|[\d.,%]\d|\s?(?:%|per|million|\p{L}+s\b))|(?<=\bturn(?:s|ed)? )\d{2}(?=[.,](?!\d)|\s(?:last|this|next|in|on)\b|$)|(?<!\d)\d{1,2}\s?[x×]\s?\d{1,4}\s?m\b/giu,
  /(?<=\()\d{1,3}(?=\))(?=\)\s*$)|\[\d{1,3}\]/gu,
  // Numbers that are denied: "not 900", "denied owing $50 million".
  /\b(?<!\bif )[Nn]ot \p{Sc}?\d[\d.,]{0,12}(?<=\d)|(?<=\b[Dd]en(?:y|ies|ied|ying) (?:\p{L}{1,14} ){0,5})\p{Sc}?\d[\d.,]{0,12}(?<=\d)/gu,
  // "No 1", "the TOPIX 500", "her partner (41)", numbers of books.
  /\bN(?:o|r|º|°)\.? ?\d{1,4}(?![\d,.]\d|\s?%)/gu,
  /(?<=\b[Tt]he )\p{Lu}{2,8}&?\p{Lu}? \d{2,4}(?=\s(?:and|or|was|were|is|are|in|on|at|by|for|fell|rose|has|had|will|closed|gained|lost)\b|[.,;:)](?!\d)|$)/gu,
  /(?<=\b(?:husband|wife|partner|son|daughter|brother|sister|mother|father|[Ss]he|[Hh]e) \()\d{1,3}(?=\))/gu,
  /\b(?:ISBN|ISSN|DOI|doi|PMID)(?:-1[03])?:?\s?\d[\d.\-/ Xx]{3,30}/gu,
  // Plans, chapters, congresses, places in a row of names.
  /\b24 hours a day\b|\b(?:seven|7) days a week\b/giu,
  /\b24\/7\b|\b9\/11\b|(?<!\d)50-50(?!\d)/gu,
];

const MONTH = "January|February|March|April|May|June|July|August|September|October|November|December";
const NAMES: readonly RegExp[] = [
  /#\d{1,6}(?![\d,.]\d)/gu,
  /\b(?:Release|Build|Edition|Firmware) \d{1,4}(?:\.\d{1,4}){0,3}(?![\d%])/gu,
  // "Hall 5", "Reactor 4": a capital and a number, with no plural behind.
  /\b(?:Hall|Booth|Stand|Bay|Row|Seat|Ward|Hangar|Dock|Berth|Reactor|Pavilion|Camp|Day|Week|Year|Court|Studio|Warehouse|Shaft|Pit|Sector|Stage|Ring|Well|Site|Mine|Plant|Depot|Pool|Lane|Schedule|Form|Bill|Category|Scope|Band|Kilometre|Psalm|Opus|Latitude|Longitude|Footnote|Note|Box|Office|Station|Pad|Desk|Counter|Field|Quay|Order) \d{1,4}[A-Z]?(?![\d%]|[.,]\d|\s?(?:percent|per cent|million|billion|(?!(?:is|was|has|does)\b)(?:\p{Ll}+ ){0,2}(?!(?:is|was|has|does)\b)\p{Ll}+s\b))/gu,
  // "the Mate 20 and": a name and its number, with nothing counted behind.
  new RegExp(
    `(?<=[\\p{Ll},] )(?<!\\b(?:in|at|from|for|of|to) )(?!${MONTH})\\p{Lu}\\p{L}{2,14} \\d{1,3}(?:\\.\\d{1,2})?(?=\\s(?:and|or|was|were|is|are|in|on|at|for|from|to|with|has|have|will|by|as)\\b|[.,;:)](?!\\d)|$)`,
    "gu",
  ),
  // "The 39 Clinic": the number belongs to the name.
  /(?<=\b[Tt]he )\d{1,3}(?= \p{Lu}\p{Ll}{2,20}(?<!s)(?: |[.,]))/gu,
];
const SCORE = /(?<![\d.,$€£%])\d{1,3}\s?[-–:]\s?\d{1,3}(?!\d|[.,]\d|\s?(?:%|percent|per cent|million|billion))/gu;
const SPORT =
  /\b(?:won|win|wins|beat|beats|lost|drew|defeat(?:ed)?|victory|score[ds]?|beaten|half-time|final whistle|vote|match|game|semi-final|league|tournament)\b|获胜|击败|战胜|比分|落败|负于|战平/i;
/** Two numbers and a hyphen: no range where the first is not the lower. */
const PAIR = /(?<![\d.,$€£¥-])(\d{1,3})[-–](\d{1,3})(?![\d-]|[.,]\d|\s?(?:%|percent|per cent|million|billion))/gu;
const MARKER = /^(?:\(?\d{1,2}[.)、](?!\d)|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}、|[①-⑳])\s?/u;
/** The number of a heading: "3.2 Aims of the survey", a line without a full stop. */
const HEADING = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s(?=\p{Lu}\p{Ll}[^.!?;:%]{2,70}$)(?!(?:M|B|Tr|Qu)illion)/u;
/** A number and a name that is one: "39 Internet Hospital". */
const NAME =
  /(?<![\p{L}\d.,$€£¥-]|\p{L}\s)\d{1,3}\s(?=(?:\p{Lu}[\p{Ll}]+\s){1,3}(?:Hospital|School|University|Park|Group|Studio|Club|Hotel|Museum|Bridge|Tower))\d?/gu;

/** Stretches of a sentence whose numbers are no figures: times of day, telephone numbers, models, sections, addresses, ages, scores. */
export function findIgnoredSpans(text: string, isParagraphStart: boolean): readonly Stretch[] {
  const noise: Stretch[] = [];
  const take = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) noise.push({ start: match.index, end: match.index + match[0].length });
  };
  for (const pattern of [...PATTERNS, ...IGNORED_SPANS_ZH]) take(pattern);
  if (SPORT.test(text)) take(SCORE);
  for (const { 0: pair, 1: first, 2: second, index } of text.matchAll(PAIR)) {
    if (Number(first) >= Number(second)) noise.push({ start: index, end: index + pair.length });
  }
  for (const pattern of [NAME, ...NAMES]) take(pattern);
  const marker = isParagraphStart ? (MARKER.exec(text) ?? HEADING.exec(text)) : null;
  if (marker) noise.push({ start: 0, end: marker[0].length });
  return noise;
}
