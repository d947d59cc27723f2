/** Letters and signs that a joiner shapes: of scripts that write joined, and pictures. */
const JOINING =
  "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f]";
/**
 * What takes no room and says nothing, as pasted text has it: soft hyphens, zero-width spaces, marks of direction, a byte order
 * mark, joiners between letters that do not join, selectors of letters that have no variants.
 */
const DROPPED = new RegExp(
  `[\\u00ad\\u034f\\u061c\\u180e\\u200b\\u200e\\u200f\\u2060-\\u2064\\ufeff]|(?<!${JOINING})[\\u200c\\u200d]|[\\u200c\\u200d](?!${JOINING})|(?<=^|[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}])[\\ufe00-\\ufe0f]`,
  "gu",
);
/**
 * What no text may hold: control characters, what turns the direction of writing round, tags, letters that show nothing, halves of a
 * character.
 */
const HIDDEN =
  /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]|\p{Noncharacter_Code_Point}|\p{Cs}/u;

/** Text without characters that take no room and say nothing. */
export function withoutInvisible(text: string): string {
  return text.replace(DROPPED, "");
}

/** The first character of a text that is not seen and may not stand there, as "U+202E"; null where there is none. */
export function hiddenCharacter(text: string): string | null {
  const found = HIDDEN.exec(text)?.[0];
  return found === undefined ? null : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
