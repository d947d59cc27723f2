/** Words that end a counted noun: what follows them says where, when or how. */
const STOP =
  /^(?:em|que|no|na|de|do|da|dos|das|para|neste|nesta|im|der|die|den|des|und|et|les|du|y|el|los|las|in|at|by|of|from|to|for|with|on|as|and|or|but|that|which|who|whom|whose|where|when|while|since|during|across|within|over|under|above|below|through|throughout|between|among|before|after|until|till|than|into|onto|per|via|against|about|around|near|nearly|almost|a|an|the|this|these|those|its|their|his|her|our|my|every|each|if|because|so|more|fewer|less|most|last|next|annually|monthly|daily|weekly|yearly|now|today|nationwide|worldwide|globally|overall|altogether|respectively|together|alone|apart|already|also|still|only|even|then|there|here|without|beyond|despite|besides|behind|beside|inside|outside|plus|except|like|not|no|up|down|out|off|away|back|ago|later|earlier|too|worth|long|high|tall|wide|deep|compared|according|including|strong|both|all|year-on-year|year-over-year|on-year)$/i;
/** Verbs that commonly follow a counted noun. */
const VERB =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|went|go|goes|came|come|comes|made|make|makes|rose|rise|rises|fell|fall|falls|grew|grow|grows|got|get|gets|left|leave|leaves|took|take|takes|gave|give|gives|use|uses|own|owns|live|lives|rent|rents|say|says|said|told|tells|sat|sit|sits|stood|stand|stands|ran|run|runs|won|lost|lose|met|meet|meets|built|build|sold|sell|sells|bought|buy|buys|paid|pay|pays|put|set|sets|saw|see|sees|became|become|began|begin|begins|brought|bring|kept|keep|keeps|held|hold|holds|knew|know|thought|think|found|find|felt|feel|hit|read|write|wrote|spoke|speak|speaks|spent|spend|sent|send|slept|took|taught|teach|chose|choose|drove|drive|flew|fly|joined|join|vote|voted|work|works|worked|need|needs|want|wants|share|shares|cost|costs|remain|remains|lay|lie|lies|cut|cuts|shut|burnt|broke|break|lacks?|cannot|export|exports|serve|serves|cover|covers)$/i;
/** Plurals that stand before another noun. */
const BEFORE_NOUN =
  /^(?:sales|sports|goods|systems|customs|logistics|electronics|operations|communications|telecommunications|services|arts|statistics|economics|physics|mathematics|robotics|semiconductors|olympics|business|process|access|wireless|express|glass|class|press|gas|bus|plus|us|news|rental|its|various|previous|famous|serious|religious|precious|numerous|continuous|enormous|dangerous|indigenous|autonomous|cross|mass|cross-border|less|ss|across|overseas|always|perhaps|downstairs|upstairs|diabetes|campus|virus|census|status|bonus|focus|basis|analysis|crisis|stainless|homeless|jobless|paperless|driverless|cashless)$/i;
const IRREGULAR =
  /^(?:people|children|men|women|fishermen|businessmen|salesmen|firemen|teeth|feet|mice|geese|hectares?|kilometres?|kilometers?|metres?|meters?|tonnes?|tons?|kg|km|MW|GW|kW|kWh|GWh|TWh|GB|TB|PB|Gbps|Mbps|Tbps|EFLOPS|Eflops|EFlops|PFLOPS|GHz)$/;
