/** Makes the body of a new figure that cites a source, by its key; `more` stands in place of its own parts. */
export const figureBody =
  (source: string) =>
  (more: object = {}) => ({
    metric: "companies-attracted",
    region: "CN-GZ",
    wording: "more_than",
    value: "9,500",
    period: "2014 – Feb 2019",
    speakerKind: "outlet",
    citations: [{ source, locator: "para 1", phrase: "more than 9,500 companies" }],
    ...more,
  });
