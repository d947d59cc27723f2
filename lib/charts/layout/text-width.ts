/** Advance widths in em of Inter 600 with tabular digits, measured; one entry per width, all characters that have about it. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [0.28, " ,.:;Iijl!'’|"],
  [0.4, "frt()[]{}-/\\·`"],
  [0.5, '“”"–^_'],
  [0.58, "cksvxyzJL?≈≥≤"],
  [0.65, "abdeghnopqu0123456789EFPRSTBZ+<>=−×#$&~*"],
  [0.77, "ACDGHKNOQUVXY"],
  [0.93, "mwM"],
  [1.05, "W%@…"],
];

const EM = new Map(WIDTHS.flatMap(([width, characters]) => [...characters].map((character) => [character, width])));

/** Letters of other scripts and accents: as wide as a wide letter; Chinese, Japanese and Korean are a full em. */
const OTHER_EM = 0.77;
const FULL_EM = 1.05;

/** About how wide a line of text is, px, at a font size in px. Errs on the wide side, so that a fallback font fits too. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) {
    const wide = character >= "\u2e80" && character <= "\uffef";
    em += EM.get(character) ?? (wide ? FULL_EM : OTHER_EM);
  }
  return Math.ceil(em * fontSize * 1.02);
}

/** Where a line may break: after spaces, and beside each Chinese, Japanese or Korean character. */
const PIECE = /[\u2e80-\uffef][、。，！？）》」]*|[^ \u2e80-\uffef]+ *| +/gu;

/** A text in lines of `width` px. A single word that is wider stays whole and sticks out. */
function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECE) ?? []) {
    if (line !== "" && textWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  lines.push(line.trimEnd());
  return lines;
}

/**
 * A name and what follows it in at most `most` lines of `width` px, or in as many as `tail` alone needs and one for the name. What does not fit
 * is cut from the end of the name, with … in its place: the tail (a year, a number) is always whole.
 */
export function wrapText(name: string, tail: string, width: number, fontSize: number, most: number): string[] {
  const allowed = Math.max(most, wrap(tail, width, fontSize).length + 1);
  const fits = (lines: readonly string[]) =>
    lines.length <= allowed && lines.every((line) => textWidth(line, fontSize) <= width);
  const characters = [...name];
  let lines = wrap(name + tail, width, fontSize);
  for (let kept = characters.length - 1; kept > 0 && !fits(lines); kept -= 1) {
    lines = wrap(`${characters.slice(0, kept).join("").trimEnd()}…${tail}`, width, fontSize);
  }
  return lines;
}
