import { daysCovered } from "@/lib/dates/edtf";
import { byName } from "@/lib/figures/by-name";
import type { Citation, Figure } from "@/lib/figures/figure";
import { type FigureContent, PUBLIC_TEXTS, TEXT_FIELDS } from "@/lib/figures/figure-fields";

/** A made-up citation for tests of pure rules; it stands for no real source. */
export function sampleCitation(part: Partial<Citation> = {}): Citation {
  return {
    source: {
      slug: "example",
      type: "article-newspaper",
      kind: "news",
      title: "An example",
      publisher: "Example Daily",
      authors: null,
      published: "2020-05-04",
      language: "en",
      url: "https://example.org/a",
      accessed: null,
    },
    locator: "para 1",
    phrase: "some 2,000 things",
    prefix: null,
    suffix: null,
    role: "origin",
    ...part,
  };
}

/** A made-up figure for tests of pure rules, exactly 100 things in Exampleland in 2020 unless told otherwise. */
export function sampleFigure(part: Partial<Figure> = {}): Figure {
  const time = { periodStart: "2020", periodEnd: "2020", asOf: null, ...part };
  return {
    id: "example",
    metric: {
      slug: "things",
      name: "Things",
      unit: "things",
      counted: null,
      kind: "count",
      accumulation: "stock",
      shareOf: null,
      shelfLifeMonths: null,
      topic: { slug: "examples", name: "Examples" },
    },
    region: { code: "XX", name: "Exampleland" },
    organisation: null,
    wording: "exactly",
    value: 100,
    valueHigh: null,
    digits: String(part.value ?? 100),
    digitsHigh: part.valueHigh == null ? null : String(part.valueHigh),
    qualifier: null,
    alternative: null,
    lookedAgain: null,
    ...byName(PUBLIC_TEXTS, () => null),
    speakerKind: "outlet",
    outlook: "outcome",
    release: null,
    flags: null,
    version: 1,
    recordedAt: "2020-06-01T00:00:00.000Z",
    citations: [sampleCitation()],
    ...daysCovered(time.periodStart, time.periodEnd, time.asOf),
    ...time,
    ...part,
  };
}

/** What an editor says of a made-up figure, in canonical form, unless told otherwise; times and texts are not stated. */
export function sampleContent(part: Partial<FigureContent> = {}): FigureContent {
  return {
    metric: "5g-base-stations",
    region: "CN-GZ",
    organisation: null,
    wording: "exactly",
    value: "5",
    valueHigh: null,
    qualifier: null,
    alternative: null,
    period: null,
    asOf: null,
    lookedAgain: null,
    ...byName(TEXT_FIELDS, () => null),
    speakerKind: "outlet",
    outlook: "outcome",
    release: null,
    flags: null,
    citations: [],
    ...part,
  };
}
