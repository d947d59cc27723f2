/** A record with the texts it is found by, as they are compared: its name, its key, and everything that tells of it. */
export interface Findable<Item> {
  readonly item: Item;
  readonly name: string;
  readonly key: string;
  readonly all: string;
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

/** What an item is found by: its name, its key, and further words. */
export type Texts = readonly [name: string, key: string, ...more: (string | null)[]];

/** Makes an item ready to be found. */
export function findable<Item>(item: Item, texts: Texts): Findable<Item> {
  const [name, key] = texts;
  return { item, name: plain(name), key: plain(key), all: plain(texts.join(" ")) };
}

/**
 * Every item that holds all words of a text, each in its order: those of just this name or key first, then those whose name begins with the
 * text, those whose name has all the words, the rest. All of them for no text.
 */
export function findAmong<Item>(items: readonly Findable<Item>[], typed: string): readonly Item[] {
  const text = plain(typed);
  const words = text === "" ? [] : text.split(" ");
  const ranks: [Item[], Item[], Item[], Item[]] = [[], [], [], []];
  for (const { item, name, key, all } of items) {
    if (!words.every((word) => all.includes(word))) continue;
    const isIt = name === text || key === text;
    const rank = isIt ? 0 : name.startsWith(text) ? 1 : words.every((word) => name.includes(word)) ? 2 : 3;
    ranks[rank].push(item);
  }
  return ranks.flat();
}
