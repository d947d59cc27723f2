import { factText } from "@/components/charts/facts";
import { type Block, block, heightOf, Lines, SANS, SERIF } from "@/components/pictures/lines";
import { paletteOf, type Theme } from "@/components/pictures/palette";
import { INNER, PAD, type Part } from "@/components/pictures/parts";
import { sourceLineText } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import type { ChartSpec } from "@/lib/figures/figure";
import { edtfText } from "@/lib/format/period";
import { formatCount } from "@/lib/format/words";

/** Figures in words, or events, that one picture has room for; of more it says how many there are. */
const MOST_TOLD = 24;
const COLUMN_GAP = 24;

/** Figures in words, side by side. */
export function factParts({ figures }: ChartSpec, theme: Theme): readonly Part[] {
  const palette = paletteOf(theme);
  const columns = figures.length === 4 ? 2 : Math.min(3, Math.max(1, figures.length));
  const width = (INNER - COLUMN_GAP * (columns - 1)) / columns;
  const cells = figures.slice(0, MOST_TOLD).map(({ figure, label }) => {
    const { words, number, unit, about, tag } = factText(figure, label);
    const set = (text: string, type: Block["type"], fill: string) => block(text, { width, type, fill });
    return [
      set(words, { size: 17, leading: 22, family: SERIF, style: "italic" }, palette["ink-2"]),
      set(number, { size: 30, leading: 36, family: SERIF, weight: 600 }, palette.ink),
      set(unit, { size: 14, leading: 20, family: SANS }, palette["ink-2"]),
      set(about, { size: 13, leading: 18, family: SANS }, palette["ink-2"]),
      set(tag?.text ?? "", { size: 12, leading: 18, family: SANS }, palette["ink-3"]),
    ];
  });
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  );
  return rows.map((row) => {
    // The wording has a line of its own in every cell, so that the numbers of a row stand side by side.
    const heights = row.map((blocks) =>
      blocks.reduce((sum, own, at) => sum + Math.max(at === 0 ? 22 : 0, heightOf(own)), 0),
    );
    return {
      height: Math.max(...heights) + 16,
      draw: (y) =>
        row.map((blocks, column) => {
          let at = y;
          return blocks.map((own, index) => {
            const top = at;
            at += Math.max(index === 0 ? 22 : 0, heightOf(own));
            // biome-ignore lint/suspicious/noArrayIndexKey: the places of a grid
            return <Lines key={`${column} ${index}`} block={own} x={PAD + column * (width + COLUMN_GAP)} y={top} />;
          });
        }),
    };
  });
}

/** Events in time, one below the other. */
export function timelineParts({ milestones }: ChartSpec, theme: Theme): readonly Part[] {
  const palette = paletteOf(theme);
  const inOrder = [...milestones].sort((a, b) => a.day - b.day);
  return inOrder.slice(0, MOST_TOLD).map(({ date, title, citations: [origin] }) => {
    const dated = block(edtfText(date, LOCALE), {
      width: 150,
      type: { size: 14, leading: 20, family: SANS, weight: 600 },
      fill: palette.ink,
    });
    const said = origin === undefined ? title : `${title} (${sourceLineText(origin)})`;
    const type = { size: 14, leading: 20, family: SANS };
    const told = block(said, { width: INNER - 190, type, fill: palette["ink-2"] });
    return {
      height: Math.max(heightOf(dated), heightOf(told)) + 8,
      draw: (y) => (
        <>
          <circle cx={PAD + 6} cy={y + 10} r={5} fill={palette.surface} stroke={palette.s1} strokeWidth={2} />
          <Lines block={dated} x={PAD + 24} y={y} />
          <Lines block={told} x={PAD + 190} y={y} />
        </>
      ),
    };
  });
}

/** What a picture of words leaves out; "" for nothing. */
export function cutText({ kind, figures, milestones }: ChartSpec): string {
  const total = kind === "facts" ? figures.length : kind === "timeline" ? milestones.length : 0;
  return total > MOST_TOLD
    ? `The first ${MOST_TOLD} of ${formatCount(total, LOCALE)}; all are at the address below`
    : "";
}
