import { yearDomain } from "@/lib/charts/axes/domain";
import { fractionOf } from "@/lib/charts/axes/scale";
import { decimalYear } from "@/lib/charts/axes/time";
import { firstDayOf, lastDayOf } from "@/lib/dates/edtf";
import type { Milestone } from "@/lib/figures/figure";

/** Width that the text of an event and the gap after it take, px. */
const EVENT_WIDTH = 150;

/** Widths, px, from which charts.css lays a timeline out across the page. */
const ACROSS_FROM = [640, 960] as const;

/** An event of a timeline with its place. */
export interface TimelineEvent {
  readonly milestone: Milestone;
  /** True place on the axis, 0 to 1. */
  readonly at: number;
  /** Start of its text, 0 to 1: as near to `at` as its neighbours allow. */
  readonly textAt: number;
  /** Part of the whole span since the event before it, 0 to 1; 0 for the first. */
  readonly since: number;
}

/** Events in order of time on an axis that runs from the start of the first year to the end of the last. */
export interface Timeline {
  readonly events: readonly TimelineEvent[];
  /** Calendar years of the axis with their start, 0 to 1. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
  /** Width, px, from which the texts stand side by side; null when there are too many for any. */
  readonly acrossFrom: (typeof ACROSS_FROM)[number] | null;
}

/** Places events in time, a year in its middle, a month in its middle. Texts are pushed apart, never dots. */
export function timeline(milestones: readonly Milestone[]): Timeline {
  const inOrder = [...milestones].sort((a, b) => a.day - b.day);
  const times = inOrder.map(
    ({ date }) => (decimalYear(firstDayOf(date)) + decimalYear(lastDayOf(date)) + 1 / 365.25) / 2,
  );
  const domain = yearDomain(times.length > 0 ? times : [0]);
  const scale = { kind: "linear", domain } as const;
  const places = times.map((time) => fractionOf(scale, time));
  const rooms = ACROSS_FROM.filter((width) => places.length * EVENT_WIDTH <= width);
  // The narrowest width at which no text is pushed from its dot, else the widest.
  const acrossFrom = rooms.find((width) => isSpread(places, EVENT_WIDTH / width)) ?? rooms.at(-1) ?? null;
  const textPlaces = acrossFrom === null ? places : spreadOut(places, EVENT_WIDTH / acrossFrom);
  return {
    events: inOrder.map((milestone, index) => ({
      milestone,
      at: places[index] ?? 0,
      textAt: textPlaces[index] ?? 0,
      since: index === 0 ? 0 : (places[index] ?? 0) - (places[index - 1] ?? 0),
    })),
    years: Array.from({ length: domain[1] - domain[0] }, (_, index) => {
      const year = domain[0] + index;
      return { year, at: fractionOf(scale, year) };
    }),
    acrossFrom,
  };
}

/** Whether neighbours are at least `apart` from each other. */
function isSpread(places: readonly number[], apart: number): boolean {
  return places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) >= apart);
}

/**
 * Places (ascending, 0 to 1) moved so that neighbours are at least `apart` from each other and from 1, where texts end. Those
 * with room stay. `apart` times their number must not exceed 1.
 */
function spreadOut(places: readonly number[], apart: number): number[] {
  const spread: number[] = [];
  for (const [index, place] of places.entries()) {
    spread.push(index === 0 ? place : Math.max(place, (spread[index - 1] ?? 0) + apart));
  }
  for (let index = spread.length - 1; index >= 0; index -= 1) {
    spread[index] = Math.min(spread[index] ?? 0, (spread[index + 1] ?? 1) - apart);
  }
  return spread;
}
