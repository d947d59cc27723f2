import type { FigureToExport } from "@/lib/exports/figure-row";
import { bounds } from "@/lib/figures/bounds";

const NOTE =
  "A value stands as its source worded it: status says how (exactly, about, more_than, at_least, nearly, less_than, up_to, between), extension.figures has its digits, bounds, source and phrase. Several claims about the same are numbered in the order in which they were recorded.";

/** What a file says of itself: where it is from and when its metric was read, as an ISO 8601 instant. */
interface Origin {
  readonly address: (figure: string) => string;
  readonly metric: { readonly slug: string; readonly name: string; readonly unit: string };
}

/** What tells figures of a metric apart: the key of each, and its name. */
const DIMENSIONS: Readonly<
  Record<string, { readonly label: string; readonly of: (figure: FigureToExport) => readonly [string, string] }>
> = {
  region: { label: "Region", of: ({ region }) => [region.code, region.name] },
  subject: {
    label: "Whom it is about",
    of: ({ organisation }) => (organisation ? [organisation.name, organisation.name] : ["region", "The region itself"]),
  },
  outlook: { label: "Outcome or target", of: ({ outlook }) => [outlook, outlook] },
  time: { label: "Time", of: (figure) => [timeOf(figure), timeOf(figure)] },
};

/**
 * Figures of one metric as JSON-stat 2.0. Region, subject, outlook, time and number of the claim are the dimensions, since several sources may
 * say something of one time. Cells without a figure are left out; each with one has its wording as status.
 */
export function jsonStat(figures: readonly FigureToExport[], { address, metric }: Origin): object {
  const dimensions = Object.entries(DIMENSIONS).map(([id, { label, of }]) => {
    const names = new Map(figures.map(of));
    const index = id === "time" ? [...names.keys()].sort() : [...names.keys()];
    return { id, label, of, index, names: Object.fromEntries(names) };
  });
  const cells = new Map<number, FigureToExport[]>();
  for (const figure of figures) {
    const place = dimensions.reduce((at, { index, of }) => at * index.length + index.indexOf(of(figure)[0]), 0);
    const known = cells.get(place);
    if (known) known.push(figure);
    else cells.set(place, [figure]);
  }
  const claims = Math.max(1, ...[...cells.values()].map(({ length }) => length));
  const placed = [...cells].flatMap(([place, told]) =>
    told.map((figure, claim) => [place * claims + claim, figure] as const),
  );
  const each = (told: (figure: FigureToExport) => unknown) =>
    Object.fromEntries(placed.map(([index, figure]) => [index, told(figure)]));
  const numbers = Array.from({ length: claims }, (_, at) => String(at + 1));
  return {
    ...{ version: "2.0", class: "dataset", label: metric.name, note: [NOTE] },
    id: [...dimensions.map(({ id }) => id), "claim"],
    size: [...dimensions.map(({ index }) => index.length), claims],
    role: { geo: ["region"], time: ["time"] },
    dimension: {
      ...Object.fromEntries(
        dimensions.map(({ id, label, index, names }) => [id, { label, category: { index, label: names } }]),
      ),
      claim: { label: "Claim", category: { index: numbers } },
    },
    value: each(({ value }) => value),
    status: each(({ wording }) => wording),
    extension: { metric, figures: each((figure) => detailsOf(figure, address)) },
  };
}

/** The time of a figure as EDTF text: its period, else the moment that it holds for; "not stated" for none. */
function timeOf({ periodStart, periodEnd, asOf }: FigureToExport): string {
  const [start, end] = [periodStart ?? periodEnd, periodEnd ?? periodStart];
  if (start === null || end === null) return asOf ?? "not stated";
  return start === end ? start : `${start}/${end}`;
}

function detailsOf(figure: FigureToExport, address: (figure: string) => string) {
  const { id, organisation, wording, qualifier, digits, valueHigh, digitsHigh, outlook, release, citations } = figure;
  const [origin] = citations;
  if (!origin) throw new Error(`Figure ${id} has no citation, so it cannot be exported`);
  const { low, lowOpen, high, highOpen } = bounds(figure);
  return {
    ...{ id, address: address(id), organisation: organisation?.name ?? null },
    ...{ wording, qualifier, digits, valueHigh, digitsHigh, outlook, release },
    lowerBound: low === null ? null : { digits, included: !lowOpen },
    upperBound: high === null ? null : { digits: digitsHigh ?? digits, included: !highOpen },
    ...{ source: origin.source, phrase: origin.phrase, locator: origin.locator },
  };
}
