import type { Figure } from "@/lib/figures/figure";

/** Number of a series colour (tokens.css, --s1 to --s7). The seventh is grey and stands for "others". */
export type SeriesSlot = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Slots that are told apart by readers with colour-vision deficiencies. */
const SLOTS: readonly SeriesSlot[] = [1, 2, 3, 4, 5, 6];

/** Places whose colour is fixed, because they stand side by side most often. Every other place or organisation has one by its key. */
const PINNED: Readonly<Record<string, SeriesSlot>> = {
  "CN-GZ": 1,
  "CN-GZ-guiyang": 2,
  "CN-BJ": 3,
  "CN-ZJ": 4,
  CN: 5,
  "CN-GD": 6,
};

/** Whom a figure is about, as a key: its organisation, else its region. */
export function subjectKey(figure: Pick<Figure, "organisation" | "region">): string {
  return figure.organisation?.slug ?? figure.region.code;
}

/** What one line or one row compares: a metric of a place or organisation, as a key. */
export function seriesKey(figure: Pick<Figure, "metric" | "organisation" | "region">): string {
  return `${figure.metric.slug} ${subjectKey(figure)}`;
}

/** The colour of a place or organisation, the same on every page. */
function slotOf(key: string): SeriesSlot {
  const pinned = PINNED[key];
  if (pinned !== undefined) return pinned;
  // FNV-1a, 32 bits: a small stable hash; nothing here needs to be secret.
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return SLOTS[hash % SLOTS.length] ?? 7;
}

/** Colours for the series of one chart, in order: each its own, or the next free one where two would share it; past six, grey. */
export function assignSlots(keys: readonly string[]): SeriesSlot[] {
  const taken = new Set<SeriesSlot>();
  // Pinned places choose first: their colour never gives way.
  const rank = (index: number) => ((keys[index] ?? "") in PINNED ? 0 : 1);
  const order = [...keys.keys()].sort((a, b) => rank(a) - rank(b));
  const slots: SeriesSlot[] = keys.map(() => 7);
  for (const index of order) {
    const wish = slotOf(keys[index] ?? "");
    const free = SLOTS.map((_, step) => SLOTS[(wish - 1 + step) % SLOTS.length]).find(
      (slot) => slot !== undefined && !taken.has(slot),
    );
    if (free === undefined) continue;
    taken.add(free);
    slots[index] = free;
  }
  return slots;
}
