import { foldPlace } from "@/lib/importing/places/fold-place";
import { isGroupOfPlaces } from "@/lib/importing/places/groups";
import { type IsoPlace, isoPlace, isoSubdivisions } from "@/lib/importing/places/iso-places";
import { regionNames } from "@/lib/reading/metrics/record-names";

/** A region of the site, as far as names are compared with it. */
export interface KnownRegion {
  readonly code: string;
  readonly name: string;
  readonly nameLocal: string | null;
}

/** What a name or code of a file stands for, with the reason. */
export type PlaceMatch =
  | { readonly kind: "region"; readonly code: string; readonly reason: string }
  /** A place that is no region here yet. */
  | { readonly kind: "place"; readonly place: IsoPlace }
  | { readonly kind: "group"; readonly reason: string }
  | { readonly kind: "several"; readonly codes: readonly string[] }
  | { readonly kind: "unknown" };

/** Words behind the name of a place that say what kind of place it is. */
const KIND_BEHIND =
  /(?<=\S)\s+(?:province|municipality|autonomous region|special administrative region|sheng|shi|zizhiqu|state|city|county|district)$/;
const KIND_BEHIND_CHINESE = /(?<=\p{Script=Han}{2})(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市)$/u;

/** Marks of footnotes behind a name, and points before it that say how deep it stands in a list. */
const MARKS = /^[.·•]+\s*|\s*(?:[¹²³⁰⁴-⁹*†‡§]+|\[[^\]]{1,8}\]|\(\d{1,2}\))+$/gu;

/** Finds what names of a file stand for: regions of the site by key, name or spelling, else places of ISO 3166. */
export class PlaceMatcher {
  readonly #regions = new Map<string, KnownRegion>();
  readonly #names = new Map<string, Set<string>>();
  readonly #found = new Map<string, PlaceMatch>();

  constructor(regions: readonly KnownRegion[]) {
    for (const region of regions) {
      this.#regions.set(region.code, region);
      for (const name of regionNames(region)) {
        const folded = shortPlace(name);
        this.#names.set(folded, (this.#names.get(folded) ?? new Set()).add(region.code));
      }
    }
  }

  match(text: string): PlaceMatch {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const whole = this.#find(text.trim());
    const found = whole.kind === "unknown" ? this.#find(text.replace(MARKS, "").trim()) : whole;
    this.#found.set(text, found);
    return found;
  }

  #find(text: string): PlaceMatch {
    if (this.#regions.has(text)) return { kind: "region", code: text, reason: "its key" };
    const named = [...(this.#names.get(shortPlace(text)) ?? [])];
    const [code, another] = named;
    if (code !== undefined && another === undefined) return { kind: "region", code, reason: "its name" };
    if (code !== undefined) return { kind: "several", codes: named };
    const parts = isoSubdivisions(text);
    const place = isoPlace(text) ?? (parts.length === 1 ? (parts[0] ?? null) : null);
    if (place === null && isGroupOfPlaces(text)) return { kind: "group", reason: "a group of places" };
    if (place === null && parts.length > 0) return { kind: "several", codes: parts.map((part) => part.code) };
    if (place === null) return { kind: "unknown" };
    return this.#regions.has(place.code)
      ? { kind: "region", code: place.code, reason: place.reason }
      : { kind: "place", place };
  }
}

/** A name as it is compared, without what says that it is a province or a city. */
function shortPlace(name: string): string {
  const chinese = name.trim().replace(KIND_BEHIND_CHINESE, "");
  return foldPlace(chinese).replace(KIND_BEHIND, "");
}
