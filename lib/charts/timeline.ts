import { yearDomain } from "@/lib/charts/domain";
import { fractionOf } from "@/lib/charts/scale";
import { decimalYear } from "@/lib/charts/time";
import { firstDayOf, lastDayOf } from "@/lib/figures/edtf";
import type { Milestone } from "@/lib/figures/figure";

/** Width that the text of an event needs beside its neighbours, px. */
export const EVENT_WIDTH = 176;

/** An event of a timeline with its place. */
export interface TimelineEvent {
  readonly milestone: Milestone;
  /** True place on the axis, 0 to 1. */
  readonly at: number;
  /** Middle of its text, 0 to 1: as near to `at` as its neighbours allow. */
  readonly textAt: number;
  /** Part of the whole span since the event before it, 0 to 1; 0 for the first. */
  readonly since: number;
}

/** Events in order of time on an axis that runs from the start of the first year to the end of the last. */
export interface Timeline {
  readonly events: readonly TimelineEvent[];
  /** Calendar years of the axis with their start, 0 to 1. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
  /** Narrowest width, px, at which the texts stand side by side. */
  readonly sideBySideFrom: number;
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
  const sideBySideFrom = Math.max(1, inOrder.length) * EVENT_WIDTH;
  const textPlaces = spreadOut(places, 1 / Math.max(1, inOrder.length));
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
    sideBySideFrom,
  };
}

/**
 * Places (ascending, 0 to 1) moved as little as needed so that neighbours are at least `apart` from each other and half of it
 * from the ends. `apart` times their number must not exceed 1.
 */
export function spreadOut(places: readonly number[], apart: number): number[] {
  const spread: number[] = [];
  for (const [index, place] of places.entries()) {
    const least = index === 0 ? apart / 2 : (spread[index - 1] ?? 0) + apart;
    spread.push(Math.max(place, least));
  }
  for (let index = spread.length - 1; index >= 0; index -= 1) {
    const most = index === spread.length - 1 ? 1 - apart / 2 : (spread[index + 1] ?? 1) - apart;
    spread[index] = Math.min(spread[index] ?? 0, most);
  }
  return spread;
}
