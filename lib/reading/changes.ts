import type { Unit } from "@/lib/reading/candidate";

const UP =
  /(?:\b(?:(?<!(?:mak(?:e|es|ing)|made|set|tak(?:e|es|ing)|took) )up|rose|rise|rises|risen|rising|grew|grow|grows|grown|growing|(?<!negative )growth|increas\w+|gain\w*|jump\w*|surg\w+|climb\w*|soar\w*|expand\w*|rais(?:es?|ed|ing)|hik(?:es?|ed|ing)|improv\w+|widen\w*|rebound\w*|leapt|leaps?|swell\w*|swollen|accelerat(?:es?|ed|ing)|higher|more)\b|(?<!负)增长|增加(?!值)|增幅|增速|上升|提高|提升|上调|加息|上涨|微涨|涨(?![幅停])|(?<!负)增(?!加?值)|升|(?<!\p{L})(?:subi(?:ó|u)|creci(?:ó|eron)|cresceu|aument(?:ó|ou)|stieg|gestiegen|wuchs|gewachsen|augmenté|progressé|cresciut[oa]|aumentat[oa])(?!\p{L}))/giu;
const DOWN =
  /(?:\b(?:down|slipp\w+|slips?|narrow\w*|fell|fall|falls|fallen|falling|declin\w+|decreas\w+|drop\w*|shrank|shrunk|shrink\w*|slid|slump\w*|plung\w+|plummet\w*|tumbl\w+|sank|sunk|weaken\w*|shed|lower(?:s|ed|ing)?|less|cuts?|slow(?:s|ed|er|ing)?|reduc(?:es?|ed|ing)|trimm(?:ed|ing)|lost|loses?|losing|contract\w*|dip(?:s|ped)?|eas(?:es|ed)|retreat\w*|reced\w+|negative growth|loss(?:es)? of)\b|负增长|萎缩|衰退|缩水|下降|减少|下跌|降低|回落|收窄|缩[小短减]|放缓|下滑|下调|降息|下挫|走低|跌|降|(?<!\p{L})(?:baj(?:ó|ou)|cay(?:ó|eron)|caiu|disminuy(?:ó|eron)|sank|gesunken|fiel|schrumpfte|geschrumpft|rückgang|recul(?:e|é)?|baiss(?:e|é)|chut(?:e|é)|descen(?:dió|so)|caída|queda|recuou|calo|daling|daalde|cal(?:ò|at[oa]))(?!\p{L}))/giu;
const AFTER_UP =
  /^-?\s?(?:year-on-year |annual |yearly )?(?:increase|rise|growth|gain|jump|surge|higher|more|larger|bigger|greater|faster|up|(?:above|ahead of) (?:(?:the|last) (?:previous |preceding )?year|a year))\b/i;
const AFTER_DOWN =
  /^-?\s?(?:year-on-year |annual |yearly )?(?:decrease|fall|drop|decline|lower|less|fewer|cut|down|dip|slump|slide|contraction|reduction|shrinkage|loss(?! r)|zurück|gesunken|gefallen|geschrumpft|niedriger|weniger)(?!\p{L})/iu;

const NAMED_CHANGE =
  /\b(?<!negative )(rises?|growth|increases?|gains?|falls?|drops?|declines?|decreases?|contraction)(?: rate)? (?:was |is |at |of |came to |stood at |reached |hit |averaged )(?:a )?$/i;

/** Words between what tells of a loss and its amount: "fell by more than 300 jobs". */
const HEDGES =
  "(?:(?:an?|its|another|net|about|around|some|nearly|almost|over|just|roughly|exactly|approximately|up to|as many as|(?:more|less|fewer) than|at (?:least|most)) )*";
/** What tells that an amount is by how much something fell, right before it: "fell by", "a loss of", "shed". */
const LOSS_BEFORE = new RegExp(
  `(?:\\b(?:(?:fell|falls?|fallen|falling|dropp(?:ed|ing)|drops?|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|shr[aiu]nk(?:s|ing)?|contract(?:ed|s|ing)|down|cut|reduced|lower) by|(?:loss(?:es)?|fall|drop|decline|decrease|reduction|shortfall|deficit|outflow) of|lost|loses?|losing|shed(?:s|ding)?) ${HEDGES}|(?:减少|下降|亏损|降低|流失|流出|下滑)了?(?:约|近|超过|超|逾)?)$`,
  "i",
);
const LOSS_AFTER = /^ (?:fewer|less) than\b|^ (?:decrease|decline|drop|fall|loss)\b/i;

/** Whether a unit says how two amounts stand to one another: only such a number can be a change without saying so right beside it. */
export function isRatio(unit: Unit | null): boolean {
  return (
    unit !== null &&
    (/^(?:percent|points|times)$/.test(unit.kind) || /^(?:points|basis points|bps|基点)$/.test(unit.text))
  );
}

/**
 * Whether a number says by how much something rose or fell: a percentage, points or a multiple by the words of its clause, an amount only
 * as a fall, where that is said right beside it ("a loss of 3 million yuan"). Null where it is the level itself ("rose to 9 percent").
 */
