import { textWidth } from "@/lib/charts/layout/text-width";
import { breakLines } from "@/lib/pictures/break-lines";

/** How a text is set: px, and the fonts that the server has files of (server/pictures/fonts). */
interface Type {
  readonly size: number;
  readonly leading: number;
  readonly family: string;
  readonly weight?: number;
  readonly style?: "italic";
}

/** Families as the font files name them; Chinese comes from the last. */
export const SANS = "Inter, 'Noto Sans SC', system-ui, sans-serif";
export const SERIF = "'Source Serif 4', 'Noto Sans SC', Georgia, serif";

/** A text of a picture, broken into lines. */
export interface Block {
  readonly lines: readonly string[];
  readonly type: Type;
  readonly fill: string;
}

/** Source Serif is narrower than Inter, whose widths are measured (lib/charts/layout/text-width.ts). */
const NARROWER = 1.06;

/** A text in lines of a width, px, at most so many (see breakLines). */
export function block(
  text: string,
  { width, most, ...set }: { width: number; most?: number; type: Type; fill: string },
): Block {
  return { lines: breakLines(text, set.type.family === SERIF ? width * NARROWER : width, set.type.size, most), ...set };
}

/** Height of a block, px. */
export function heightOf({ lines, type }: Block): number {
  return lines.length * type.leading;
}

/** Width of the widest line of a block, px. */
export function widthOf({ lines, type }: Block): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, type.size)));
}

/** Draws a block with its upper left corner at a place. */
export function Lines({
  block: { lines, type, fill },
  x,
  y,
}: {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
}) {
  const { size, leading, family, weight = 400, style } = type;
  return (
    <text x={x} y={y} fontFamily={family} fontSize={size} fontWeight={weight} fontStyle={style} fill={fill}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
        <tspan key={index} x={x} y={Math.round((y + index * leading + (leading + size * 0.72) / 2) * 10) / 10}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
