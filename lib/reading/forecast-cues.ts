const CUES =
  /(?<!\p{L})(?:will(?! power)|would|shall|aims?|aiming|plans?(?! (?:was|were|had)\b| for \d{4})|planning|planned|intends?|hopes?|hoping|wants?|targets?|targeting|goals?|ambition|expects?|expecting|expected|is set|are set|is to|are to|is slated|due to(?= (?:be|become|open|start|begin|close|come|go|reach|rise|fall|grow|end|finish|launch|join|take|get|move|run|enter|arrive|meet|vote|pay|build|complete)\b)|scheduled|projected|projects? (?:that|to)|forecasts?|predicts?|predicted|foresees?|is estimated to (?:reach|hit|exceed)|pledged|pledges|promised|promises|budget(?:s|ing) (?!deficit|surplus)|guidance|vows?|vowed|seeks? to|looks? to|likely to|poised to|tipped to|sees?(?= (?:growth|gdp|output|sales|inflation|demand|revenue|profit))|on course to|on track to|by then|in the next)(?!\p{L})/giu;
/** What ends the reach of a cue: the sentence goes on with what has been. */
const ENDS =
  /(?<!\p{L})(?:up from|down from|compared with|compared to|against|versus|from (?=[\d$])|after|last year|already|has (?:already )?\p{L}+(?:ed|t)|had|was|were|currently|now (?:has|have|employs|runs)|so far|today|but|and (?:reached|got|sold|made|hit|came)|which (?:has|now)|(?:double|triple|treble|quadruple|halve) (?:its|their|the|his|her) (?:\p{L}+ ){1,3}of)(?!\p{L})/giu;
const LATER =
  "(?:\\p{Ll}+ly |also |well |still |even |yet )?(?:be (?:\\p{Ll}+ed|lost|built|made|cut|spent|gone|sold)|become|reach|hit|rise|fall|grow|go|drop|climb|top|pass|exceed|cross|come|cost|create|lose|need|add|shrink|double|bring|generate|attract|take|sell|open|close|employ|earn|save|face|increase|expand|total|require|disappear|vanish)(?!\\p{L})";
/** "May go by 2030", "could reach"; not "may have lost", nor the month. */
const MODALS = new RegExp(`(?<!\\p{L})(?:may|might|could|should(?! be)) (?=${LATER})`, "gu");
const MODAL_BEHIND = new RegExp(
  `^(?:(?! and | that | which | who )[^.;,]){0,30}?(?<!\\p{L})(?:may|might|could) ${LATER}|^(?: \\p{Ll}+){0,3} (?:(?:is|are) likely(?! that)|(?:that )?had been (?:expected|planned|forecast|predicted))(?!\\p{L})`,
  "u",
);
const CUES_ZH =
  /力争|计划(?!内|外|生育|单列|经济)|规划|目标|预计|预期|预测|预估|有望|可望|可能(?!性)|料[将会]|恐将|或(?=[将达超]|突破|[升降增减]至)|将(?!近|军|来)|拟|争取|打算|要(?:达到|实现|建成)|未来|届时|(?:今年|明年|年内|年底前)(?![^，,。；;]{0,8}[需主只首想必][要])[^，,。；;]{0,8}要/g;
const ENDS_ZH = /实际|最终(?!将)|去年(?!曾?[预计])|此前|目前|现有|已(?!经?计划)|比上年/g;

/** Where a sentence speaks of plans, targets and forecasts, and where it stops doing so. */
export interface ForecastCues {
  readonly cues: readonly number[];
  readonly ends: readonly number[];
}

/** Reads both kinds of places, in order. */
export function findForecastCues(text: string, isChinese: boolean): ForecastCues {
  const places = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  if (isChinese) return { cues: places(CUES_ZH), ends: places(ENDS_ZH) };
  const [cues, ends] = [[...places(CUES), ...places(MODALS)].sort((a, b) => a - b), places(ENDS)];
  // "Plans to go from 300 to 500": the second is meant again.
  const again = [...places(FROM_TO).filter((place) => cues.some((cue) => cue < place)), ...places(GOAL_WAS)];
  return { cues: [...cues, ...again].sort((a, b) => a - b), ends };
}

/** "The goal set in 2010 was 10 million": a goal all the same. */
const GOAL_WAS = /\b(?:goals?|targets?|forecasts?|aims?)\b[^.;,]{0,40}\b(?:was|were)(?= )/giu;
const FROM_TO = /\bfrom (?=[\d$€£¥])[^.;]{1,40}?\bto (?=[\d$€£¥])/giu;

/** Whether a number at a place is a plan, a target or a forecast: a cue stands before it and nothing since has ended its reach. */
export function isTarget(outlooks: ForecastCues, at: number, after: string): boolean {
  if (
    /^\s(?:now|today|at present|currently|(?:that )?(?:it|they|he|she|we) (?:now |already )?(?:has|have|had|runs?|owns?|employs?))\b/i.test(
      after,
    )
  )
    return false;
  const cue = outlooks.cues.filter((place) => place <= at).at(-1);
  // "Some 300 jobs may go by 2030"
  if (MODAL_BEHIND.test(after)) return true;
  if (cue === undefined)
    return /^(?:(?! and | that | which | who )[^.;,]){0,30}?\b(?:will (?!power)|would be |(?:is|are|was|were) (?:the target|the goal|planned|expected|forecast|projected|slated|scheduled|due to|set to|to (?!\p{L}+ed\b)\p{L}))|^\s?的?目标/u.test(
      after,
    );
  return !outlooks.ends.some((end) => end > cue && end <= at);
}
