/** A text with "gross domestic product" as GDP, "technology" as tech, and "start-up" as one word. */
export function inOneWord(text: string): string {
  return text
    .replaceAll(/gross (?:domestic|regional) product/gi, "GDP")
    .replaceAll(/\bstart-up/gi, "startup")
    .replaceAll(/\btechnolog(?:y|ies|ical)\b/gi, "tech");
}

/**
 * Stems of the words of a text: their first six letters, in the singular, small words left out; those in capitals ("IT", "5G") count at
 * any length. Words are taken as inOneWord has them.
 */
export function stems(text: string): readonly string[] {
  return (inOneWord(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter(
      (word) => (word.length > 2 && !SMALL.has(word.toLowerCase())) || /^(?=.*\p{Lu})[\p{Lu}\p{N}]{2}$/u.test(word),
    )
    .map((word) =>
      word
        .toLowerCase()
        .replace(/ies$/, "y")
        .replace(/(?<=[^s])s$/, "")
        .slice(0, 6),
    );
}

/** Words too common to tell metrics apart. */
const SMALL = new Set(["the", "and", "for", "with", "from", "that", "than", "more", "over", "this", "its", "their"]);
