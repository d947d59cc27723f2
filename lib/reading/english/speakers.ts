import { type FoundSpeaker, findSpeakersZh, SAYS_ZH } from "@/lib/reading/chinese/speakers";

const SAYS =
  "(?:said|says|told|noted|explained|added|announced|report(?:s|ed)(?! (?:an? )?(?:net |annual |record |quarterly |total |operating |pre-tax )?(?:revenues?|profits?|loss(?:es)?|sales|earnings|turnover|income|growth)\\b)|stressed|claimed|estimated|estimates|predicted|predicts|believes|pointed out|revealed|stated|wrote|recalled|recalls|disclosed|puts|warns|warned|reckons|forecasts?|projects|calculates|calculated|admits|admitted|insists|insisted|argues|argued|concedes|conceded|complains|complained|confirms|confirmed|observed|observes|remembers|remembered|replied|adds|notes|explains|claims|jokes|joked|testified|declared)";
const NAME =
  "\\p{Lu}[\\p{L}.'’-]{1,24}(?:\\s(?:(?:of|the|and|for|de|van|von|bin|al)\\s){0,2}\\p{Lu}[\\p{L}.'’&-]{0,24}){0,7}";
const PERSON =
  "(?:(?:Mr|Mrs|Ms|Dr|Prof)\\.?\\s)?\\p{Lu}[\\p{L}.'’-]{1,24}(?:\\s(?:(?:de|van|von|bin|al)\\s)?\\p{Lu}[\\p{L}.'’-]{0,24}){0,3}";
/** A title after a name, up to the comma, full stop or verb that closes it. */
const ROLE = '(?:the |an? )?\\p{Ll}[^,.;:!?"“”]{2,90}';

const PATTERNS: readonly RegExp[] = [
  // said Wang Wei, chairman of Cloud Park
  new RegExp(
    `(?<!\\p{L})${SAYS}\\s(${PERSON})((?:,\\s(?!and\\s|but\\s|who\\s|adding\\s|noting\\s|while\\s|which\\s)${ROLE})?)`,
    "gu",
  ),
  // said union leader Owen Pritchard
  new RegExp(
    `(?<!\\p{L})(?:said|says|admits|recalls|warns)\\s(?:\\p{Ll}[\\p{Ll}-]{2,20}\\s){1,3}(${PERSON})()(?=[.,])`,
    "gu",
  ),
  // Zhao Min, head of the bureau, said
  new RegExp(`(?<!\\p{L})(${PERSON})(,\\s${ROLE}),\\s(?:has\\s)?${SAYS}(?!\\p{L})`, "gu"),
  // Chen Li said; the Ministry of Commerce announced
  new RegExp(`(?<!\\p{L})((?:[Tt]he\\s)?${NAME})()\\s(?:has\\s)?${SAYS}(?!\\p{L})`, "gu"),
  new RegExp(
    `(?<!\\p{L})[Aa]ccording to\\s((?:the\\s)?(?:(?:an?\\s)?\\p{Ll}{3,20}\\s(?:by|from|of)\\s(?:the\\s)?)?${NAME})((?:,\\s(?!the\\s\\p{Ll}+\\s(?:has|have|is|are|was|were)\\s)${ROLE}(?=[,.]))?)`,
    "gu",
  ),
  // the hotel's manager, Luca Ferri, said
  new RegExp(`,\\s(${PERSON})(),\\s(?:has\\s)?${SAYS}(?!\\p{L})`, "gu"),
  // Figures released by the Health Ministry
  new RegExp(
    `(?<!\\p{L})(?:[Dd]ata|[Ff]igures|[Ss]tatistics|[Nn]umbers|[Ee]stimates|[Rr]esults) (?:released|published|issued|compiled|collected|provided) by\\s((?:the\\s)?${NAME})()`,
    "gu",
  ),
  // A survey of 1,200 firms by the Chamber of Industry
  new RegExp(
    `(?<!\\p{L})(?:survey|study|poll|census|analysis)\\sof\\s[^.;]{3,50}?\\sby\\s((?:the\\s)?${NAME})()`,
    "gu",
  ),
  // Statistics Norway put the rise at; a survey by the Kestrel Foundation found
  new RegExp(`(?<!\\p{L})((?:[Tt]he\\s)?${NAME})()\\sputs?\\s[^.,;]{3,60}\\sat\\s`, "gu"),
  new RegExp(
    `(?<!\\p{L})(?:survey|study|report|poll|census|analysis|estimate|count|paper)s?\\s(?:by|from|of)\\s((?:the\\s)?${NAME})()\\s(?:found|finds|showed|shows?|says?|said|suggests?|suggested|puts?|concluded|concludes|counted)(?!\\p{L})`,
    "gu",
  ),
  new RegExp(`(?<!\\p{L})(?:[Dd]ata|[Ff]igures|[Ss]tatistics|[Nn]umbers) from\\s((?:the\\s)?${NAME})()`, "gu"),
  // A survey by the Harbour Institute found
  new RegExp(
    `(?<!\\p{L})(?:[Ss]urvey|[Ss]tudy|[Rr]eport|[Pp]oll|[Aa]nalysis|[Cc]ensus|[Aa]udit|[Rr]eview) (?:by|from) ((?:the\\s)?${NAME})()(?=,?\\s(?:has\\s)?(?:found|finds|shows?|showed|suggests|suggested|concluded|${SAYS}))`,
    "gu",
  ),
];

const NOT_NAMES =
  /^(?:The|He|She|They|It|We|This|That|These|In|On|At|An?|But|And|As|By|Some|Almost|Nearly|According|Officials|Experts|Analysts|Police|Authorities|Prosecutors|Scientists|Researchers|Economists|Residents|Farmers|Growers|Critics|Doctors|Organi[sz]ers|Investigators|Executives|Sources|Observers|Teachers|Workers|Local|Many|Most|Others|January|February|March|April|May|June|July|August|September|October|November|December|One|Two|Three|Who|Which|There|When|While|If|Last|Since|After|Before)$/;

/** The speakers a sentence names, in order of place. `text` is folded; names are cut from it. */
export function findSpeakers(text: string, isChinese: boolean): readonly FoundSpeaker[] {
  if (isChinese) return findSpeakersZh(text);
  const found: FoundSpeaker[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [, name = "", role = ""] = match;
      if (NOT_NAMES.test(name) || found.some(({ start }) => Math.abs(start - match.index) < 4)) continue;
      const bare = `${name}${role}`.replace(/[.\s]+$/, "");
      if (bare !== "") found.push({ name: bare, start: match.index });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const PRONOUN = new RegExp(
  `(?<!\\p{L})(?:[Hh]e|[Ss]he|they|They)\\s(?:also\\s)?${SAYS}|${SAYS}\\s(?:he|she)(?!\\p{L})|[他她](?:还|也)?${SAYS_ZH}`,
  "u",
);

/** Whether a sentence says "he said" of somebody named before. */
export function hasPronounSpeaker(text: string): boolean {
  return PRONOUN.test(text);
}
