import { mainSpan, spanKey } from "@/lib/charts/axes/time";
import { latestClaims } from "@/lib/charts/compare/rank-latest";
import { CHINA, type TilePlace } from "@/lib/charts/tiles/china";
import { stepLimits, stepOf } from "@/lib/charts/tiles/tile-steps";
import type { TiledRegion } from "@/lib/figures/compare/tile-view";
import type { Figure, Wording } from "@/lib/figures/figure";
import { tickText } from "@/lib/format/quantity";

/**
 * What a tile shows: a step of the scale; claims or a range that lie in several; a figure of another time than most, counted otherwise, or undated; only targets;
 * no figure; or no region of that code here.
 */
type TileKind = "step" | "open" | "other" | "target" | "missing" | "unknown";

/** One region as a tile. */
export interface Tile {
  readonly code: string;
  readonly name: string;
  /** What stands on it: the end of an ISO code on a map, else the name. */
  readonly label: string;
  /** Column and row from 0; null where tiles stand in a plain order. */
  readonly place: Pick<TilePlace, "column" | "row"> | null;
  readonly kind: TileKind;
  /** Step of the scale, from 1; 0 for any other kind. */
  readonly step: number;
  /** The quantity in the least room, with the sign of its wording: "> 9.5k"; "" without a figure. */
  readonly text: string;
  /** The signs of its wordings alone; "" where all of its numbers are exact. */
  readonly sign: string;
  /** What is claimed of it for its newest time. */
  readonly claims: readonly Figure[];
}

/** Regions as tiles, coloured by their newest outcomes. */
export interface TileMap {
  readonly isMap: boolean;
  readonly tiles: readonly Tile[];
  /** Limits of the steps, ascending; none where nothing is coloured. */
  readonly limits: readonly number[];
}

/** Tile maps by the code of the country. */
const MAPS: Readonly<Record<string, readonly TilePlace[]>> = { CN: CHINA };

/** Signs of the wordings for the least room; "<" stands for "nearly" too, and a key says so. */
const SIGNS: Readonly<Record<Wording, string>> = {
  exactly: "",
  about: "≈",
  more_than: ">",
  at_least: "≥",
  nearly: "<",
  less_than: "<",
  up_to: "≤",
  between: "–",
};

/**
 * Tiles of the regions within a country (by its code; null for countries themselves): on the map of it where there is one, with all places it
 * has; others in the order given. Only figures of the time that most regions share, two at least, are on the scale.
 */
export function tileMap(within: string | null, regions: readonly TiledRegion[], locale: string): TileMap {
  const map = (within === null ? undefined : MAPS[within]) ?? [];
  const regionOf = new Map(regions.map((region) => [region.code, region]));
  const latest = new Map(regions.map(({ code, figures }) => [code, latestClaims(figures)]));
  const span = mainSpan([...latest.values()].flatMap(([first]) => first ?? []));
  const isOfSpan = (claims: readonly Figure[]) =>
    span !== null && claims.length > 0 && claims.every((claim) => spanKey(claim) === span);
  // One region alone has nothing that it stands on a scale with.
  const isScaled = [...latest.values()].filter(isOfSpan).length > 1;
  const isOnScale = (claims: readonly Figure[]) => isScaled && isOfSpan(claims);
  const onScale = [...latest.values()].filter(isOnScale).flat();
  const limits = stepLimits(onScale.flatMap(({ value, valueHigh }) => [value, valueHigh ?? value]));

  const tileOf = (code: string, name: string, place: Tile["place"]): Tile => {
    const region = regionOf.get(code);
    const claims = latest.get(code) ?? [];
    const [first] = claims;
    const bare = { code, name: region?.name ?? name, label: labelOf(code, region?.name ?? name, place), place, claims };
    if (first === undefined) {
      const kind = region === undefined ? "unknown" : region.targets > 0 ? "target" : "missing";
      return { ...bare, kind, step: 0, text: "", sign: "" };
    }
    const said = {
      text:
        claims.length > 1 && new Set(claims.map(saying)).size > 1
          ? severalText(claims, locale)
          : shortText(first, locale),
      sign: [...new Set(claims.map(({ wording }) => SIGNS[wording]))].join(""),
    };
    if (!isOnScale(claims)) return { ...bare, ...said, kind: "other", step: 0 };
    const steps = new Set(
      claims.flatMap(({ value, valueHigh }) => [value, valueHigh ?? value]).map((value) => stepOf(limits, value)),
    );
    const [step = 0] = steps;
    return steps.size === 1 ? { ...bare, ...said, kind: "step", step } : { ...bare, ...said, kind: "open", step: 0 };
  };

  const mapped = map.map((place) => tileOf(place.code, place.name, place));
  const onMap = new Set(map.map(({ code }) => code));
  const others = regions.filter(({ code }) => !onMap.has(code)).map(({ code, name }) => tileOf(code, name, null));
  return { isMap: mapped.length > 0, tiles: [...mapped, ...others], limits };
}

function labelOf(code: string, name: string, place: Tile["place"]): string {
  return place === null ? name : code.slice(code.indexOf("-") + 1);
}

const saying = ({ wording, value, valueHigh }: Figure) => `${wording} ${value} ${valueHigh}`;

function shortText(figure: Figure, locale: string): string {
  const { unit } = figure.metric;
  const low = tickText(figure.value, unit, locale);
  if (figure.valueHigh !== null) return `${low}–${tickText(figure.valueHigh, unit, locale)}`;
  const sign = SIGNS[figure.wording];
  return sign === "" ? low : `${sign}\u00a0${low}`;
}

function severalText(claims: readonly Figure[], locale: string): string {
  const texts = [...new Set(claims.map((figure) => shortText(figure, locale)))];
  return texts.length > 2 ? `${texts.length} claims` : texts.join(" / ");
}
