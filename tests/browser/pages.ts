/** One page of each type, with words that only it can show. */
export const PAGES = {
  dashboard: { path: "/", says: ["Guizhou’s tech industry, figure by figure", "9,500", "Sources"] },
  regions: { path: "/regions", says: ["Regions with figures", "Guizhou"] },
  region: { path: "/regions/CN-GZ", says: ["Guizhou’s tech industry", "Figures by topic"] },
  metrics: { path: "/metrics", says: ["What is measured", "5G base stations in service"] },
  metric: { path: "/metrics/5g-base-stations", says: ["5G base stations in service", "126,000", "Xinhua"] },
  "metric on a day": {
    path: "/metrics/5g-base-stations?as-of=2022-03-01",
    says: ["As known on 1 March 2022", "170,000"],
  },
  compare: {
    path: "/compare?metric=digital-economy-share-gdp&metric=digital-economy-value&region=CN-GZ&region=CN-ZJ&region=CN-BJ&region=CN",
    says: ["Compare regions", "Zhejiang", "As worded"],
  },
  map: { path: "/map?metric=digital-economy-share-gdp&within=CN", says: ["Digital economy in GDP: China", "Guizhou"] },
  sources: { path: "/sources", says: ["Big data looms large in Guizhou"] },
  source: { path: "/sources/china-daily-2019-guizhou-looms", says: ["Big data looms large in Guizhou", "100,000"] },
  figure: { path: "/figures/1xbsws2ehp3l0bj9j7td", says: ["more than", "20", "China Daily"] },
  chart: { path: "/charts/companies", says: ["More than 9,500 companies", "17,000", "Sources"] },
  reuse: { path: "/reuse?of=%2Fcharts%2Fcompanies", says: ["Cite, download or embed", "HTML to copy"] },
  "embedded chart": { path: "/embed/companies", says: ["More than 9,500 companies", "China Daily"] },
  "embedded figure": { path: "/embed/figure/1xbsws2ehp3l0bj9j7td", says: ["more than", "20", "China Daily"] },
  corrections: { path: "/corrections", says: ["Corrections", "No published figure has been corrected so far."] },
  disagreements: { path: "/disagreements", says: ["What sources differ about", "99.7"] },
  method: { path: "/method", says: ["How figures are read", "nearly"] },
  api: { path: "/api", says: ["GET /api/v1/figures", "RFC 9457", "Idempotency-Key"] },
  search: { path: "/search?q=hospitl", says: ["39 Internet Hospital"] },
} as const;

export const PATHS = Object.entries(PAGES).map(([name, { path }]) => ({ name, path }));
