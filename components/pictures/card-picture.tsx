import { type Block, block, heightOf, Lines, SANS, SERIF, widthOf } from "@/components/pictures/lines";
import { paletteOf } from "@/components/pictures/palette";
import type { NotDrawn } from "@/components/pictures/svg-response";

/** Size of a card, px: what sites that show links ask for. */
const WIDTH = 1200;
const HEIGHT = 630;
const PAD = 64;
const INNER = WIDTH - 2 * PAD;
const GAP = 40;
/** Figures that a card has room for. */
const MOST_ON_CARD = 3;

/** A figure on a card: the source's wording ("" for none), number and unit, and what it is about. */
export interface CardFigure {
  readonly words: string;
  readonly number: string;
  readonly unit: string;
  /** What it measures ("" where the title says it), and of whom and when. */
  readonly what: string;
  readonly of: string;
}

/** What a card says. */
export interface CardContent {
  /** What kind of page it is: "Metric". */
  readonly kind: string;
  readonly title: string;
  /** Up to three; one alone is the headline. */
  readonly figures: readonly CardFigure[];
  /** Where it is from: a source, or how many of each. */
  readonly source: string;
  /** Address of the page, whole. */
  readonly address: string;
  readonly notDrawn?: NotDrawn;
}

const palette = paletteOf("light");

/** The card by which a page is shown elsewhere. What does not fit is cut at a word; a number is made smaller, never cut. */
export function CardPicture({ kind, title, figures, source, address, notDrawn }: CardContent) {
  const serif = (text: string, size: number, width: number, most: number, fill = palette.ink) =>
    block(text, { width, most, type: { size, leading: Math.round(size * 1.16), family: SERIF, weight: 600 }, fill });
  const sans = (text: string, size: number, width: number, most: number, fill: string) =>
    block(text, { width, most, type: { size, leading: Math.round(size * 1.35), family: SANS }, fill });
  const shown = figures.slice(0, MOST_ON_CARD);
  const heading = serif(title, shown.length === 0 ? 60 : 42, INNER, shown.length === 0 ? 4 : 2);
  const columns = Math.max(1, shown.length);
  const width = (INNER - GAP * (columns - 1)) / columns;
  const cells = shown.map((figure) => figureBlocks(figure, width, columns, serif, sans));
  const from = sans(source, 24, INNER, 1, palette["ink-2"]);
  const at = sans(address.replace(/^https?:\/\//, ""), 22, INNER, 1, palette["ink-3"]);
  const note = sans(notDrawn?.note ?? "", 18, INNER, 1, palette["ink-2"]);
  const top = PAD + 60;
  const figuresTop = top + heightOf(heading) + 36;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      fontFamily={SANS}
      data-undrawn={notDrawn?.characters || undefined}
    >
      <title>{title}</title>
      <style>{".chart-at{overflow:visible}"}</style>
      <rect width={WIDTH} height={HEIGHT} fill={palette.paper} />
      <rect width={WIDTH} height={10} fill={palette.accent} />
      <Lines block={serif("Footnote", 32, 300, 1, palette.accent)} x={PAD} y={PAD - 22} />
      <text x={WIDTH - PAD} y={PAD + 6} textAnchor="end" fontSize={24} fill={palette["ink-3"]}>
        {kind}
      </text>
      <Lines block={heading} x={PAD} y={top} />
      {cells.map((blocks, column) => {
        let y = figuresTop;
        return blocks.map((own, index) => {
          const own_y = y;
          y += Math.max(index === 0 ? own.type.leading : 0, heightOf(own));
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of a grid
          return <Lines key={`${column} ${index}`} block={own} x={PAD + column * (width + GAP)} y={own_y} />;
        });
      })}
      <line x1={PAD} x2={WIDTH - PAD} y1={HEIGHT - 118} y2={HEIGHT - 118} stroke={palette["rule-2"]} strokeWidth={2} />
      <Lines block={from} x={PAD} y={HEIGHT - 106} />
      <Lines block={at} x={PAD} y={HEIGHT - 68} />
      <Lines block={note} x={PAD} y={HEIGHT - 36} />
    </svg>
  );
}

type Set = (text: string, size: number, width: number, most: number, fill: string) => Block;

/** The largest of these sizes, px, at which a number is one line. */
const SIZES = { one: [120, 96, 76, 60, 44, 32], more: [64, 52, 42, 34, 26, 20] } as const;

/** A figure in lines: its wording, its number as large as it fits, its unit, and what it is about. */
function figureBlocks(
  { words, number, unit, what, of }: CardFigure,
  width: number,
  columns: number,
  serif: Set,
  sans: Set,
) {
  const sizes = columns === 1 ? SIZES.one : SIZES.more;
  const fits = sizes
    .map((size) => serif(number, size, width, 9, palette.ink))
    .find((own) => own.lines.length === 1 && widthOf(own) <= width);
  const big = fits ?? serif(number, sizes.at(-1) ?? 20, width, 9, palette.ink);
  const said = block(words, {
    width,
    most: 1,
    type: { size: columns === 1 ? 44 : 30, leading: columns === 1 ? 52 : 38, family: SERIF, style: "italic" },
    fill: palette["ink-2"],
  });
  return [
    said,
    big,
    sans(unit, columns === 1 ? 34 : 24, width, 2, palette["ink-2"]),
    sans(what, columns === 1 ? 26 : 22, width, 2, palette["ink-2"]),
    sans(of, columns === 1 ? 26 : 22, width, 2, palette["ink-3"]),
  ];
}
