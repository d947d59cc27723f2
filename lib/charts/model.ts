import type { Scale } from "@/lib/charts/axes/scale";
import type { SeriesSlot } from "@/lib/charts/series";
import type { ChartSpec, Wording } from "@/lib/figures/figure";

/** A tick of an axis with its text. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** One mark: a figure, or several that say the same of the same time. It knows numbers and words, not places. */
export interface Mark {
  /** Public ids of the figures behind it; a press on the mark leads to the first. */
  readonly ids: readonly string[];
  /** Where those figures stand in the chart's list of figures (and its table), from 0. */
  readonly figures: readonly number[];
  readonly wording: Wording;
  /** True for a plan, target or forecast: drawn hollow and dashed, never joined. */
  readonly target: boolean;
  /** Place on the axis of values: the number, the lower end of a range, or the lowest of several claims. */
  readonly value: number;
  /** How many claims about the same it stands for that say different things, or that would hide each other; 1 for nearly every mark. */
  readonly claims: number;
  /** Upper end of a range, or the highest of several claims; null for any other wording. */
  readonly high: number | null;
  readonly slot: SeriesSlot;
  /** The quantity in short with its wording: "> 9,500". */
  readonly text: string;
}

/** A bar or a dot on its own row. */
export interface RowMark extends Mark {
  /** What the row stands for, whole: "Guizhou, 2019". */
  readonly label: string;
  /** End of the label that is never cut where room is short: ", 2019". */
  readonly tail: string;
}

/** A dot of a line. */
export interface LineMark extends Mark {
  /** Decimal year: 2019.5 is the middle of 2019. */
  readonly time: number;
  /** Place of its series in the plot's list, from 0. */
  readonly series: number;
  /** What it may be joined to: the same series, counted over equally long, outcomes or targets. */
  readonly run: string;
  /** The marks of single claims that it stands for, from the lowest up; absent where it is one. */
  readonly members?: readonly LineMark[];
}

/** A line between two marks (their places in the list, from 0). */
export interface Join {
  readonly from: number;
  readonly to: number;
  /** True when at least one calendar year between them has no figure: drawn dotted. */
  readonly gap: boolean;
  /** True when no source states both ends, or they count otherwise or are of another release: the line is broken by a mark. */
  readonly isBreak: boolean;
}

/** What a chart of bars or dots shows, before it has a size. */
export interface RowsPlot {
  readonly kind: "bar" | "dot";
  /** The day as of which its figures are known, yyyy-mm-dd, to which links of its marks lead; absent for today. */
  readonly asOf?: string;
  readonly axis: Scale;
  readonly ticks: readonly Tick[];
  readonly marks: readonly RowMark[];
  /** True when some marks are grey because they are about another span of time than most: they do not compare with the others. */
  readonly hasOtherSpans: boolean;
  /** What a full bar stands for when bars are shares ("GDP"); null when there is no whole to draw. */
  readonly whole: string | null;
}

/** What a chart of lines shows, before it has a size. */
export interface LinePlot {
  readonly kind: "line";
  /** The day as of which its figures are known, yyyy-mm-dd, to which links of its marks lead; absent for today. */
  readonly asOf?: string;
  readonly axis: Scale;
  readonly ticks: readonly Tick[];
  readonly years: Scale;
  /** Steps in which years are named: at any width, and where there is room. The finer divides the coarser. */
  readonly yearSteps: { readonly narrow: number; readonly roomy: number };
  readonly marks: readonly LineMark[];
  readonly joins: readonly Join[];
  readonly series: readonly { readonly name: string; readonly slot: SeriesSlot }[];
}

/** The drawable part of a model: plain data, small enough to be sent to the browser. */
export type Plot = RowsPlot | LinePlot;

/** Everything a chart says, apart from its title. Facts and timelines are words, so they have no plot. */
export interface ChartModel {
  readonly kind: ChartSpec["kind"];
  /** Unit of this part where a chart was split by unit; null otherwise. */
  readonly heading: string | null;
  readonly plot: Plot | null;
  /** What is drawn, in words, for readers who cannot see it. */
  readonly description: string;
  /** What a reader must be told beside the drawing: figures without a date, an axis that does not start at zero. */
  readonly notes: readonly string[];
  /** Why the chart is not drawn as it was asked for; empty when it is. */
  readonly refusals: readonly string[];
}
