import type { LineMark } from "@/lib/charts/model";

/** Claims that are named one by one where their ends do not tell them. */
const MOST_NAMED = 3;

/** One mark for some of one series: it stands at the lowest of their claims, reaches to the highest, and says how many they are. A single one stays as it is. */
export function bundle(marks: readonly [LineMark, ...LineMark[]]): LineMark {
  const [first] = marks;
  if (marks.length === 1) return first;
  const members = marks.flatMap((mark) => mark.members ?? [mark]).sort((a, b) => a.value - b.value);
  const lowest = members[0] ?? first;
  const top = Math.max(...members.map(({ value, high }) => high ?? value));
  const times = members.map(({ time }) => time);
  return {
    ...lowest,
    ids: members.flatMap(({ ids }) => ids),
    figures: members.flatMap(({ figures }) => figures),
    wording: "exactly",
    high: top > lowest.value ? top : null,
    claims: members.reduce((sum, { ids }) => sum + ids.length, 0),
    text: textOf(members, lowest),
    time: (Math.min(...times) + Math.max(...times)) / 2,
    run: [...new Set(members.map(({ run }) => run))].join(", "),
    members,
  };
}

/**
 * "8 claims: ≈ 41% to 43%"; of claims with one number "8 claims at 42%", the number without a word where one says so; "2 claims: 41%–43%, ≈ 42%" where a range is
 * among them, or no one says their number plainly: of more than three only how many.
 */
function textOf(members: readonly LineMark[], lowest: LineMark): string {
  const wordsOf = ({ text }: LineMark) => text.replace(/^target /, "");
  const claims = members.reduce((sum, { ids }) => sum + ids.length, 0);
  const count = `${claims} ${lowest.target ? "targets" : "claims"}`;
  const texts = [...new Set(members.map(wordsOf))];
  const highest = members.at(-1) ?? lowest;
  const hasRange = members.some(({ high }) => high !== null);
  const plain = members.find(({ wording }) => wording === "exactly");
  const isOneNumber = lowest.value === highest.value;
  if (texts.length === 1) return `${count} at ${texts[0]}`;
  if (!hasRange && !isOneNumber) return `${count}: ${wordsOf(lowest)} to ${wordsOf(highest)}`;
  if (!hasRange && plain) return `${count} at ${wordsOf(plain)}`;
  return texts.length > MOST_NAMED ? count : `${count}: ${texts.join(", ")}`;
}