const MEASURE = /^(?:square|cubic|nautical|light)$/i;
/** Measures whose noun follows with "of": pieces of data. */
const PIECES = /^(?:pieces|sets|pairs|batches|units|copies|kinds|types|sorts|items|head|cups|rolls)$/i;
const MOST_WORDS = 6;
const WORD = /^[\p{L}\d][\p{L}\d.&/'’-]{0,40}/u;

/** The counted noun right after a number, and how many characters with the space before it; null when none stands there. */
export function nounAfter(
  after: string,
  mostWords = MOST_WORDS,
): { readonly text: string; readonly length: number } | null {
  const gap = /^(?:\s{1,2}|-)/.exec(after)?.[0] ?? "";
  if (gap === "") return null;
  const found = phrase(after.slice(gap.length), gap === "-" ? 1 : mostWords);
  return found === null ? null : { text: found, length: gap.length + found.length };
}

/** The noun of "eleven of the villages", with how many characters from there; null unless it is a plural. */
export function membersAfter(after: string): { readonly text: string; readonly length: number } | null {
  const lead = /^\sof\s(?:the|its|their|these|those|our|his|her)\s/i.exec(after)?.[0];
  const found = lead === undefined ? null : phrase(after.slice(lead.length), MOST_WORDS, true);
  if (lead === undefined || found === null || !isPlural(found.split(" ").at(-1) ?? "")) return null;
  return { text: found, length: lead.length + found.length };
}

/** What a share is of: the noun phrase after "percent of", with how many characters from there; null when none stands there. */
export function wholeAfter(after: string, isOutOf: boolean): { readonly text: string; readonly length: number } | null {
  const lead =
    /^\sof\s(?:(?:all|both)(?: of)? )?(?:the |its |their |his |her |our |a |an |this |that |these |those |all |every |each )?/i.exec(
      after,
    )?.[0] ?? /^\s(?:the|its|their|our)\s(?=\p{L})/iu.exec(after)?.[0];
  if (lead === undefined) {
    // "One in five adults" needs no "of".
    return isOutOf ? nounAfter(after) : null;
  }
  const isThem = /^(?:them|us|you|those|which|whom)(?!\p{L})/iu.exec(after.slice(lead.length))?.[0];
  const found = isThem ?? phrase(after.slice(lead.length), MOST_WORDS, true);
  if (found === null) return null;
  const length = lead.length + found.length;
  return { text: after.slice(0, length).replace(/^\s(?:of\s)?/i, ""), length };
}

/** A noun phrase at the start of a text: up to the first plural, or what cannot belong to it. */
function phrase(text: string, most: number, isAfterOf = false): string | null {
  let at = 0;
  let words = 0;
  let end = 0;
  while (words < most) {
    const word = WORD.exec(text.slice(at, at + 42))?.[0]?.replace(/[.'’/&-]+$/, "") ?? "";
    if (/^and$/i.test(word) && words > 0 && isJoiningAdjectives(text.slice(at))) {
      at += word.length + 1;
      continue;
    }
    if (word === "" || (endsHere(word) && !(words === 0 && isOpening(word, isAfterOf)))) break;
    at += word.length;
    words += 1;
    end = at;
    const next = text.slice(at, at + 1);
    if (isPlural(word) || (next !== " " && next !== "\n")) break;
    at += 1;
  }
  if (end === 0) return null;
  const found = text.slice(0, end);
  const pieces = PIECES.test(found) ? /^ of (\p{L}[\p{L}-]{1,24})/u.exec(text.slice(end)) : null;
  return pieces === null ? found : text.slice(0, end + pieces[0].length);
}

/** Whether an "and" joins two adjectives of one noun: "large and ultra-large data centers". */
function isJoiningAdjectives(rest: string): boolean {
  const [, first = "", second = "", third = ""] =
    /^and ([\p{L}-]{2,24})(?: ([\p{L}-]{2,24}))?(?: ([\p{L}-]{2,24}))?/iu.exec(rest) ?? [];
  if (endsHere(first) || isPlural(first)) return false;
  return isPlural(second) || (second !== "" && !endsHere(second) && isPlural(third));
}

/** Words that can open a noun phrase though they end one elsewhere: "monthly users", and after "of" what is a verb elsewhere. */
function isOpening(word: string, isAfterOf: boolean): boolean {
  return /^(?:daily|weekly|monthly|yearly)$/i.test(word) || (isAfterOf && VERB.test(word));
}

function endsHere(word: string): boolean {
  return STOP.test(word) || VERB.test(word) || /^\d+$/.test(word);
}

function isPlural(word: string): boolean {
  if (MEASURE.test(word) || BEFORE_NOUN.test(word)) return false;
  if (IRREGULAR.test(word)) return true;
  if (/['’]s?$/.test(word)) return false;
  return word.length > 2 && /[^s]s$/.test(word) && !/(?:ous|ics|sis|us)$/.test(word);
}

const COUNTED_BEFORE =
  /\b(?:number of|total of|count of|amount of)\s((?:[\p{L}\d][\p{L}\d'’-]{0,30}\s){1,5}?)(?:(?:in|at|of|on|across|for|within) (?:[\p{L}'’-]{1,30}\s){1,5})?(?:(?:has |have |had |will )?(?:reach(?:es|ed)?|rose to|risen to|grew to|grown to|fell to|dropped to|increased (?:to|by)|was|were|is|stood at|stands at|hit|totall?ed|topped|exceed(?:s|ed)?|surpassed|climbed to|jumped to|to)\s)$/iu;

/** The noun that a number is the number of, where it stands before: "the number of tenants reached". */
export function nounBefore(before: string): string | null {
  return COUNTED_BEFORE.exec(before.slice(-140))?.[1]?.trim() ?? null;
}
