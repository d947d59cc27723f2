/** Texts that are kept, and their longest: names, units and times of a table come again and again, its numbers do not. */
const MOST = 5000;
const LONGEST = 60;

/** A reading of texts that is done once for each while it is kept. It must depend on the text alone. */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const kept = new Map<string, Result>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= MOST) kept.clear();
    const found = read(text);
    kept.set(text, found);
    return found;
  };
}
