/** A record to choose. `detail` tells it apart from others of that name; `search` holds further words it is found by. */
export interface Choice {
  readonly key: string;
  readonly name: string;
  readonly detail: string | null;
  readonly search?: string;
}

/** Text as it is compared: lower case, without accents and marks. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether two names are the same but for case, accents and punctuation. */
export function sameName(a: string, b: string): boolean {
  return plain(a) === plain(b) && plain(a) !== "";
}

/** Choices that hold every word typed, those whose name begins with the text first; all of them for no text. At most `most`. */
export function findChoices(choices: readonly Choice[], typed: string, most: number): readonly Choice[] {
  const text = plain(typed);
  if (text === "") return choices.slice(0, most);
  const words = text.split(" ");
  const found = choices.flatMap((choice) => {
    const name = plain(choice.name);
    const all = `${name} ${plain(choice.key)} ${plain(choice.detail ?? "")} ${plain(choice.search ?? "")}`;
    if (!words.every((word) => all.includes(word))) return [];
    const rank = name === text ? 0 : name.startsWith(text) ? 1 : words.every((word) => name.includes(word)) ? 2 : 3;
    return [{ choice, rank }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ choice }) => choice);
}