export function changeAround(text: string, start: number, end: number, unit: Unit | null): "up" | "down" | null {
  if (unit === null) return null;
  if (!isRatio(unit)) {
    const isLoss =
      /^(?:fewer|less) /i.test(unit.text) ||
      LOSS_BEFORE.test(text.slice(Math.max(0, start - 80), start)) ||
      LOSS_AFTER.test(text.slice(end, end + 20));
    return isLoss ? "down" : null;
  }
  const after = text.slice(end, end + 40);
  if (AFTER_UP.test(after)) return "up";
  if (AFTER_DOWN.test(after)) return "down";
  // "Is growing at 18 percent a year": the pace, no level.
  const pace =
    /\b(grow\w*|grew|expand\w*|ris\w+|rose|fall\w*|fell|shrink\w*|shrank|declin\w*) at (?:a rate of |a pace of )?$/i.exec(
      text.slice(Math.max(0, start - 40), start),
    )?.[1];
  if (pace !== undefined) return /^(?:fall|fell|shr|decl)/i.test(pace) ? "down" : "up";
  // "Put the rise at 3 percent", "growth was 6 percent".
  const named = NAMED_CHANGE.exec(text.slice(Math.max(0, start - 60), start))?.[1];
  if (named !== undefined) return /^(?:rise|growth|increase|gain)/i.test(named) ? "up" : "down";
  // "Revenue rose by 7 percent and profit by 11 percent": the verb stands farther off.
  const isBy = /\bby $/.test(text.slice(Math.max(0, start - 3), start));
  const fall = FALL_BEFORE.exec(text.slice(Math.max(0, start - 140), start));
  if (fall !== null) return unit.kind !== "percent" && FALL_CHANGED.test(fall[0]) ? null : "down";
  const compared = COMPARED_CHANGE.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  if (compared !== undefined) return /^(?:rise|growth|increase|gain)/i.test(compared) ? "up" : "down";
  const before = text
    .slice(Math.max(0, start - (isBy ? 120 : 40)), start)
    .replace(/^.*[,;，；。]/s, (clause) => " ".repeat(clause.length));
  if (
    /\b(?:to|(?<!\bgr[eo]w(?:s|n|ing|th)? )at|than|of which|from|reached|was|is|stood at|for|as)\s(?:a\s)?$|(?<!幅度?)(?:达|为)\s?$|[到至占]\s?$|(?:[升增降减长高]至|[升增降减长高]到)[^，,]{0,14}$/i.test(
      before,
    )
  )
    return null;
  const up = lastPlace(UP, before);
  const down = lastPlace(DOWN, before);
  if (up === down) return null;
  return up > down ? "up" : "down";
}

/** A fall that goes on slower or faster, and the number of it: "the decline in orders eased to". */
const FALL_BEFORE =
  /\b(?:decline|fall|drop|decrease|contraction|slump|slide|downturn)s?\b(?! (?:to|from|by|of)\b)[^.;,]{0,60}\b(?:eas|narrow|slow|widen|accelerat|deepen|moderat|shr[aiu]nk|worsen|steepen|quicken|slacken)\w*\b(?:[^.;,]|[.,](?=\d)){0,50}\b(?:to|from|by) (?:an? |just |only )?$|[降跌减]幅[^，,。；;]{0,30}(?:收窄|缩小|扩大|放缓|放大|加深|加大|回落)[至到了为]?\s?$/i;
/** "A slower fall than the 15 percent of the first half". */
const COMPARED_CHANGE = /\b(rise|growth|increase|gain|fall|drop|decline|decrease|contraction) than (?:the |a )?$/i;
/** By how much a fall changed is no fall by that much. */
const FALL_CHANGED = /\b(?:narrow|eas|slow|moderat|shr[aiu]nk)\w* (?:by )?$|(?:收窄|缩小|放缓|回落)了?\s?$/i;

/** Why a number is not surely a rise or a fall, where the text says by how much a fall changed; null where it does not. */
export function doubtOfFall(text: string, start: number, unit: Unit | null): string | null {
  const before = text.slice(Math.max(0, start - 140), start);
  const isChanged = isRatio(unit) && FALL_CHANGED.test(before) && FALL_BEFORE.test(before);
  return isChanged ? "It says by how much a fall changed: say if it is a rise or a fall." : null;
}

/** What makes an amount a loss, right before it; "losses of" and 亏损额 name what is counted. */
const MONEY_LOST = new RegExp(
  `\\b(?:(?:net |operating |pre-tax )?loss (?:of|was|is|reached|hit|(?:widened|narrowed|grew|rose|fell|shrank|deepened)(?: (?:by )?[\\d.,]{1,8} ?(?:percent|per cent|%))? to)|lost|loses?|losing) ${HEDGES}$|亏损(?:(?:扩大|收窄|缩小|增加?|减少?|上?升|下?降|增长)[至到为]|了?[达为至到]?)(?:约|近|超过|超|逾)?$`,
  "i",
);

/** What is to be looked at where an amount of money is a loss: under a profit it would be negative. Null where it is none. */
export function noteOfLoss(text: string, start: number, end: number, unit: Unit | null): string | null {
  const isLoss =
    unit?.kind === "currency" &&
    (MONEY_LOST.test(text.slice(Math.max(0, start - 80), start)) ||
      /^ (?:net |operating )?loss\b/i.test(text.slice(end, end + 20)));
  return isLoss ? "It is a loss: as a profit it has a minus sign." : null;
}

function lastPlace(pattern: RegExp, text: string): number {
  let place = -1;
  for (const match of text.matchAll(pattern)) place = match.index;
  return place;
}

/** Whether the noun of a rise governs a negative number of its clause ("output growth in the district came to -1.8 percent"). */
export function isOfGrowth(before: string): boolean {
  return /(?:\b(?:growth|increase|rise|change in)\b|增长|增速|增幅)[^,;，；。]{0,60}$/i.test(before.slice(-90));
}

/** Whether what precedes a negative number says a fall by itself ("fell -3 percent"): growth of -3 percent does not. */
export function contradicts(before: string): boolean {
  const near = before.slice(-40);
  return lastPlace(DOWN, near) > lastPlace(UP, near);
}
