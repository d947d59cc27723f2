/** Starts of a text cell that a spreadsheet may run as a formula, full-width forms included; apostrophes before it count in, so that guarding can be undone. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** A text cell that no spreadsheet runs: an apostrophe is put before what could be a formula. */
export function guardedCell(text: string): string {
  // Most cells begin with a letter or a digit: a file of all figures has tens of millions.
  const first = text.charCodeAt(0);
  if ((first > 0x40 && first < 0xff00) || (first > 0x2f && first < 0x3a)) return text;
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that guardedCell was given. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
