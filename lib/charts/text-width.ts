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

/** A text in at most `most` lines of `width` px, broken at spaces; the last line ends in … when it does not fit. */
export function wrapText(text: string, width: number, fontSize: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  const kept = lines.slice(0, most);
  const last = kept.at(-1) ?? "";
  if (lines.length > most) kept[kept.length - 1] = cut(`${last}…`, width, fontSize);
  return kept.map((each) => (textWidth(each, fontSize) > width ? cut(`${each}…`, width, fontSize) : each));
}

/** Takes characters from before a final … until the text fits. */
function cut(text: string, width: number, fontSize: number): string {
  let characters = [...text].slice(0, -1);
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, fontSize) > width)
    characters = characters.slice(0, -1);
  return `${characters.join("").trimEnd()}…`;
}
