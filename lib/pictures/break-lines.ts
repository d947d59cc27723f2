import { textWidth } from "@/lib/charts/layout/text-width";

/** What stays together: a word with the spaces after it, or one Chinese, Japanese or Korean character with the marks that follow it. */
const PIECE = /[\u2e80-\uffef][、。，！？：；）》」”]*|[^\s\u2e80-\uffef]+\s*|\s+/gu;

/**
 * A text in at most `most` lines of `width` px at a font size in px. What does not fit is left out at a word, with … in its place; never
 * behind a number, which the words after it may scale ("5 million"), nor within one. A word that is wider than a line is broken.
 */
export function breakLines(text: string, width: number, size: number, most = 100): readonly string[] {
  const pieces = (text.match(PIECE) ?? []).flatMap((piece) => fitting(piece, width, size));
  const whole = filled(pieces, width, size);
  if (whole.length <= most) return whole;
  for (let kept = pieces.length - 1; kept > 0; kept -= 1) {
    if (/\d/.test(pieces[kept - 1] ?? "")) continue;
    const lines = filled(
      `${pieces
        .slice(0, kept)
        .join("")
        .replace(/[\s,;:·(]+$/, "")}…`.match(PIECE) ?? [],
      width,
      size,
    );
    if (lines.length <= most) return lines;
  }
  return ["…"];
}

/** A piece, or where it is wider than a line the parts of it that fit. */
function fitting(piece: string, width: number, size: number): readonly string[] {
  if (/\d/.test(piece) || textWidth(piece.trimEnd(), size) <= width) return [piece];
  const parts: string[] = [""];
  for (const character of piece) {
    const part = parts.at(-1) ?? "";
    if (part !== "" && textWidth(part + character, size) > width) parts.push(character);
    else parts[parts.length - 1] = part + character;
  }
  return parts;
}

function filled(pieces: readonly string[], width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
