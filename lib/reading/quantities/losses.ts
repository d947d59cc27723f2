const MONEY = "[$€£¥₹₩]\\s?";
const AMOUNT = `(?:${MONEY})?\\d[\\d,.]{0,18}`;
const SCALE = "thousand|million|billion|trillion|mn|bn|m|[万亿]{1,2}元?|元|yuan|euros|dollars|percent|%";
/** An amount as tables have it: with groups or a fraction, so that no year and no mark of a footnote is one. */
const CELL = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,9}\\.\\d{1,4})";

const BRACKETED = /\(([^()\n]{1,40})\)/g;
const IS_AMOUNT = new RegExp(`^${AMOUNT}$`);
const IS_CELL = new RegExp(`^${CELL}$`);
const IS_LOSS = new RegExp(`^(?:${MONEY}${AMOUNT}|${CELL})(?: ?(?:${SCALE})(?![\\p{Script=Latin}])){0,2}$`, "iu");
const AFTER_MONEY = new RegExp(`${MONEY}$`);
const SCALE_BEHIND = /^\s?(?:%|percent|per cent|thousand|million|billion|trillion|mn|bn|m\b|[万亿千百])/i;
const CELL_BEFORE = /(?:[|;] ?|[\d%]\)? )$/;
const CELL_BEHIND = /^(?: ?(?:[|;]|$)| \(?-?\d)/;
const SAID = /(?:\b(?:was|is|were|of|at|to|totall?ed|averaged|reached)|[:：为是]) ?$/i;

/**
 * Where amounts stand in brackets as accounts write a loss: the places of the opening and the closing ones. "$(4.5) million",
 * "(1,280) thousand", "was ($3.2 million)", a row of cells; not "jobs (12,300)", which may be an aside.
 */
export function lossBrackets(text: string): {
  readonly opening: ReadonlySet<number>;
  readonly closing: ReadonlySet<number>;
} {
  const opening = new Set<number>();
  const closing = new Set<number>();
  for (const { index, 0: whole, 1: inner = "" } of text.matchAll(BRACKETED)) {
    const end = index + whole.length;
    if (!isLoss(text.slice(Math.max(0, index - 12), index), inner, text.slice(end, end + 12))) continue;
    opening.add(index);
    closing.add(end - 1);
  }
  return { opening, closing };
}

function isLoss(before: string, inner: string, after: string): boolean {
  if (IS_AMOUNT.test(inner) && (AFTER_MONEY.test(before) || SCALE_BEHIND.test(after))) return true;
  if (IS_CELL.test(inner) && (CELL_BEFORE.test(before) || CELL_BEHIND.test(after))) return true;
  return SAID.test(before) && IS_LOSS.test(inner);
}
