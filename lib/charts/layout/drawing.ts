import type { Join, Mark, Tick } from "@/lib/charts/model";
import type { SeriesSlot } from "@/lib/charts/series";

/** Room around the plot, px. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A mark with its place. Fractions run across the plot from 0 (left) to 1 (right), px down the drawing. */
export interface PlacedMark {
  readonly mark: Mark;
  /** Place of the value, the middle of a dot; for a bar where its solid part ends. */
  readonly x: number;
  readonly y: number;
  /** Where a bar starts: zero. Null for a dot. */
  readonly base: number | null;
  /** Place of the lower end of a range of a bar, a fraction across; null for no range and for dots, where it is the place of the value. */
  readonly low: number | null;
  /** Place of the upper end of a range along the axis of values: a fraction across, px down; null for no range. */
  readonly high: number | null;
  /** px that the end of a bar may take of it; less than the end's own width for a very short bar. */
  readonly before: number;
  /** px to the side, to keep claims about the same number and time apart. */
  readonly dx: number;
  /** True for a dot among so many that it must be small. */
  readonly isSmall: boolean;
}

/** A line between two places. */
export interface PlacedJoin extends Pick<Join, "gap" | "isBreak"> {
  readonly from: PlacedMark;
  readonly to: PlacedMark;
  readonly slot: SeriesSlot;
}

/** A text with its place: a fraction across the plot plus px, and px down to its baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly dx: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly role: "row" | "value" | "aside";
  /** True when there is room for it only in a wide drawing. */
  readonly isRoomy: boolean;
}

/** A tick with its place: a fraction across, or px down for an axis of values that runs upwards. */
export interface PlacedTick extends Tick {
  readonly at: number;
  /** True when there is room for its text only in a wide drawing. */
  readonly isRoomy: boolean;
}

/** A chart with every place decided: good for any width from NARROWEST on. Both drawings are made from it. */
export interface Drawing {
  /** px, margins included. */
  readonly height: number;
  readonly margins: Margins;
  /** Ticks of the axis that runs across. */
  readonly ticksAcross: readonly PlacedTick[];
  /** Where calendar years begin on an axis of time, as fractions; empty on other axes and where they would stand too close. */
  readonly yearStarts: readonly number[];
  /** Ticks of an axis of values that runs upwards; empty for bars and rows of dots. */
  readonly ticksUp: readonly PlacedTick[];
  /** px down of every row where the whole is drawn behind a share. */
  readonly wholes: readonly number[];
  readonly joins: readonly PlacedJoin[];
  readonly marks: readonly PlacedMark[];
  readonly texts: readonly PlacedText[];
  /** The day (yyyy-mm-dd) to which links of its marks lead; null for today. */
  readonly asOf: string | null;
}

/** Font sizes of charts, px; charts.css sets the same. */
export const TICK_SIZE = 12;
export const LABEL_SIZE = 13;
